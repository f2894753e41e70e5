"""Files as they are handed in: plain, packed, several in an archive, and what is made to do harm."""

from __future__ import annotations

import gzip
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from saqta.basis.refusal import Refused
from saqta.journal import feed_files as packing
from saqta.journal.feed_files import feed_files, one_file


def archive(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


def contents(path: Path) -> list[bytes]:
    found = []
    for file in feed_files(path):
        with file.open() as stream:
            found.append(stream.read())
    return found


def refusal_of(path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        contents(path)
    return refusal.value.faults[0].code


def test_a_file_is_the_same_plain_and_packed(tmp_path: Path) -> None:
    plain, squeezed = tmp_path / "Feed.CSV", tmp_path / "feed.csv.gz"
    plain.write_bytes(b"iin\n1\n")
    squeezed.write_bytes(gzip.compress(b"iin\n1\n"))
    zipped = archive(tmp_path / "feed.zip", {"feed.csv": b"iin\n1\n"})
    for path in (plain, squeezed, zipped):
        assert contents(path) == [b"iin\n1\n"]
        assert one_file(path).name == "feed.csv"
    assert [one_file(path).member for path in (plain, squeezed, zipped)] == [None, None, 1]


def test_an_archive_gives_its_files_in_its_order_and_nothing_else(tmp_path: Path) -> None:
    members = {"b.csv": b"b", "folder/": b"", "folder/a.csv": b"a", "__MACOSX/b.csv": b"x", "folder/.DS_Store": b"x"}
    path = archive(tmp_path / "feed.zip", members)
    assert contents(path) == [b"b", b"a"]
    assert [file.member for file in feed_files(path)] == [1, 2]
    with pytest.raises(Refused) as refusal:
        one_file(path)
    assert refusal.value.faults[0].code == "several-files"


def test_a_file_in_an_archive_can_be_opened_again_and_again(tmp_path: Path) -> None:
    (file,) = feed_files(archive(tmp_path / "feed.zip", {"feed.csv": bytes(1_000_000)}))
    for _ in range(3):
        with file.open() as stream:
            assert sum(map(len, iter(lambda: stream.read(7_777), b""))) == 1_000_000


def test_what_unpacks_out_of_proportion_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand times its size: more than what is always allowed is refused, the last byte of it is not."""
    monkeypatch.setattr(packing, "ALWAYS_ALLOWED", 3_000_000)
    for size, refused in ((3_000_000, False), (3_000_001, True)):
        squeezed = tmp_path / "feed.csv.gz"
        squeezed.write_bytes(gzip.compress(bytes(size)))
        zipped = archive(tmp_path / "feed.zip", {"feed.csv": bytes(size)})
        for path in (squeezed, zipped):
            if refused:
                assert refusal_of(path) == "unpacks-too-far"
            else:
                assert contents(path) == [bytes(size)]


def test_files_that_are_harmless_alone_are_judged_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "ALWAYS_ALLOWED", 3_000_000)
    path = archive(tmp_path / "feed.zip", {f"{number}.csv": bytes(400_000) for number in range(8)})
    assert refusal_of(path) == "unpacks-too-far"


def test_ordinary_text_of_any_size_is_in_proportion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "ALWAYS_ALLOWED", 1_000)
    content = b"".join(b"%012d;4250,00;2025-07;122\n" % (number * 7919) for number in range(20_000))
    assert contents(archive(tmp_path / "feed.zip", {"feed.csv": content})) == [content]


def _locked(path: Path) -> None:
    """As if by a password: the flag is set in both places where an archive has it."""
    whole = bytearray(archive(path, {"feed.csv": b"iin\n"}).read_bytes())
    whole[whole.index(b"PK\x03\x04") + 6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(whole)


def _lying(path: Path) -> None:
    """An archive that says of itself that it unpacks into one byte."""
    whole = bytearray(archive(path, {"feed.csv": b"iin\n" * 9_000}).read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = whole.index(mark) + place
        whole[start : start + 4] = (1).to_bytes(4, "little")
    path.write_bytes(whole)


REFUSED: dict[str, tuple[str, Callable[[Path], object]]] = {
    "locked by a password": ("locked-archive", _locked),
    "saying less than it holds": ("damaged-archive", _lying),
    "empty": ("empty-archive", lambda path: archive(path, {})),
    "folders only": ("empty-archive", lambda path: archive(path, {"folder/": b""})),
    "squeezed in an unusual way": ("archive-method", lambda path: archive(path, {"a": b"a" * 99}, zipfile.ZIP_LZMA)),
    "an archive in an archive": ("archive-in-archive", lambda path: archive(path, {"a.gz": gzip.compress(b"a")})),
    "a workbook": ("spreadsheet", lambda path: archive(path, {"[Content_Types].xml": b"", "xl/sheet.xml": b""})),
    "an older workbook": (
        "spreadsheet",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)),
    ),
    "an older workbook, packed": (
        "spreadsheet",
        lambda path: path.write_bytes(gzip.compress(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ),
    "cut off": ("damaged-archive", lambda path: path.write_bytes(archive(path, {"a": b"a" * 99}).read_bytes()[:-9])),
    "cut off, gzip": ("damaged-archive", lambda path: path.write_bytes(gzip.compress(bytes(999))[:-9])),
}


@pytest.mark.parametrize(("code", "write"), REFUSED.values(), ids=REFUSED)
def test_an_archive_that_cannot_be_taken_is_refused_in_words(
    code: str, write: Callable[[Path], object], tmp_path: Path
) -> None:
    write(tmp_path / "feed.zip")
    assert refusal_of(tmp_path / "feed.zip") == code


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_archive_gives_what_was_in_it_or_a_refusal(tmp_path: Path, seed: int) -> None:
    chance, content = random.Random(seed), b"iin,citizenship\n" * 40
    path = tmp_path / "feed.zip"
    whole = bytearray(archive(path, {"a.csv": content, "b.csv": content}).read_bytes())
    for _ in range(chance.randrange(1, 4)):
        whole[chance.randrange(4, len(whole))] = chance.randrange(256)
    path.write_bytes(whole)
    with suppress(Refused):
        assert set(contents(path)) <= {content}
