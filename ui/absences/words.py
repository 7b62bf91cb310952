"""Words about absences on the screen: school years, counts, letters with their meaning."""

from datetime import date

from eletdesk.domain.absence_count import AbsenceYear, ThresholdState
from eletdesk.domain.labels import label
from eletdesk.domain.school_calendar import Community, SchoolYear
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.law.absence_rules import AbsenceCode, Threshold, absence_rules
from eletdesk.translation import _, ngettext

CODE_TONES = {
    "problematic": "danger", "justified": "neutral", "late": "warn", "present": "ok", "open": "warn",
}  # fmt: skip


def year_text(year: SchoolYear, *, with_community: bool = True) -> str:
    """Name a school year: 2026-2027, Flemish."""
    if not with_community:
        return year.label
    return f"{year.label}, {label('community', year.community)}"


def code_choices(community: Community, on: date) -> list[tuple[str, str]]:
    """Return the codes that one can choose on a day, each with its meaning."""
    codes = absence_rules().codes_on(community.value, on)
    return [(one.code, code_text(one.code, one)) for one in codes if one.is_offered]


def code_text(letter: str, code: AbsenceCode | None) -> str:
    """Say a code with its meaning."""
    return (
        f"{letter} · {code.label.said()}" if code else _("{letter} · not in the list").format(letter=letter)
    )


def state_text(state: ThresholdState) -> str:
    """Say how far a threshold is: 3 of 5 half-days; once it is reached only the count."""
    if state.reached_on is not None:
        text = ngettext("{count} half-day", "{count} half-days", state.half_days)
        return text.format(count=state.half_days)
    text = ngettext("{count} of {most} half-day", "{count} of {most} half-days", state.threshold.half_days)
    return text.format(count=state.half_days, most=state.threshold.half_days)


def threshold_text(threshold: Threshold) -> str:
    """Say what a threshold asks for, and that it is an organisation's own number."""
    text = threshold.label.said()
    if threshold.is_exceeded:
        more = _("more than {count}").format(count=threshold.half_days)
        text = f"{text} ({more})"
    if threshold.is_changed:
        own = _("number of your organisation")
        text = f"{text} · {own}"
    return text


def reached_text(state: ThresholdState) -> str:
    """Say since when a threshold is reached, or how many half-days are left."""
    if state.reached_on is not None:
        text = _("{most} reached on {date}")
        said = text.format(most=state.threshold.reached_at, date=numeric_date(state.reached_on))
    else:
        text = ngettext("{count} half-day left", "{count} half-days left", state.left)
        said = text.format(count=state.left)
    if state.earlier:
        before = ", ".join(str(count) for count in state.earlier)
        told = _("the year before: {count}").format(count=before)
        said = f"{said} · {told}"
    return said


def count_lines(one: AbsenceYear) -> list[str]:
    """Say how the half-days of a year were counted, and what is not sure about it."""
    conversion = absence_rules().conversion_on(one.year.community, one.year.starts_on)
    said = [conversion.label.said() + "."]
    if conversion.method == "periods":
        text = ngettext("{count} unjustified period.", "{count} unjustified periods.", one.periods)
        said.append(text.format(count=one.periods))
    if one.without_periods:
        text = ngettext(
            "{count} half-day without a number of periods counts as {most}.",
            "{count} half-days without a number of periods count as {most} each.",
            one.without_periods,
        )
        said.append(text.format(count=one.without_periods, most=conversion.unknown_periods))
    if one.unknown_codes:
        text = ngettext(
            "{count} half-day has a code that is not in the list; it does not count.",
            "{count} half-days have a code that is not in the list; they do not count.",
            one.unknown_codes,
        )
        said.append(text.format(count=one.unknown_codes))
    return said
