"""Matters of follow-up: a term that is near or over, school left without a word since, the 18th birthday."""

from collections.abc import Iterator
from datetime import date, timedelta

from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.anniversaries import years_later
from eletdesk.programmes.law.early_leaving import early_leaving
from eletdesk.programmes.law.youth_guarantee import YouthGuarantee, is_in_age, youth_guarantee
from eletdesk.queries.attention.cases import running
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection
from eletdesk.translation import _, ngettext

TAB = "follow_up"
_OVERDUE, _OFFER, _NEAR, _LEFT, _BIRTHDAY = 75, 58, 46, 44, 26


def follow_up_terms(_register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of the nearest term that is over or near, of closed cases too (rule 19)."""
    rules = youth_guarantee()
    for card in cards:
        if not card.follow_up_due_on:
            continue
        due_on = date.fromisoformat(card.follow_up_due_on)
        term = rules.term(card.follow_up_code, region=card.region)
        is_offer = term is not None and term.looks_for == "offer"
        if (due_on - today).days > _told_days(rules, is_offer):
            continue
        name = term.label.said() if term else _("Follow-up")
        source = term.basis.source.title.said() if term else ""
        title, tone, weight = _said(name, due_on, is_offer, today)
        yield Attention(
            card.case_id, card.name, "aftercare", tone, title, _detail(due_on, today), "follow_up", weight,
            row_id=card.follow_up_id, tab=TAB, source=source, kind="follow_up",
        )  # fmt: skip


def _told_days(rules: YouthGuarantee, is_offer: bool) -> int:
    return rules.notice.offer_weeks * 7 if is_offer else rules.notice.follow_up_days


def _said(name: str, due_on: date, is_offer: bool, today: date) -> tuple[str, str, float]:
    days = (due_on - today).days
    if days < 0:
        late = ngettext("{count} day late", "{count} days late", -days).format(count=-days)
        return f"{name}: {late}", "danger", _OVERDUE + min(-days, 20) / 100
    if days < 7:
        left = ngettext("{count} day left", "{count} days left", days).format(count=days)
    else:
        left = ngettext("{count} week left", "{count} weeks left", days // 7).format(count=days // 7)
    is_pressing = days < 7 or is_offer
    return f"{name}: {left}", "warn" if is_pressing else "info", _OFFER if is_pressing else _NEAR


def _detail(due_on: date, today: date) -> str:
    if due_on < today:
        return _("The last day was {date}").format(date=short_date(due_on, today))
    return _("The last day is {date}").format(date=short_date(due_on, today))


def left_school(_register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of who left school while nothing is known since: no situation and no term (rule 19)."""
    rules = youth_guarantee()
    for card in running(cards):
        left = card.left_school_on
        if not left or left >= today.isoformat() or not card.birth_on:
            continue
        limit = rules.age_limit(card.region, today)
        is_meant = limit is not None and is_in_age(date.fromisoformat(card.birth_on), today, limit)
        is_known = card.situation_since >= left or card.follow_up_from >= left
        if is_known or not is_meant or limit is None:
            continue
        on = short_date(date.fromisoformat(left), today)
        yield Attention(
            card.case_id, card.name, "school", "warn", _("Left school on {date}").format(date=on),
            _("Nothing is known since: what does the young person do now?"), "open", _LEFT,
            tab=TAB, source=limit.basis.source.title.said(), kind="left_school",
        )  # fmt: skip


def birthdays(_register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of an 18th birthday that comes: compulsory education ends and the young person decides alone."""
    compulsory = early_leaving().compulsory
    last = today + timedelta(days=youth_guarantee().notice.birthday_days)
    for card in running(cards):
        if not card.birth_on:
            continue
        turns_on = years_later(date.fromisoformat(card.birth_on), compulsory.until_age)
        if not today <= turns_on <= last:
            continue
        title = _("Turns {age} on {date}").format(age=compulsory.until_age, date=short_date(turns_on, today))
        yield Attention(
            card.case_id, card.name, "date", "info", title,
            _("Compulsory education ends, and the young person is of age"), "open", _BIRTHDAY,
            tab=TAB, source=compulsory.basis.source.title.said(), kind="birthday",
        )  # fmt: skip
