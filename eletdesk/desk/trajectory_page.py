"""The trajectory of one case on one page, as a PDF: previewed in memory, or leaving with a trace."""

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.desk.releases import remember_release
from eletdesk.exports.pdf.trajectory import TrajectoryPage, render_trajectory
from eletdesk.translation import speaking

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk
    from eletdesk.domain.trajectory import Trajectory
    from eletdesk.queries.other_names import OtherNames


def preview_trajectory_page(
    desk: "Desk", case_id: str, starts_on: date, ends_on: date, *, language: str, with_name: bool
) -> bytes:
    """Return the page as a PDF in memory; no confidential rows or notes, of others no names."""
    with speaking(language):
        page = desk.read(case_id, _page, starts_on, ends_on, language, desk.worker, with_name)
    return render_trajectory(page)


def issue_trajectory_page(
    desk: "Desk", case_id: str, starts_on: date, ends_on: date, *, language: str, with_name: bool
) -> bytes:
    """Return the page that leaves; the desk remembers that it did, and its hash."""
    content = preview_trajectory_page(
        desk, case_id, starts_on, ends_on, language=language, with_name=with_name
    )
    digest = hashlib.sha256(content).hexdigest()
    remember_release(desk, "trajectory", {"case": case_id, "sha256": digest})
    return content


def _page(
    session: "Session", starts_on: date, ends_on: date, language: str, made_by: str, with_name: bool
) -> TrajectoryPage:
    from eletdesk.domain.names import initials  # noqa: PLC0415
    from eletdesk.domain.network_member import NetworkMember  # noqa: PLC0415
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415
    from eletdesk.queries.other_names import OtherNames  # noqa: PLC0415
    from eletdesk.queries.trajectory import trajectory  # noqa: PLC0415

    person = live_rows(session, YoungPerson)[0]
    short = initials(person.given_name, person.family_name)
    name = f"{person.given_name} {person.family_name}".strip()
    others = OtherNames.of(live_rows(session, NetworkMember), [name])
    parts = [part for part in name.split() if len(part) > 2]
    own = OtherNames({} if with_name else dict.fromkeys((name, *parts), short))
    shown = _without_names(trajectory(session, starts_on, ends_on, has_confidential=False), others, own)
    return TrajectoryPage(shown, name if with_name else short, short, made_by, clock.today(), language)


def _without_names(shown: "Trajectory", *names: "OtherNames") -> "Trajectory":
    """Put roles and initials for the names in titles and goals, which the worker typed."""

    def said(text: str) -> str:
        for each in names:
            text = each.without(text)
        return text

    spans = tuple(replace(span, text=said(span.text)) for span in shown.spans)
    return replace(
        shown, spans=spans, marks=tuple(replace(mark, text=said(mark.text)) for mark in shown.marks)
    )
