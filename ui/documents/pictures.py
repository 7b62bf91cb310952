"""Turn the content of a document into pictures or text, from memory; nothing is written anywhere."""

from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.page_images import page_images

MOST_PAGES = 30
_LONGEST_TEXT = 200_000
_LARGEST_SIDE = 2_000
_MEMORY_MB = 256
_TEXT_ENDINGS = (".txt", ".md", ".csv", ".tsv", ".log")
_IMAGE_KINDS = (b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp")


@dataclass(frozen=True)
class Looked:
    """What can be shown: pictures, or text, or neither; is_cut when there is more than is shown."""

    images: list[QImage] = field(default_factory=list)
    text: str = field(default="", repr=False)
    is_cut: bool = False


def look_into(name: str, content: bytes, width: int) -> Looked:
    """Return what a document looks like at a width in pixels; raises EletdeskError when it is damaged."""
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _pdf(content, width)
    image = _image(content, width)
    if image is not None:
        return Looked(images=[image])
    if name.lower().endswith(_TEXT_ENDINGS):
        text = _text(content)
        return Looked(text=text[:_LONGEST_TEXT], is_cut=len(text) > _LONGEST_TEXT)
    return Looked()


def _pdf(content: bytes, width: int) -> Looked:
    from eletdesk.exports.pdf.pages import draw_first_pages  # noqa: PLC0415 - brings the PDF room along

    try:
        pages, count = draw_first_pages(content, width, MOST_PAGES)
    except Exception:  # noqa: BLE001 - a stranger's file may break a reader in any way
        raise EletdeskError(
            _("This PDF cannot be shown: it is damaged, or it asks for a password.")
        ) from None
    return Looked(images=page_images(pages), is_cut=count > len(pages))


def _image(content: bytes, width: int) -> QImage | None:
    """Read a picture of an ordinary kind, never larger than is sensible."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = bytes(QImageReader.imageFormat(buffer).data())
    if kind not in _IMAGE_KINDS:
        return None
    reader = QImageReader(buffer)
    reader.setAllocationLimit(_MEMORY_MB)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LARGEST_SIDE:
        reader.setScaledSize(
            size.scaled(QSize(_LARGEST_SIDE, _LARGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    if image.isNull():
        raise EletdeskError(_("This picture cannot be shown: it is damaged."))
    if image.width() > width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return image


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")
