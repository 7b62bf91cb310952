"""The part of the working day over all cases: activities, directory, own programme, lists, views."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from eletdesk import clock
from eletdesk.desk.absence_import import choose_pupil, import_absences, plan_absence_import
from eletdesk.desk.absence_thresholds import keep_thresholds
from eletdesk.desk.case_views import CaseView, ShownColumn, keep_view
from eletdesk.desk.desk import Desk
from eletdesk.desk.directory import keep_organisation, remove_organisation
from eletdesk.desk.directory_import import import_directory, plan_directory
from eletdesk.desk.groups.activities import bin_activity, change_activity, record_activity, restore_activity
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.own_versions import begin_adaptation, keep_adaptation, keep_draft, read_definition_file
from eletdesk.desk.put_off import put_off
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.domain.organisation import Organisation, OrganisationContact
from eletdesk.programmes.adapting import in_each_language
from eletdesk.queries.register.case_filter import CaseFilter, Condition
from tests.evidence.canary_words import (
    CONTACT_FIELDS,
    DIRECTORY_FIELDS,
    GROUP_FIELDS,
    a_day,
    word,
)
from tests.imports.school_lists import LINDE, flemish_list

VIEW = CaseFilter((Condition("school", words=word("filter_words"), is_not=True),))


def work_over_all(desk: Desk, case_id: str, source: Path) -> None:
    """Do what concerns more than one case, or none."""
    meet_in_group(desk, case_id)
    fill_the_directory(desk, source)
    adapt_a_programme(desk, source)
    read_the_school_list(desk, case_id, source)
    columns = tuple(ShownColumn(key) for key in ("person", "school", "next", "referrer", "tags"))
    keep_view(desk, CaseView(name=word("view_name"), filter=VIEW, columns=columns))
    put_off(desk, f"task:{case_id}", clock.today() + timedelta(days=9), word("put_off_reason"))
    keep_thresholds(desk, {"flemish_5": (3, True)})


def meet_in_group(desk: Desk, case_id: str) -> None:
    other = new_case(desk, NewCase({"given_name": "Jef", "family_name": "Claes"}), started_on=a_day(2))
    texts: Any = {name: word(f"group_activity.{name}") for name in GROUP_FIELDS}
    activity = GroupActivity(
        held_on=a_day(18), minutes=90, programme_code="naft", programme_version=1, **texts
    )
    parts = [Participant(case_id), Participant(other, has_attended=False)]
    kept = record_activity(desk, activity, parts)
    change_activity(desk, kept.id, activity, parts[:1])
    bin_activity(desk, kept.id)
    restore_activity(desk, kept.id)


def fill_the_directory(desk: Desk, source: Path) -> None:
    """Write an organisation by hand and read a list in."""
    texts: Any = {name: word(f"organisation.{name}") for name in DIRECTORY_FIELDS}
    person = OrganisationContact(**{name: word(f"contact.{name}") for name in CONTACT_FIELDS})
    kept = keep_organisation(desk, Organisation(kind="clb", contacts=(person,), **texts))
    remove_organisation(desk, kept.id)
    keep_organisation(desk, kept)
    path = source / f"scholen {word('listed_name')}.csv"
    path.write_bytes(flemish_list(LINDE | {"naam": word("listed_name"), "telefoon": word("listed_phone")}))
    import_directory(desk, plan_directory(desk, path), ends_missing=False)


def adapt_a_programme(desk: Desk, source: Path) -> None:
    """Keep an own version of a programme, leave one half made, and read one from a file."""
    newest = max(version for code, version in desk.programmes if code == "sas")
    for _time in range(2):
        adaptation, _since = begin_adaptation(desk, desk.programmes[("sas", newest)])
        label = {"label": in_each_language({"nl": word("programme_label")})}
        adaptation.put("outcomes", 0, label, a_day(9))
        keep_draft(desk, adaptation, newest)
    kept = keep_adaptation(desk, adaptation)
    path = source / f"programma {word('programme_label')}.toml"
    path.write_text(kept.text, "utf-8")
    read_definition_file(desk, path)
    adaptation, _since = begin_adaptation(desk, kept)
    keep_draft(desk, adaptation, kept.version)


def read_the_school_list(desk: Desk, case_id: str, source: Path) -> None:
    """Read a list of absences with a word in each cell that takes words."""
    name = f"{word('young_person.family_name')} {word('young_person.given_name')}"
    path = source / f"afwezig {word('heading')}.csv"
    path.write_text(
        f"Stamnummer;Naam;Datum;VM;NM;Opmerking;{word('heading')}\n"
        f"2600001;{name};13/11/2026;B;B;{word('listed_remark')};{word('cell')}\n"
        f"2600002;{word('cell')};13/11/2026;B;{word('cell')};{word('cell')};{word('cell')}\n",
        "utf-8",
    )
    plan = plan_absence_import(desk, path)
    for pupil in plan.pupils:
        if pupil.chosen is None:
            is_ours = pupil.record_number == "2600001"
            plan = choose_pupil(desk, plan, pupil.place, case_id if is_ours else "")
    result = import_absences(desk, plan, file=path)
    assert result.half_days >= 1, result
