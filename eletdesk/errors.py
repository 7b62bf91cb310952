"""Say what went wrong in one sentence that a guidance worker can act on; never carry a value."""

from eletdesk.translation import _


class EletdeskError(Exception):
    """Something the user is told in one sentence; str(error) is that sentence."""


class InvalidInputError(EletdeskError):
    """One field holds something that cannot be kept; field names the argument."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class ReasonNeededError(InvalidInputError):
    """A rule asks for a reason; the same call with the reason given goes through."""


class NotFoundError(EletdeskError):
    """What was asked for is not (or no longer) there."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or _("This is no longer here."))


class WrongPassphraseError(EletdeskError):
    """The passphrase or recovery key opens no slot of the desk."""

    def __init__(self) -> None:
        super().__init__(_("That passphrase does not fit. Check Caps Lock and try again."))


class DamagedFileError(EletdeskError):
    """A file's content cannot be trusted: a page, the seal or the journal does not fit."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or _("This file is damaged. It is kept as it is; use a backup."))


class OlderCopyError(DamagedFileError):
    """The file is sound but older than what the desk has already seen of it."""

    def __init__(self) -> None:
        super().__init__(_("An older copy stands in the place of this file. Put the newest copy back."))


class NewerFileError(EletdeskError):
    """The file was written by a newer eletdesk."""

    def __init__(self) -> None:
        super().__init__(_("This file was made by a newer eletdesk. Update the program to open it."))


class MissingFileError(EletdeskError):
    """A file that the desk needs is not there."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or _("A file of the desk is missing. Look in the bin or in a backup."))


class DeskInUseError(EletdeskError):
    """Another program holds the desk; owner and since are from its lock."""

    def __init__(self, owner: str, since: str) -> None:
        super().__init__(
            _("This desk is already open: {owner}, since {since}.").format(owner=owner, since=since)
        )


class DiskFullError(EletdeskError):
    """The disk has no room; nothing was half written."""

    def __init__(self) -> None:
        super().__init__(_("The disk is full. Make room and save again; what you typed is still here."))


class ReadOnlyPlaceError(EletdeskError):
    """The desk's folder or file may not be written."""

    def __init__(self) -> None:
        super().__init__(_("This place can be read but not written. Choose another folder."))


class CannotWriteError(EletdeskError):
    """Writing failed for another reason than room or rights; nothing was half written."""

    def __init__(self) -> None:
        super().__init__(_("Saving did not work. What you typed is still here; try again."))
