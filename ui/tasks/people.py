"""The people a task or a session can be for."""

from eletdesk.domain.names import first_name_and_initial, sort_key
from eletdesk.queries.register.views import index_cards
from ui.open_desk import OpenDesk


def people_to_choose(desk: OpenDesk, *, short_names: bool) -> list[tuple[str, str]]:
    """Return case and name of everybody with a pathway that is not closed."""
    cards = [card for card in desk.ask(index_cards) if card.stage and not card.closed_on]
    cards.sort(key=lambda card: sort_key(card.given_name, card.family_name))
    if short_names:
        return [(card.case_id, first_name_and_initial(card.given_name, card.family_name)) for card in cards]
    return [(card.case_id, card.name) for card in cards]
