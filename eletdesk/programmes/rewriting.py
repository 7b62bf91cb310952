"""Write a definition: what its forms hold as a text in the manner of the house, labels on one line each."""

from collections.abc import Mapping
from typing import Any

from eletdesk.translation import LANGUAGES


def definition_as_text(content: Mapping[str, Any]) -> str:
    """Return a definition as the text of its file."""
    import tomlkit  # noqa: PLC0415 - 30 ms that only who changes a programme needs

    return tomlkit.dumps(_written(content))


def with_version(text: str, version: int) -> str:
    """Return the text of a definition with another version; everything else stays as it is."""
    import tomlkit  # noqa: PLC0415

    document = tomlkit.parse(text)
    document["version"] = version
    return tomlkit.dumps(document)


def _written(value: Any) -> Any:
    """Return a value as it is written: a label is one line, a list of tables is a list of blocks."""
    import tomlkit  # noqa: PLC0415

    if isinstance(value, Mapping):
        table = tomlkit.inline_table() if set(value) == set(LANGUAGES) else tomlkit.table()
        # Single values come before tables, or they would be read as part of the last table.
        for key in sorted(value, key=lambda key: _is_block(value[key])):
            table[key] = _written(value[key])
        return table
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        blocks = tomlkit.aot()
        for one in value:
            blocks.append(_written(one))
        return blocks
    return value


def _is_block(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and isinstance(value[0], Mapping)
    return isinstance(value, Mapping) and set(value) != set(LANGUAGES)
