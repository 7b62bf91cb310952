"""Choose another passphrase for an open desk."""

from typing import TYPE_CHECKING

from eletdesk.errors import InvalidInputError
from eletdesk.queries.register.views import index_cards
from eletdesk.storage.keys import change_passphrase
from eletdesk.storage.slots import Kdf
from eletdesk.storage.strength import judge

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


def own_words(desk: "Desk") -> list[str]:
    """Return words that somebody who knows this desk would try first."""
    words = [desk.worker, str(desk.file.setting("organisation", ""))]
    for card in desk.ask(index_cards):
        words += [card.given_name, card.family_name, card.school]
    return [word for word in words if word]


def choose_passphrase(desk: "Desk", passphrase: str, kdf: Kdf | None = None) -> None:
    """Let a new passphrase open the desk; the recovery key and every case file stay as they are."""
    strength = judge(passphrase, own_words(desk))
    if not strength.is_enough:
        raise InvalidInputError("passphrase", strength.advice)
    with desk.busy:
        change_passphrase(desk.folder, desk.key, passphrase, kdf=kdf)
