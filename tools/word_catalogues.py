"""Keep the word catalogues (resources/translations/<language>/<area>.po) in step with the source."""

import argparse
import re
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.whole_file import write_whole

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("eletdesk", "ui")
LANGUAGES = ("nl", "fr", "en")
PLURAL_RULES = {"nl": "n != 1", "fr": "n > 1", "en": "n != 1"}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
Word = tuple[str | None, str | tuple[str, ...] | list[str]]
MOST_LINES = 30
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def area_of(source: Path, root: Path = ROOT) -> str:
    """Name the catalogue of one source file: its first two path parts, or the package alone."""
    parts = source.relative_to(root).parts
    return "-".join(parts[:2]) if len(parts) > 2 else parts[0]


def areas(root: Path = ROOT) -> dict[str, list[Path]]:
    """Sort all source files by the catalogue that their words belong to."""
    found: dict[str, list[Path]] = {}
    for package in SOURCES:
        for source in sorted((root / package).rglob("*.py")):
            found.setdefault(area_of(source, root), []).append(source)
    return found


def words_in(sources: Iterable[Path]) -> Catalog:
    """Collect every marked word of these files into a catalogue without translations."""
    catalog = Catalog()
    for source in sources:
        for _line, words, _comments, context in extract_from_file("python", source, keywords=KEYWORDS):
            catalog.add(words, context=context)
    return catalog


def catalogue_path(language: str, area: str, root: Path = ROOT) -> Path:
    """Return where the words of one area lie in one language."""
    return root / "resources" / "translations" / language / f"{area}.po"


def read_catalogue(path: Path) -> Catalog:
    """Read one catalogue, or an empty one when the file is not there yet."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as stream:
        return read_po(stream, ignore_obsolete=True, abort_invalid=True)


def is_complete(message: Message) -> bool:
    """Say whether every form of a message is translated."""
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def merged(words: Catalog, known: Catalog, language: str) -> Catalog:
    """Join the words of the source with the translations that are already there."""
    result = Catalog(locale=language)
    for word in words:
        if word.id:
            said = word.id if language == "en" else _known_translation(word, known)
            result.add(word.id, said, context=word.context).flags.discard("python-format")
    return result


def _known_translation(word: Message, known: Catalog) -> str | tuple[str, ...] | list[str]:
    """Return what the catalogue says for a word, or empty forms of the right number."""
    empty = ("", "") if word.pluralizable else ""
    old = known.get(word.id, word.context)
    fits = old is not None and not old.fuzzy and old.pluralizable == word.pluralizable
    return (old.string or empty) if old and fits else empty


def as_text(catalog: Catalog, language: str) -> bytes:
    """Write a catalogue as .po text without dates and line numbers, sorted, so that changes stay small."""
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals=2; plural=({PLURAL_RULES[language]});\\n"\n\n'
    )
    body = BytesIO()
    write_po(
        body, catalog, width=0, omit_header=True, no_location=True, sort_output=True, ignore_obsolete=True
    )
    return header.encode() + body.getvalue().rstrip(b"\n") + b"\n"


def update(root: Path = ROOT, only: str | None = None) -> list[Path]:
    """Bring the catalogues of all areas, or of one, in step with the source; return what was written."""
    written = []
    for area, sources in areas(root).items():
        if only not in (None, area):
            continue
        words = words_in(sources)
        for language in LANGUAGES:
            path = catalogue_path(language, area, root)
            if len(words):
                text = as_text(merged(words, read_catalogue(path), language), language)
                if not path.exists() or path.read_bytes() != text:
                    write_whole(path, text)
                    written.append(path)
            elif path.exists():
                path.unlink()
                written.append(path)
    return written


def compile_catalogues(root: Path = ROOT) -> list[Path]:
    """Make the .mo file beside each .po file that changed, drop orphans; return what was written."""
    folder = root / "resources" / "translations"
    for orphan in folder.glob("*/*.mo"):
        if not orphan.with_suffix(".po").exists():
            orphan.unlink(missing_ok=True)
    written = []
    for path in sorted(folder.glob("*/*.po")):
        target = path.with_suffix(".mo")
        stamp = path.stat()
        if target.exists() and target.stat().st_mtime_ns == stamp.st_mtime_ns:
            continue
        ready = read_catalogue(path)
        for message in [m for m in ready if m.id and (m.fuzzy or not is_complete(m))]:
            ready.delete(message.id, message.context)
        packed = BytesIO()
        write_mo(packed, ready)
        write_whole(target, packed.getvalue(), modified_ns=stamp.st_mtime_ns)
        written.append(target)
    return written


def placeholders(text: str | tuple[str, ...] | list[str]) -> set[str]:
    """Return the {names} that a message's forms mention."""
    forms = [text] if isinstance(text, str) else text
    return {found for form in forms for found in PLACEHOLDER.findall(form)}


