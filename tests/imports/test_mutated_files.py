"""A thousand damaged workbooks: each is read and wholly accounted for, or refused with one sentence."""

import io
import os
import random
import zipfile
from collections import Counter
from pathlib import Path

from eletdesk.errors import InvalidInputError
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.spreadsheet import read_workbook
from tests.imports.file_makers import as_rows, ods, xls, zipped

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
# more at night: ELETDESK_MUTATIONS=10000
COUNT = int(os.environ.get("ELETDESK_MUTATIONS", "1000"))
TOKENS = (
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b'"',
        b"</row>",
        b"<row>",
        b"<c>",
        b'r="ZZ9"',
        b't="s"',
        b"\0",
        b"9999999999",
    ),
    *(b"-1", b"\xff\xfe", b"<!DOCTYPE a>", b"1e400", b"NaN", b";", b"\n", b"\t", b"=1+1", b"\xed\xa0\x80"),
)


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Change, cut, double or insert a few pieces."""
    data = bytearray(content)
    for _step in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(data) + 1)
        length = dice.choice((1, 1, 2, 8, 64, 512))
        match dice.randrange(5):
            case 0:
                data[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length]
            case 3:
                data[at:at] = dice.choice(TOKENS)
            case _:
                data[at : at + length] = dice.randbytes(len(data[at : at + length]))
    return bytes(data)


def mutated_part(content: bytes, dice: random.Random) -> bytes:
    """Damage one part inside a zip, so that the damage gets past the zip's own check."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([one for one in parts if parts[one]])
    return zipped(parts | {name: mutated(parts[name], dice)})


def test_no_damaged_workbook_gets_past_the_reader_with_another_error() -> None:
    dice = random.Random(20261122)
    book = (SAMPLES / "caseload_naft.xlsx").read_bytes()
    sheets = read_workbook(book)
    few = {name: rows[:12] for name, rows in as_rows(sheets).items()}
    sources = (book, ods(few), xls(sheets[0].rows[:12]), (SAMPLES / "suivi_eleves.csv").read_bytes())
    results: Counter[str] = Counter()
    for number in range(COUNT):
        source = sources[number % 4] if number % 8 else sources[0]
        is_zip = source.startswith(b"PK") and number % 3
        content = mutated_part(source, dice) if is_zip else mutated(source, dice)
        try:
            plan = plan_caseload(read_workbook(content, "lijst"))
        except InvalidInputError:
            results["refused"] += 1
        else:
            assert plan.is_accounted_for()
            results["read"] += 1
    assert results.total() == COUNT
    assert min(results["read"], results["refused"]) > COUNT // 10, results
