"""The sentences about a plan, for the screen and the terminal. They hold no more of a person than a name."""

from eletdesk.imports.fields import label_of
from eletdesk.imports.merging import PersonToWrite, people_to_write
from eletdesk.imports.place import Place
from eletdesk.imports.plan import CaseloadPlan, CellProblem, LookAlike, PlannedSheet, SkippedRow
from eletdesk.imports.reasons import skip_sentence
from eletdesk.translation import _, ngettext


def describe(plan: CaseloadPlan) -> list[str]:
    """Say in a few sentences what the import would do, the most important first."""
    written = people_to_write(plan)
    sentences = [
        _new_cases(written),
        _known_cases(written),
        _merges(plan),
        _left_out(plan),
        _absences(written),
    ]
    sentences += [_look_alikes(plan), _problems(plan), _national_numbers(plan), _hidden(plan)]
    sentences += _skipped(plan)
    return [sentence for sentence in sentences if sentence]


def _new_cases(written: tuple[PersonToWrite, ...]) -> str:
    count = sum(person.case_id is None for person in written)
    return ngettext("{count} young person is added.", "{count} young people are added.", count).format(
        count=count
    )


def _known_cases(written: tuple[PersonToWrite, ...]) -> str:
    count = sum(person.case_id is not None for person in written)
    text = ngettext(
        "{count} case that you have is completed.", "{count} cases that you have are completed.", count
    )
    return text.format(count=count) if count else ""


def _merges(plan: CaseloadPlan) -> str:
    count = sum(person.choice.kind == "merge" for person in plan.people)
    text = ngettext(
        "{count} row is merged with another one.", "{count} rows are merged with another one.", count
    )
    return text.format(count=count) if count else ""


def _left_out(plan: CaseloadPlan) -> str:
    count = sum(person.choice.kind == "leave_out" for person in plan.people)
    text = ngettext("You leave out {count} person.", "You leave out {count} people.", count)
    return text.format(count=count) if count else ""


def _absences(written: tuple[PersonToWrite, ...]) -> str:
    count = sum(len(person.absences) for person in written)
    text = ngettext(
        "This is a list of absences: {count} day. What is not sure goes into the note.",
        "This is a list of absences: {count} days. What is not sure goes into the note.",
        count,
    )
    return text.format(count=count) if count else ""


def _look_alikes(plan: CaseloadPlan) -> str:
    count = len({one.first for one in plan.look_alikes})
    text = ngettext(
        "{count} person looks like another one. Check.", "{count} people look like another one. Check.", count
    )
    return text.format(count=count) if count else ""


def _problems(plan: CaseloadPlan) -> str:
    count = len(plan.problems)
    text = ngettext(
        "{count} cell needs a look; what stands there is kept in the note.",
        "{count} cells need a look; what stands there is kept in the note.",
        count,
    )
    return text.format(count=count) if count else ""


def _national_numbers(plan: CaseloadPlan) -> str:
    count = plan.national_numbers
    text = ngettext(
        "{count} national number was recognised. It is not stored.",
        "{count} national numbers were recognised. They are not stored.",
        count,
    )
    return text.format(count=count) if count else ""


def _hidden(plan: CaseloadPlan) -> str:
    count = sum(person.is_hidden for person in plan.people)
    text = ngettext(
        "{count} of these people is in a hidden row of the sheet.",
        "{count} of these people are in hidden rows of the sheet.",
        count,
    )
    return text.format(count=count) if count else ""


def _skipped(plan: CaseloadPlan) -> list[str]:
    """Say how many rows are no person, by reason."""
    counts: dict[str, int] = {}
    for row in plan.skipped:
        counts[row.reason] = counts.get(row.reason, 0) + 1
    return [
        ngettext("{count} row is skipped: {reason}.", "{count} rows are skipped: {reason}.", count).format(
            count=count, reason=_inside_a_sentence(skip_sentence(reason))
        )
        for reason, count in counts.items()
    ]


def _inside_a_sentence(text: str) -> str:
    return text[:1].lower() + text[1:]


def place_text(plan: CaseloadPlan, place: Place) -> str:
    """Name a row; the sheet is named only when the file has several."""
    if len(plan.sheets) == 1:
        return _("row {row}").format(row=place.row)
    return _("{sheet}, row {row}").format(sheet=place.sheet, row=place.row)


def problem_text(plan: CaseloadPlan, problem: CellProblem) -> str:
    """Say what is the matter with one cell and where it stands."""
    where = place_text(plan, problem.place)
    if not problem.header:
        return f"{where}: {problem.sentence}"
    return f"{where}, {problem.header}: {problem.sentence}"


def skipped_text(plan: CaseloadPlan, row: SkippedRow) -> str:
    """Say why a row is no person and where it stands."""
    return f"{place_text(plan, row.place)}: {row.sentence}"


def look_alike_text(plan: CaseloadPlan, one: LookAlike) -> str:
    """Say who may be one person and how sure that is."""
    first = _name(plan, one.first)
    if isinstance(one.other, Place):
        other = _name(plan, one.other)
        text = _("{first} may be the same person as {other}.").format(first=first, other=other)
    else:
        case = next(known for known in plan.known if known.case_id == one.other)
        other = f"{case.given_name} {case.family_name}".strip()
        text = _("{first} may be {other}, who already has a case.").format(first=first, other=other)
    return f"{text} {_birth_sentence(one)}"


def _birth_sentence(one: LookAlike) -> str:
    if one.same_birth is None:
        return _("A date of birth is missing.")
    return _("The dates of birth are the same.") if one.same_birth else _("The dates of birth differ.")


def _name(plan: CaseloadPlan, place: Place) -> str:
    return f"{plan.person(place).name} ({place_text(plan, place)})"


def column_texts(sheet: PlannedSheet) -> list[tuple[str, str]]:
    """Return each heading with what its column is taken for; what is not understood goes into the note."""
    mapping = sheet.mapping
    return [
        (mapping.heading(column), label_of(field) if field else _("goes into the note"))
        for column, field in enumerate(mapping.fields)
    ]
