"""Tell a reader of a summary what its figures say and what they do not."""

from eletdesk.translation import _


def reading_guide() -> tuple[str, ...]:
    """Return how to read the figures of a summary, in the language spoken now."""
    return (
        _("Each young person with a pathway in the period counts once in each table, with the last pathway."),
        _("A table that would show 1 to 4 young people, also as a difference, is left out as a whole."),
        _("So is a table in which all young people of a group share one answer. A zero is shown."),
        _("Do not combine these figures with others to find out about one young person."),
        _("Numbers of different periods overlap: the same young person may be in both."),
    )
