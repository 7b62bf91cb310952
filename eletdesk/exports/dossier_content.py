"""What a dossier holds before it is drawn, under the names that the exports use.

It is the very thing that `eletdesk.queries.dossier.compose_dossier` returns; nothing is modelled twice.
"""

from eletdesk.queries.dossier_draft import DossierDraft as DossierContent
from eletdesk.queries.dossier_draft import DossierSection

__all__ = ["DossierContent", "DossierSection"]
