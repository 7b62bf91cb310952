"""Rule 20: what leaves for the network holds counts of five or more, and nothing that points at somebody."""

from datetime import date

from hypothesis import given, settings

from eletdesk.statistics.facts import Facts
from eletdesk.statistics.release import make_release
from eletdesk.statistics.tables import summary_tables
from tests.statistics.invented_facts import LABELS, PERIOD, large_facts

#: Dimensions of Dataloep and of the pathway itself that a summary may have at this moment.
DIMENSIONS = {"people", "programme", "stage", "age", "gender", "reason", "outcome"}
LEAST = 5


@settings(max_examples=40, deadline=None)
@given(large_facts())
def test_rule_20_counts_under_five_and_ids_never_leave(facts: Facts) -> None:
    """Rule 20 (Dataloep dimensions; cells under 5 and what gives them away stay on the desk)."""
    made = make_release(
        summary_tables(facts, PERIOD, LABELS), PERIOD, made_on=date(2027, 1, 4), version="test"
    )
    for table in made.tables:
        assert table.code in DIMENSIONS
        assert all(row.count == 0 or row.count >= LEAST for row in table.rows)
        texts = [table.title, table.note, *table.columns, *(row.label for row in table.rows)]
        assert not any("case-" in text for text in texts)
