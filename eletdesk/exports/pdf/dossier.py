"""Draw a dossier on A4: title, sections with rows, text and lists, a note on secrecy, signatures."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eletdesk.exports.dossier_content import DossierContent, DossierSection
from eletdesk.exports.pdf.closing_blocks import secrecy_note, signature_lines
from eletdesk.exports.pdf.label_rows import LONGEST_VALUE, label_rows
from eletdesk.exports.pdf.page_frame import PageFrame, build_pdf
from eletdesk.exports.pdf.style import LIST_INDENT, MM, PAGE_HEIGHT, TEXT_WIDTH, style
from eletdesk.exports.pdf.text_blocks import paragraph, paragraphs
from eletdesk.queries.dates_in_words import day_in_words
from eletdesk.translation import _, speaking

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

# a title never stands alone at the foot of a page: this much must follow it
_KEPT_WITH_TITLE = 17 * MM
_SHORT_SECTION, _SHORT_CLOSING = 50 * MM, 110 * MM


def render_dossier(content: DossierContent) -> bytes:
    """Return the dossier as a PDF, in its own language; equal content gives equal bytes."""
    with speaking(content.language):
        frame = PageFrame(
            title=_title_without_name(content),
            language=content.language,
            foot=_foot(content),
            draft_mark=_("DRAFT") if content.is_draft else "",
        )
        return build_pdf(frame, lambda: list(_story(content)))


def _title_without_name(content: DossierContent) -> str:
    """Return the title, or a general one if someone put a part of the young person's name in it."""
    words = {word.casefold() for word in content.young_person.split() if len(word) > 2}
    if words & {word.casefold().strip(".,;:()") for word in content.title.split()}:
        return _("Referral dossier")
    return content.title


def _foot(content: DossierContent) -> str:
    """Return the line at the foot of each page."""
    made_on = day_in_words(content.made_on)
    state = _("draft, {date}").format(date=made_on) if content.is_draft else made_on
    return " · ".join(part for part in (content.case_title, content.title, state) if part)


def _story(content: DossierContent) -> Iterator["Flowable"]:
    """Yield the whole dossier from top to bottom."""
    yield from paragraphs(content.title, "title", TEXT_WIDTH)
    yield from paragraphs(_made_by_line(content), "subtitle", TEXT_WIDTH)
    for section in content.sections[:-1]:
        yield from _section(_section_blocks(section, content.young_person), _SHORT_SECTION)
    yield from _section(_last_blocks(content), _SHORT_CLOSING)


def _last_blocks(content: DossierContent) -> Iterator["Flowable"]:
    """Yield the last section with what closes the dossier: nobody signs a page without content."""
    for section in content.sections[-1:]:
        yield from _section_blocks(section, content.young_person)
    if content.has_secrecy_note:
        yield secrecy_note()
    if content.signatures:
        yield signature_lines(content.signatures)


def _made_by_line(content: DossierContent) -> str:
    """Return who made it, when, for whom, and that it is confidential."""
    date = day_in_words(content.made_on)
    makers = ", ".join(part for part in (content.organisation, content.made_by) if part)
    made = (
        _("Made by {makers}, on {date}.").format(makers=makers, date=date)
        if makers
        else _("Made on {date}.").format(date=date)
    )
    meant = _("Meant for {recipient}.").format(recipient=content.recipient) if content.recipient else ""
    return " ".join(part for part in (made, meant, _("Confidential.")) if part)


def _section(blocks: Iterator["Flowable"], short: float) -> Iterator["Flowable"]:
    """Yield one section; a short one stays on one page, a long one starts with its title and some text."""
    from reportlab.platypus import CondPageBreak, KeepTogether  # noqa: PLC0415

    content = list(blocks)
    if _fits(content, short):
        yield KeepTogether(content)
        return
    heading = style("heading")
    yield CondPageBreak(_KEPT_WITH_TITLE + heading.leading + heading.spaceBefore)
    yield from content


def _fits(blocks: Sequence["Flowable"], height: float) -> bool:
    """Say whether blocks under each other are not higher than a height."""
    for block in blocks:
        height -= block.wrap(TEXT_WIDTH, PAGE_HEIGHT)[1] + block.getSpaceBefore() + block.getSpaceAfter()
        if height < 0:
            return False
    return True


def _section_blocks(section: DossierSection, young_person: str) -> Iterator["Flowable"]:
    """Yield the blocks of one section; long values of rows come under the rows as text."""
    heading = paragraph(section.title, "heading", TEXT_WIDTH)
    heading.outline_title = section.title  # type: ignore[attr-defined]  # read by the page frame
    yield heading
    if section.question:
        yield from paragraphs(section.question, "question", TEXT_WIDTH)
    if section.is_empty:
        yield paragraph(_("Nothing filled in."), "question", TEXT_WIDTH)
        return
    short = [(label, value) for label, value in section.rows if len(value) <= LONGEST_VALUE]
    if short:
        yield label_rows(short, strong_value=young_person)
    for label, value in section.rows:
        if len(value) > LONGEST_VALUE:
            yield paragraph(label, "label", TEXT_WIDTH)
            yield from paragraphs(value, "body", TEXT_WIDTH)
    for text in section.paragraphs:
        yield from paragraphs(text, "body", TEXT_WIDTH)
    yield from _list(section.bullets, is_numbered=section.is_numbered)


def _list(items: Sequence[str], *, is_numbered: bool) -> Iterator["Flowable"]:
    """Yield a list with its numbers or dots standing in front of the text."""
    filled = [item for item in items if item.strip()]
    for number, item in enumerate(filled, start=1):
        yield from paragraphs(
            item, "list", TEXT_WIDTH - LIST_INDENT, mark=f"{number}." if is_numbered else "•"
        )
