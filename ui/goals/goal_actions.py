"""What the menu of a case and the palette can do with goals and care, wherever one is in the case."""

from ui.case.sheet_opener import SheetOpener


class GoalActions(SheetOpener):
    """Open the sheets of the tabs Goals and Care without going there."""

    def add_goal(self) -> None:
        """Agree on a goal."""
        from ui.goals.goal_dialogs import GoalDialog  # noqa: PLC0415

        pathway = self._view().head.pathway
        self.open_form(GoalDialog(self.window(), self._case, pathway_id=pathway.id if pathway else ""))

    def add_assessment(self) -> None:
        """Ask how it goes in the domains of life."""
        from ui.goals.assessment_dialog import AssessmentDialog  # noqa: PLC0415

        self.open_form(AssessmentDialog(self.window(), self._case))

    def add_step(self) -> None:
        """Note a step of care, in the phase that care has come to."""
        from eletdesk.queries.care import care_of_case  # noqa: PLC0415
        from ui.goals.care_dialog import CareStepDialog  # noqa: PLC0415

        care = self._case.read(care_of_case)
        self.open_form(CareStepDialog(self.window(), self._case, phase=care.present.code))
