"""What a dossier holds before it is drawn, under the names that the exports use.

It is what `compose_dossier` in eletdesk/queries/dossier returns; nothing is modelled twice.
"""

from eletdesk.queries.dossier.draft import DossierDraft as DossierContent
from eletdesk.queries.dossier.draft import DossierSection

__all__ = ["DossierContent", "DossierSection"]
