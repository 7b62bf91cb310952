"""The time-outs of a school year in lesson half-days, and the codes that the school needs (rules 7 and 8)."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import label
from eletdesk.domain.school_calendar import HalfDay
from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.time_out_ledger import LedgerLine, TimeOutLedger
from eletdesk.translation import _, ngettext
from ui.case.icon_row import IconRow
from ui.widgets.buttons import icon_button, secondary
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import Label, small

_MOST_DAYS = 4


class LedgerCard(Card):
    """Every time-out with its half-days and code; `codes_asked` makes the lines for the school."""

    opened = Signal(str)
    codes_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Time-outs this school year"), parent=parent)
        self.codes = secondary(_("Codes for the school"), self.codes_asked.emit, icon_name="export", sz="s")
        self.add_action(self.codes)

    def show_ledger(self, ledger: TimeOutLedger) -> None:
        """Show the time-outs of one school year."""
        self.clear()
        count = ledger.half_days
        text = ngettext("{count} lesson half-day", "{count} lesson half-days", count).format(count=count)
        self.set_title(_("Time-outs of {year}").format(year=ledger.year.label))
        self.codes.setVisible(bool(ledger.lines))
        for line in ledger.lines:
            self.add_row(self._row(line))
        if ledger.uncovered:
            self.add(Label(_say_uncovered(ledger), role="small", tone="warn", wrap=True))
        if not ledger.lines:
            self.add(small(_("No time-out in this school year."), wrap=True))
            return
        self.add(Label(f"{text}. {_say(ledger)}", role="small", tone="text2", wrap=True))

    def _row(self, line: LedgerLine) -> QWidget:
        name = label("time_out", line.kind)
        halves = ngettext("{count} lesson half-day", "{count} lesson half-days", line.half_days)
        second = f"{_when(line.starts)} – {_when(line.ends)} · {halves.format(count=line.half_days)}"
        if line.all_half_days != line.half_days:
            whole = _("{count} in all").format(count=line.all_half_days)
            second = f"{second} ({whole})"
        chips = []
        if line.code:
            is_free = not line.why_not
            chips.append(Chip(_("code {code}").format(code=line.code), tone="ok" if is_free else "neutral"))
        if line.why_not:
            second = f"{second}\n{line.why_not[:1].upper()}{line.why_not[1:]}."
        if line.limit_reason:
            why = _("Longer than the rule: {reason}").format(reason=line.limit_reason)
            second = f"{second}\n{why}"
        says = _("Open: {what}").format(what=f"{name}, {_when(line.starts)}")
        ends = [icon_button("write", says, partial(self.opened.emit, line.row_id), sz="s")]
        return IconRow("time-out", name, second, chips=chips, ends=ends, wraps=True, margins=(16, 10, 12, 10))


def _when(half_day: HalfDay) -> str:
    return f"{short_date(half_day.on, clock.today())} {label('part', half_day.part).lower()}"


def _say(ledger: TimeOutLedger) -> str:
    given, kept = len(ledger.given_out), len(ledger.kept_back)
    said = ngettext(
        "{count} half-day can go to the school with a code.",
        "{count} half-days can go to the school with a code.",
        given,
    ).format(count=given)
    if kept:
        more = ngettext("{count} half-day gets no code.", "{count} half-days get no code.", kept)
        said = f"{said} {more.format(count=kept)}"
    return said


def _say_uncovered(ledger: TimeOutLedger) -> str:
    count = len(ledger.uncovered)
    text = ngettext(
        "On {count} day a session was in lesson time without a time-out: tell the school ({days}).",
        "On {count} days a session was in lesson time without a time-out: tell the school ({days}).",
        count,
    )
    days = ", ".join(short_date(on, clock.today()) for on in ledger.uncovered[:_MOST_DAYS])
    return text.format(count=count, days=days if count <= _MOST_DAYS else f"{days} ...")
