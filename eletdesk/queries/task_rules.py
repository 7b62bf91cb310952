"""Which rule of a programme asked for a task, and where that rule comes from."""

from collections.abc import Mapping

from eletdesk.programmes.definition import Programme
from eletdesk.programmes.label import Basis
from eletdesk.translation import _

GATE = "gate:"


def rule_name(programme: Programme, code: str) -> str:
    """Return the name of a rule as a task keeps it: naft/call_school or naft/gate:clb_referrer."""
    return f"{programme.code}/{code}"


def rule_basis(programmes: Mapping[tuple[str, int], Programme], rule: str) -> Basis | None:
    """Return where the rule of a task comes from; None where no programme here knows it."""
    code, _slash, name = rule.partition("/")
    versions = sorted(
        (one for key, one in programmes.items() if key[0] == code), key=lambda one: -one.version
    )
    for programme in versions:
        found = _basis(programme, name)
        if found is not None:
            return found
    return None


def _basis(programme: Programme, name: str) -> Basis | None:
    if name.startswith(GATE):
        gates = (gate for stage in programme.stages for gate in stage.gates)
        return next((gate.basis for gate in gates if gate.needs == name.removeprefix(GATE)), None)
    return next((rule.basis for rule in programme.tasks if rule.code == name), None)


def say_rule(programmes: Mapping[tuple[str, int], Programme], rule: str) -> str:
    """Say in one sentence why a task is there; empty for one that the worker made."""
    if not rule:
        return ""
    basis = rule_basis(programmes, rule)
    if basis is None:
        return _("Asked by the programme")
    return _("Asked by: {source}").format(source=basis.source.title.said())
