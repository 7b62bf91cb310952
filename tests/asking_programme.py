"""A small programme with every kind of question, made from the one that the house has."""

import tomllib
from typing import Any

from eletdesk.locations import resources_folder
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import read_programme
from eletdesk.programmes.rewriting import definition_as_text

QUESTIONS = """
[[questions]]
code = "what_helps"
kind = "text"
stage = "plan"
label = { nl = "Wat helpt?", fr = "Qu'est-ce qui aide ?", en = "What helps?" }
source = "eletdesk"
valid_from = 2026-01-01

[[questions]]
code = "missed_days"
kind = "number"
label = { nl = "Gemiste dagen", fr = "Jours manqués", en = "Missed days" }
source = "eletdesk"
valid_from = 2026-01-01

[[questions]]
code = "first_visit"
kind = "date"
label = { nl = "Eerste bezoek", fr = "Première visite", en = "First visit" }
source = "eletdesk"
valid_from = 2026-01-01

[[questions]]
code = "has_laptop"
kind = "yes_no"
label = { nl = "Heeft een laptop", fr = "A un ordinateur", en = "Has a laptop" }
source = "eletdesk"
valid_from = 2026-01-01

[[questions]]
code = "travels"
kind = "choice"
label = { nl = "Komt met", fr = "Vient en", en = "Comes by" }
source = "eletdesk"
valid_from = 2026-01-01
choices = [
  { code = "bus", label = { nl = "Bus", fr = "Bus", en = "Bus" } },
  { code = "bike", label = { nl = "Fiets", fr = "Vélo", en = "Bike" } },
]

[[questions]]
code = "likes"
kind = "many"
label = { nl = "Doet graag", fr = "Aime", en = "Likes" }
source = "eletdesk"
valid_from = 2026-01-01
choices = [
  { code = "cooking", label = { nl = "Koken", fr = "Cuisiner", en = "Cooking" } },
  { code = "sports", label = { nl = "Sport", fr = "Sport", en = "Sports" } },
]
"""


def naft_text() -> str:
    """Return the definition of NAFT as the house ships it."""
    return (resources_folder() / "programmes" / "naft.toml").read_text("utf-8")


def asking_content(version: int = 7) -> dict[str, Any]:
    """Return NAFT with questions of every kind instead of its own, under another version."""
    content = tomllib.loads(naft_text())
    content["version"] = version
    content["questions"] = tomllib.loads(QUESTIONS)["questions"]
    content["gates"] = [gate for gate in content["gates"] if not gate["needs"].startswith("answer:")]
    content["tasks"] = []
    return content


def asking_text(version: int = 7) -> str:
    """Return the text of that definition."""
    return definition_as_text(asking_content(version))


def asking_programme(version: int = 7) -> Programme:
    """Return the programme of that text."""
    return read_programme(asking_text(version), "asking.toml")


def homework_text() -> str:
    """Return another programme, with the stages of NAFT."""
    text = naft_text().replace('code = "naft"\n', 'code = "huiswerk"\n', 1)
    label = 'short = { nl = "Huiswerk", fr = "Devoirs", en = "Homework" }'
    text = text.replace('short = { nl = "NAFT", fr = "NAFT", en = "NAFT" }', label, 1)
    name = 'label = { nl = "Huiswerkklas", fr = "École de devoirs", en = "Homework class" }'
    start = text.index('label = { nl = "Naadloos')
    return text[:start] + name + text[text.index("\n", start) :]
