"""Kinds of referral dossier as data: sections, their questions, what fills them and who may see them."""

from dataclasses import dataclass
from pathlib import Path

from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.label import Basis, Label, Source
from eletdesk.programmes.reading import opened_definition, read_sources
from eletdesk.translation import _

SHARINGS = ("all", "bound_only", "never")
READY_WITH = ("identity", "anything", "text", "consent")
RECEIVERS = ("naft_provider", "youth_help", "vdab", "school", "clb", "agodi", "other")
SIGNERS = ("young_person", "parent", "referrer", "sender")
_USUAL_SIGNERS = ("young_person", "parent", "referrer")
PREFILLS = (
    "referrer",
    "identity",
    "enrolment",
    "parents",
    "reasons",
    "school_career",
    "sanctions",
    "picked_items",
    "network",
    "other_help",
    "pathway",
    "feedback",
    "attachments",
    "consent",
    "absences",
    "care_steps",
    "goals",
    "chronology",
)


@dataclass(frozen=True, slots=True)
class SectionKind:
    """One section: its question, a guide of how many words, what fills it, and who may see it.

    Sharing is all, bound_only (only a receiver bound by professional secrecy) or never; a section that
    is not shared at the start can be opened by the worker within that limit. Ready with says what a
    required section needs: identity, consent, text (or ticked items), or anything at all. In a list each
    line of the text is one numbered point.
    """

    code: str
    label: Label
    question: Label
    word_guide: tuple[int, int] | None
    prefill: tuple[str, ...]
    sharing: str
    is_shared_at_start: bool
    is_required: bool
    ready_with: str
    is_list: bool
    suggestions: tuple[Label, ...]
    covers: tuple[int, ...]

    @property
    def has_picked_items(self) -> bool:
        """Tell whether items of the timeline are ticked in this section."""
        return "picked_items" in self.prefill

    def may_be_shared_with(self, is_bound_by_secrecy: bool) -> bool:
        """Tell whether this receiver may see the section at all (rule 14)."""
        return self.sharing == "all" or (self.sharing == "bound_only" and is_bound_by_secrecy)


@dataclass(frozen=True, slots=True)
class DossierKind:
    """One version of one kind of dossier; a referral keeps code and version.

    Programmes are those that it is usual in, none for any. One that needs all parts leaves only when every
    required part is filled (rule 11); one that needs no consent follows from a duty.
    """

    code: str
    version: int
    label: Label
    receiver: str
    receiver_is_bound_by_secrecy: bool
    needs_consent: bool
    consent_purpose: str
    needs_all_parts: bool
    programmes: tuple[str, ...]
    signed_by: tuple[str, ...]
    confidentiality: Label
    sections: tuple[SectionKind, ...]
    sources: tuple[Source, ...]
    basis: Basis

    def suits(self, programme: str) -> bool:
        """Tell whether this dossier is usual in a programme; without a programme every one is."""
        return not programme or not self.programmes or programme in self.programmes

    def section(self, code: str) -> SectionKind:
        """Return one section."""
        for section in self.sections:
            if section.code == code:
                return section
        raise InvalidInputError("section", _("This dossier has no such section."))


DossierKinds = dict[tuple[str, int], DossierKind]


def read_dossier_kind(text: str, name: str) -> DossierKind:
    """Read one definition; name is the file's name in an error."""
    top = opened_definition(text, name)
    sources = read_sources(top)
    sections = top.tables("sections")
    refuse_doubles(sections)
    needs_consent = top.yes("needs_consent", default=True)
    kind = DossierKind(
        code=top.code(),
        version=top.whole("version", least=1),
        label=top.label("label"),
        receiver=top.one_of("receiver", RECEIVERS),
        receiver_is_bound_by_secrecy=top.yes("receiver_is_bound_by_secrecy"),
        needs_consent=needs_consent,
        consent_purpose=top.code("consent_purpose") if needs_consent else "",
        needs_all_parts=top.yes("needs_all_parts", default=False),
        programmes=top.texts("programmes") if top.has("programmes") else (),
        signed_by=top.texts("signed_by", SIGNERS) if top.has("signed_by") else _USUAL_SIGNERS,
        confidentiality=top.label("confidentiality"),
        sections=tuple(_section(table) for table in sections),
        sources=sources,
        basis=top.basis(),
    )
    top.done()
    return kind


def _section(table: DefinitionTable) -> SectionKind:
    sharing = table.one_of("sharing", SHARINGS)
    is_shared_at_start = table.yes("is_shared_at_start", default=sharing == "all")
    if is_shared_at_start and sharing == "never":
        table.refuse("is_shared_at_start", _("A section that is never shared cannot start as shared."))
    section = SectionKind(
        code=table.code(),
        label=table.label("label"),
        question=table.label("question"),
        word_guide=_word_guide(table),
        prefill=table.texts("prefill", PREFILLS),
        sharing=sharing,
        is_shared_at_start=is_shared_at_start,
        is_required=table.yes("is_required"),
        ready_with=table.one_of("ready_with", READY_WITH),
        is_list=table.yes("is_list", default=False),
        suggestions=table.labels("suggestions"),
        covers=table.wholes("covers"),
    )
    table.done()
    return section


def _word_guide(table: DefinitionTable) -> tuple[int, int] | None:
    """Return the fewest and most words to aim at; None for a section of rows only."""
    if not table.has("word_guide"):
        return None
    guide = table.wholes("word_guide")
    if len(guide) != 2 or not 0 < guide[0] < guide[1]:
        table.refuse("word_guide", _("Give two numbers: the fewest and the most words."))
    return guide[0], guide[1]


def load_dossier_kinds(folder: Path | None = None) -> DossierKinds:
    """Read every dossier kind of a folder, by code and version; by default those of the house."""
    found: DossierKinds = {}
    for path in sorted((folder or resources_folder() / "dossiers").glob("*.toml")):
        kind = read_dossier_kind(path.read_text(encoding="utf-8"), path.name)
        key = (kind.code, kind.version)
        if key in found:
            raise BrokenProgrammeError(path.name, "version", _("This dossier and version exist already."))
        found[key] = kind
    return found


def newest_dossier_kind(kinds: DossierKinds, code: str) -> DossierKind:
    """Return the newest version of a dossier kind, for a referral that starts now."""
    versions = [kind for (its_code, _version), kind in kinds.items() if its_code == code]
    if not versions:
        raise NotFoundError(_("This kind of dossier is not there."))
    return max(versions, key=lambda kind: kind.version)


def newest_dossier_kinds(kinds: DossierKinds, programme: str = "") -> tuple[DossierKind, ...]:
    """Return the newest version of every kind, those that suit a programme first."""
    codes = dict.fromkeys(code for code, _version in kinds)
    newest = [newest_dossier_kind(kinds, code) for code in codes]
    return tuple(sorted(newest, key=lambda kind: (not kind.suits(programme), not kind.programmes)))
