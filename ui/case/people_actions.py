"""The young person, the school, the network and their consent."""

from eletdesk.domain.consent import ConsentPurpose, ConsentState
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.network_member import NetworkMember
from eletdesk.operations.finding import row_of
from eletdesk.translation import _
from ui.case.dialogs.consent_dialog import ConsentDialog
from ui.case.dialogs.consents_dialog import ConsentsDialog
from ui.case.dialogs.enrolment_dialog import EnrolmentDialog
from ui.case.dialogs.member_dialog import MemberDialog
from ui.case.dialogs.person_dialog import PersonDialog
from ui.case.dialogs.tags_dialog import TagsDialog
from ui.case.sheet_opener import SheetOpener


class PeopleActions(SheetOpener):
    """Change who and what is around the young person."""

    def edit_person(self) -> None:
        """Change the young person's details."""
        self.open_form(PersonDialog(self.window(), self._case, self._view().head.person))

    def edit_tags(self) -> None:
        """Change the tags of this case."""
        self.open_form(TagsDialog(self.window(), self._case))

    def edit_enrolment(self, enrolment_id: str = "") -> None:
        """Change the school, by default the present one; another one is a second enrolment."""
        present = self._view().head.enrolment
        if enrolment_id:
            present = self._case.read(row_of, Enrolment, enrolment_id)
        dialog = EnrolmentDialog(self.window(), self._case, present)
        if present is not None:

            def another() -> None:
                dialog.reject()
                self.open_form(EnrolmentDialog(self.window(), self._case))

            dialog.add_beside(_("Another school"), another, "add")
        self.open_form(dialog, present.id if present else "")

    def add_member(self) -> None:
        """Add somebody to the network."""
        self.open_form(MemberDialog(self.window(), self._case))

    def edit_member(self, member_id: str) -> None:
        """Change somebody of the network."""
        row = self._case.read(row_of, NetworkMember, member_id)
        self.open_form(MemberDialog(self.window(), self._case, row), member_id)

    def erase_member(self, member_id: str) -> None:
        """Move somebody of the network to the bin."""
        self.erase("network_member", member_id, self._case.read(row_of, NetworkMember, member_id).name)

    def show_consents(self) -> None:
        """Show all answers on consent; without any the first one is asked."""
        view = self._view()
        if not view.overview.sides.consents:
            self.record_consent("guidance", "")
            return
        consents = view.overview.sides.consents
        dialog = ConsentsDialog(self.window(), consents, view.gap, view.head.age)
        dialog.answer_asked.connect(self.record_consent)
        dialog.open()

    def record_consent(self, purpose: str, state: str) -> None:
        """Record an answer on consent."""
        asked = {"purpose": ConsentPurpose(purpose), "state": ConsentState(state) if state else None}
        self.open_form(ConsentDialog(self.window(), self._case, self._view().head.age, **asked))  # type: ignore[arg-type]
