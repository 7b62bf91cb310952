"""Make any pasted text fit to be kept in a file."""


def writable(text: str) -> str:
    """Return text without what a paste may bring and no file can hold: zero bytes and half emoji.

    The engine's triggers see a text only up to a zero byte, so seal and journal would not fit the row.
    """
    text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
