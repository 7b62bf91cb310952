"""The text of a definition as it stands in its file: it travels with every case that is worked with it."""

from functools import cache

from eletdesk.errors import NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes.reading import read_programme


@cache
def definition_text(code: str, version: int) -> str:
    """Return the text of one version of a programme."""
    for path in sorted((resources_folder() / "programmes").glob("*.toml")):
        text = path.read_text("utf-8")
        programme = read_programme(text, path.name)
        if (programme.code, programme.version) == (code, version):
            return text
    raise NotFoundError
