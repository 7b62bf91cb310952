"""What a disk may hold after a power cut: replays a log of calls and drops what was not synced."""

import os
import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("=QQQQq")


@dataclass(frozen=True)
class Call:
    """One call of the log of faults.c."""

    kind: str
    path: str
    second: str
    offset: int
    data: bytes


def read_log(log: Path) -> list[Call]:
    """Return the calls in their order."""
    raw, at, calls = log.read_bytes(), 0, []
    while at < len(raw):
        kind, path, second, length, offset = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        parts = []
        for size in (path, second, length):
            parts.append(raw[at : at + size])
            at += size
        calls.append(Call(chr(kind), parts[0].decode(), parts[1].decode(), offset, parts[2]))
    return calls


@dataclass
class Inode:
    """One file: what is surely on the disk, and changes that wait for a sync (None = cut to the offset)."""

    safe: bytes = b""
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def content(self, chosen: list[tuple[int, bytes | None]]) -> bytes:
        """Return the content when these of the waiting changes reached the disk."""
        content = bytearray(self.safe)
        for offset, data in chosen:
            if data is None:
                del content[offset:]
                content.extend(bytes(offset - len(content)))
                continue
            content.extend(bytes(max(0, offset + len(data) - len(content))))
            content[offset : offset + len(data)] = data
        return bytes(content)


@dataclass
class Disk:
    """A folder tree on a disk whose cache is lost at a power cut.

    names are the entries that are surely on the disk; each waiting change of names is (folder, path, inode),
    inode None for a name that goes away. Folders are always there: making one is not what is tested.
    """

    inodes: dict[int, Inode] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    live: dict[str, int] = field(default_factory=dict)
    waiting: list[tuple[str, list[tuple[str, int | None]]]] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        """Return a disk on which everything in a folder is safe."""
        disk = cls()
        for path in folder.rglob("*"):
            name = f"/{path.relative_to(folder)}"
            if path.is_dir():
                disk.folders.add(name)
            else:
                disk.live[name] = len(disk.inodes)
                disk.inodes[len(disk.inodes)] = Inode(path.read_bytes())
        disk.names = dict(disk.live)
        return disk

    def apply(self, call: Call) -> None:
        """Take one call into the cache, or for a sync: to the disk."""
        if call.kind == "c":
            number = len(self.inodes)
            self.inodes[number] = Inode()
            self._rename([(call.path, number)])
        elif call.kind == "r":
            self._rename([(call.path, None), (call.second, self.live[call.path])])
        elif call.kind == "u":
            self._rename([(call.path, None)])
        elif call.kind == "m":
            self.folders.add(call.path)
        elif call.kind == "w":
            self.inodes[self.live[call.path]].waiting.append((call.offset, call.data))
        elif call.kind == "t":
            self.inodes[self.live[call.path]].waiting.append((call.offset, None))
        elif call.kind == "s":
            self._sync(call.path)

    def _rename(self, changes: list[tuple[str, int | None]]) -> None:
        """One change of names, of a single folder and atomic."""
        self.waiting.append((changes[-1][0].rpartition("/")[0], changes))
        _name(self.live, changes)

    def _sync(self, path: str) -> None:
        if path in self.live:
            inode = self.inodes[self.live[path]]
            inode.safe, inode.waiting = inode.content(inode.waiting), []
            return
        for folder, changes in self.waiting:
            if folder == path:
                _name(self.names, changes)
        self.waiting = [entry for entry in self.waiting if entry[0] != path]

    def after_power_cut(self, chance: random.Random, draws: int) -> Iterator[dict[str, bytes]]:
        """Yield states the disk may be in: of the cache nothing, names, data, all, and random parts."""
        for names, data in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)):
            yield self._state(chance, names, data)
        for draw in range(draws):  # whole writes and torn ones by turns
            yield self._state(chance, -1.0, -1.0 if draw % 2 else -2.0)

    def _state(self, chance: random.Random, names: float, data: float) -> dict[str, bytes]:
        entries = dict(self.names)
        # The changes of one folder reach the disk in their order; folders are independent.
        reached = {folder: self._reach(chance, folder, names) for folder, _changes in self.waiting}
        for folder, changes in self.waiting:
            if reached[folder] > 0:
                _name(entries, changes)
                reached[folder] -= 1
        return {path: self._content(chance, self.inodes[number], data) for path, number in entries.items()}

    def _reach(self, chance: random.Random, folder: str, share: float) -> int:
        number = sum(other == folder for other, _changes in self.waiting)
        return chance.randint(0, number) if share < 0 else int(share * number)

    def _content(self, chance: random.Random, inode: Inode, share: float) -> bytes:
        if share >= 0:
            return inode.content(inode.waiting if share else [])
        size = SECTOR if share == -1.0 else 1 << 30
        pieces: list[tuple[int, bytes | None]] = []
        for offset, data in inode.waiting:
            if data is None:
                pieces.append((offset, None))
            else:
                pieces += [(offset + at, data[at : at + size]) for at in range(0, len(data), size)]
        return inode.content([piece for piece in pieces if chance.random() < 0.5])


def _name(entries: dict[str, int], changes: list[tuple[str, int | None]]) -> None:
    for path, number in changes:
        if number is None:
            entries.pop(path, None)
        else:
            entries[path] = number


@dataclass(frozen=True)
class Times:
    """When each file was changed last, before and after the work: what the register compares."""

    before: dict[str, tuple[bytes, int]]
    after: dict[str, tuple[bytes, int]]

    @staticmethod
    def of(folder: Path) -> dict[str, tuple[bytes, int]]:
        """Return content and time of each file."""
        return {
            f"/{path.relative_to(folder)}": (path.read_bytes(), path.stat().st_mtime_ns)
            for path in folder.rglob("*")
            if path.is_file()
        }

    def fitting(self, name: str, content: bytes) -> int | None:
        """Return the time of a file that is as it was before, or else the time it had at the end."""
        if name in self.before and self.before[name][0] == content:
            return self.before[name][1]
        return self.after[name][1] if name in self.after else None


def put(state: dict[str, bytes], folders: set[str], times: Times, target: Path) -> None:
    """Write a state of the disk into an empty folder."""
    target.mkdir()
    for name in sorted(folders):
        (target / name[1:]).mkdir(parents=True, exist_ok=True)
    for name, content in state.items():
        (target / name[1:]).write_bytes(content)
        at = times.fitting(name, content)
        if at is not None:
            os.utime(target / name[1:], ns=(at, at))
