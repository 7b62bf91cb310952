"""Every name that the glossary gives for the code is in the code."""

import re

from tests.structure.house import ROOT, python_files


def test_every_name_of_the_code_is_there() -> None:
    sources = [*python_files("eletdesk", "ui"), *sorted((ROOT / "resources").rglob("*.toml"))]
    written = set(re.findall(r"\w+", "\n".join(path.read_text("utf-8") for path in sources)))
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    rows = re.findall(r"^\|.+\| ([^|]+) \|$", glossary, re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert len(names) > 50
    assert sorted(names - written) == []
