"""What the dossier page does to a referral, each as one operation that can be undone."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.releases import copy_of_issued
from eletdesk.exports.save_export import propose_name, save_export
from eletdesk.programmes.dossier_kinds import DossierKind
from eletdesk.translation import _
from ui.export_places import export_folder, free_path, remember_folder
from ui.files import choose_place
from ui.open_desk import OpenDesk
from ui.referral.reading import open_referral


class DossierActions:
    """The operations of one referral; each raises EletdeskError when it is refused."""

    def __init__(self, desk: OpenDesk, case_id: str, referral_id: str) -> None:
        self._desk, self._case_id, self._referral_id = desk, case_id, referral_id

    def write(self, kind: DossierKind, code: str, text: str) -> None:
        """Keep the text of a section with this referral."""
        from eletdesk.operations.referrals import write_section  # noqa: PLC0415

        self._desk.run(self._case_id, write_section, self._referral_id, kind=kind, section=code, text=text)

    def forget(self, kind: DossierKind, code: str) -> None:
        """Let a section say again what the file says."""
        from eletdesk.operations.referrals import forget_section_text  # noqa: PLC0415

        self._desk.run(self._case_id, forget_section_text, self._referral_id, kind=kind, section=code)

    def share(self, kind: DossierKind, code: str, is_shared: bool) -> None:
        """Let a section go along, or keep it."""
        from eletdesk.operations.referrals import share_section  # noqa: PLC0415

        self._desk.run(
            self._case_id, share_section, self._referral_id, kind=kind, section=code, is_shared=is_shared
        )

    def pick(self, item_id: str, ticked: bool) -> None:
        """Let one thing of the timeline go along, or leave it out."""
        from eletdesk.operations.referrals import pick_item, unpick_item  # noqa: PLC0415

        operation = pick_item if ticked else unpick_item
        self._desk.run(self._case_id, operation, self._referral_id, item_id=item_id)

    def set_receiver(self, recipient: str, contact: str, is_bound: bool) -> None:
        """Say who receives it."""
        from eletdesk.operations.referrals import set_recipient  # noqa: PLC0415

        self._desk.run(
            self._case_id, set_recipient, self._referral_id,
            recipient=recipient, recipient_contact=contact, is_recipient_bound=is_bound,
        )  # fmt: skip

    def set_language(self, language: str) -> None:
        """Choose the language of the dossier."""
        from eletdesk.operations.referrals import set_dossier_language  # noqa: PLC0415

        self._desk.run(self._case_id, set_dossier_language, self._referral_id, language=language)

    def set_due(self, due_on: object) -> None:
        """Say before which day it has to be there."""
        from eletdesk.operations.referrals import set_due_date  # noqa: PLC0415

        day = due_on if isinstance(due_on, date) else None
        self._desk.run(self._case_id, set_due_date, self._referral_id, due_on=day)

    def start_new(self) -> str:
        """Return the dossier that is being written, or a new one."""
        return open_referral(self._desk, self._case_id)

    def keep_copy(self, window: QWidget, disclosure_id: str) -> Path | None:
        """Write a file that left once more; None when somebody thought better of it."""
        name = propose_name(_("referral dossier"), clock.today(), "pdf")
        proposed = free_path(export_folder(self._desk), name)
        path = choose_place(window, _("Put the copy here"), proposed, "PDF")
        if path is None:
            return None
        save_export(path, copy_of_issued(self._desk.desk, self._case_id, disclosure_id))
        remember_folder(self._desk, path.parent)
        return path
