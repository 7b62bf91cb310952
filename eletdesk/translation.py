"""Say every sentence in Dutch, French or English; a dossier may speak another language than the screen."""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from eletdesk.locations import resources_folder

LANGUAGES = ("nl", "fr", "en")

_screen_language = "nl"
_spoken: ContextVar[str | None] = ContextVar("eletdesk_language", default=None)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    """Read all catalogues of one language and join them into one."""
    joined: _gettext.NullTranslations = _gettext.NullTranslations()
    for path in sorted((resources_folder() / "translations" / language).glob("*.mo")):
        with path.open("rb") as stream:
            part = _gettext.GNUTranslations(stream)
        if isinstance(joined, _gettext.GNUTranslations):
            joined._catalog.update(part._catalog)  # type: ignore[attr-defined]
        else:
            joined = part
    return joined


def language() -> str:
    """Return the language that sentences are said in now: nl, fr or en."""
    return _spoken.get() or _screen_language


def use_language(code: str) -> None:
    """Let the screen speak nl, fr or en from now on."""
    global _screen_language  # noqa: PLW0603
    if code not in LANGUAGES:
        raise ValueError("language must be nl, fr or en")
    _screen_language = code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language inside this block, in this thread only: a dossier's, not the screen's."""
    if code not in LANGUAGES:
        raise ValueError("language must be nl, fr or en")
    token = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(token)


def _(message: str) -> str:
    """Translate one English message."""
    return _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that depends on a count; French says the singular for zero."""
    return _catalogue(language()).ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Translate a message whose meaning needs a context, for example one short word."""
    return _catalogue(language()).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802
    """Mark a message for translation without translating it yet."""
    return message