def untranslated(root: Path = ROOT, only: str | None = None) -> list[str]:
    """List every word without a Dutch or French translation, one line each."""
    return [
        f"{language} {area}: {_first(message)!r}"
        for area in areas(root)
        if only in (None, area)
        for language in ("nl", "fr")
        for message in read_catalogue(catalogue_path(language, area, root))
        if message.id and not is_complete(message)
    ]


def faults(root: Path = ROOT) -> list[str]:
    """List all that is wrong: missing, left over, fuzzy or empty words, other placeholders."""
    found = untranslated(root)
    sources = areas(root)
    for path in sorted((root / "resources" / "translations").glob("*/*.po")):
        if path.stem not in sources:
            found.append(f"{path.parent.name} {path.stem}: no source has this area")
    for area, files in sources.items():
        words = {(m.context, m.id) for m in words_in(files) if m.id}
        for language in LANGUAGES:
            found += _area_faults(
                f"{language} {area}", words, read_catalogue(catalogue_path(language, area, root))
            )
    for language in LANGUAGES:
        found += _said_in_two_ways(language, sources, root)
    return found


def _said_in_two_ways(language: str, areas_there: Iterable[str], root: Path) -> list[str]:
    """List words that two catalogues of one language translate differently: the program would say either."""
    said: dict[tuple[Word, bool], object] = {}
    found = []
    for area in areas_there:
        for message in read_catalogue(catalogue_path(language, area, root)):
            first = (message.context, _first(message))
            if (
                message.id
                and is_complete(message)
                and said.setdefault((first, message.pluralizable), message.string) != message.string
            ):
                found.append(f"{language} {area}: {first[1]!r} is said differently elsewhere")
    return found


def _area_faults(name: str, words: set[Word], known: Catalog) -> list[str]:
    there = {(m.context, m.id) for m in known if m.id}
    found = [f"{name}: {key[1]!r} is not in the catalogue" for key in sorted(words - there, key=str)]
    found += [f"{name}: {key[1]!r} is no longer said" for key in sorted(there - words, key=str)]
    for message in known:
        if message.id and message.fuzzy:
            found.append(f"{name}: {_first(message)!r} is fuzzy")
        if message.id and is_complete(message) and not _same_placeholders(message, name[:2]):
            found.append(f"{name}: {_first(message)!r} has other placeholders")
    return found


def _same_placeholders(message: Message, language: str) -> bool:
    """Compare the names; a French singular is also said for zero, so it must have them all."""
    asked = placeholders(message.id)
    if language == "fr" and isinstance(message.string, (tuple, list)):
        return all(placeholders(form) == asked for form in message.string)
    return placeholders(message.string or "") == asked


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def main(arguments: list[str]) -> int:
    """Update the word catalogues and list what is missing; with --check only look."""
    parser = argparse.ArgumentParser(prog="start.py words", description=main.__doc__)
    parser.add_argument("--area", help="write only this catalogue, for example ui-today")
    parser.add_argument("--check", action="store_true", help="write nothing, fail when anything is wrong")
    parser.add_argument("--compile", action="store_true", help="only compile what changed")
    chosen = parser.parse_args(arguments)
    if chosen.compile:
        compile_catalogues()
        return 0
    if chosen.check:
        wrong = faults()
        print("\n".join(wrong[:MOST_LINES]) or "All words are there in nl, fr and en.")
        print(f"{len(wrong)} faults; python3 start.py words brings most in order." if wrong else "", end="")
        return 1 if wrong else 0
    if chosen.area and chosen.area not in areas():
        parser.error("no such area; the areas are " + ", ".join(areas()))
    for path in update(only=chosen.area):
        print(f"wrote {path.relative_to(ROOT)}")
    missing = untranslated(only=chosen.area)
    print("\n".join(missing))
    print(f"{len(missing)} words to translate.")
    compile_catalogues()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
