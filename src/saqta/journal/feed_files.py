"""Files as they are handed in: plain, compressed by gzip, or several in a zip archive. Whoever reads a feed opens it
here and nowhere else, so that every feed may come packed and none can unpack into more than was bargained for.

What is inside is read as a stream, in memory that does not grow; a file inside an archive is a file of its own.
"""

from __future__ import annotations

import gzip
import io
import stat
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

HIGHEST_RATIO = 250
"""Bytes that one byte of an archive may unpack into. Payment files reach about 40; what is made to fill a disk, over
1,000."""

ALWAYS_ALLOWED = 64 << 20
"""Bytes that anything may unpack into, whatever its ratio."""

MOST_UNPACKED = 64 << 30
"""Bytes that nothing may exceed unpacked: a payment order of the whole country takes about an eighth of it."""

MOST_MEMBERS = 10_000

_GZIP = b"\x1f\x8b\x08"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls
_IN_EVERY_WORKBOOK = frozenset({"[Content_Types].xml", "mimetype"})  # .xlsx and .ods are zip archives
_IN_EVERY_XLSX = "xl/workbook.xml"
_ENCRYPTED = 0x2041  # the flags of a member that is encrypted, whichever way
_CHUNK = 64 << 10
_DAMAGE = (BadZipFile, EOFError, OSError, OverflowError, RuntimeError, ValueError, struct.error, zlib.error)
"""What a reader of archives raises when one says something impossible of itself; what is not implemented is a
``RuntimeError`` too."""


@dataclass(frozen=True, slots=True)
class FeedFile:
    """One file to be taken in. It can be opened as often as wanted, each time from its start."""

    name: str
    """In small letters and without the ending of what it is packed in: tells the layout, never shown."""
    member: int | None
    """Its place in an archive, from 1; None for what is no archive."""
    open: Callable[[], BinaryIO]


def feed_files(path: Path, *, workbooks: bool = False) -> tuple[FeedFile, ...]:
    """What was handed in under this name, in order. Raises ``Refused`` for what cannot be opened, is locked by a
    password, would unpack out of all proportion, or is a workbook that the reader of the feed cannot read: with
    ``workbooks`` it reads .xlsx, as one file."""
    start = _start(path)
    if start.startswith(_ZIP):
        return _members(path, workbooks)
    if start.startswith(_GZIP):
        return (FeedFile(path.name.lower().removesuffix(".gz"), None, partial(_gunzipped, path)),)
    if start.startswith(_WORKBOOK):
        raise _refused("spreadsheet")
    return (FeedFile(path.name.lower(), None, partial(_plain, path)),)


def one_file(given: Path | FeedFile, *, workbooks: bool = False) -> FeedFile:
    """The only file that was handed in; raises ``Refused`` where there are several."""
    if isinstance(given, FeedFile):
        return given
    found = feed_files(given, workbooks=workbooks)
    if len(found) > 1:
        raise _refused("several-files")
    return found[0]


def _start(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _refused("folder")
        if not stat.S_ISREG(mode):
            raise _refused("special-file")  # a pipe can be read only once, and opening one may wait for ever
        with path.open("rb") as stream:
            return stream.read(len(_WORKBOOK))
    except FileNotFoundError:
        raise _refused("missing-file") from None
    except (OSError, ValueError):
        raise _refused("unreadable-file") from None


def _members(path: Path, workbooks: bool) -> tuple[FeedFile, ...]:
    """The files of an archive, in its order, after everything that it says of itself has been judged."""
    try:
        with ZipFile(path) as archive:
            listed = archive.infolist()
    except _DAMAGE:
        raise _refused("damaged-archive") from None
    is_workbook = any(member.filename in _IN_EVERY_WORKBOOK for member in listed)
    if is_workbook and not (workbooks and any(member.filename == _IN_EVERY_XLSX for member in listed)):
        raise _refused("spreadsheet")
    members = [member for member in listed if _is_a_file(member)]
    if not members:
        raise _refused("empty-archive")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise _refused("locked-archive")
    if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
        raise _refused("archive-method")
    # Members may share their packed bytes, so that each alone is in proportion and all together are not.
    allowed = _allowed(path)
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > allowed:
        raise _refused("unpacks-too-far")
    if is_workbook:
        return (FeedFile(path.name.lower(), None, partial(_plain, path)),)
    return tuple(
        FeedFile(member.filename.lower(), place, partial(_unzipped, path, member, allowed))
        for place, member in enumerate(members, 1)
    )


def _is_a_file(member: ZipInfo) -> bool:
    """Not a folder, and not what some systems put beside the files for themselves."""
    *folders, name = member.filename.split("/")
    return bool(name) and not name.startswith(".") and "__MACOSX" not in folders


def _allowed(path: Path) -> int:
    return min(MOST_UNPACKED, max(ALWAYS_ALLOWED, path.stat().st_size * HIGHEST_RATIO))


def _plain(path: Path) -> BinaryIO:
    return path.open("rb")


def _gunzipped(path: Path) -> BinaryIO:
    return _guarded(cast("BinaryIO", gzip.open(path)), _allowed(path))


def _unzipped(path: Path, member: ZipInfo, allowed: int) -> BinaryIO:
    try:
        with ZipFile(path) as archive:  # what was opened inside keeps the file open when the archive is let go
            return _guarded(cast("BinaryIO", archive.open(member)), allowed)
    except _DAMAGE:
        raise _refused("damaged-archive") from None


def _guarded(packed: BinaryIO, allowed: int) -> BinaryIO:
    return io.BufferedReader(_Unpacked(packed, allowed), _CHUNK)


class _Unpacked(io.RawIOBase):
    """What comes out of an archive, counted: whatever an archive says of itself, no more than is allowed leaves it."""

    def __init__(self, packed: BinaryIO, allowed: int) -> None:
        self._packed = packed
        self._allowed = allowed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the only buffers here are our reader's
        try:
            read = self._packed.read(len(buffer))
        except _DAMAGE:
            raise _refused("damaged-archive") from None
        if self._count == 0 and read.startswith((*_ZIP, _GZIP, _WORKBOOK)):
            raise _refused("spreadsheet" if read.startswith(_WORKBOOK) else "archive-in-archive")
        self._count += len(read)
        if self._count > self._allowed:
            raise _refused("unpacks-too-far")
        buffer[: len(read)] = read
        return len(read)

    def close(self) -> None:
        self._packed.close()
        super().close()


def _refused(code: str) -> Refused:
    return Refused(Fault(code, _TEXTS[code]))


_TEXTS = {
    "missing-file": Text(
        ru="Такого файла нет. Проверьте имя и папку.",
        kk="Мұндай файл жоқ. Атауы мен қалтасын тексеріңіз.",
        en="There is no such file. Check the name and the folder.",
    ),
    "folder": Text(
        ru="Это папка, а нужен файл. Укажите один файл в ней.",
        kk="Бұл — қалта, ал файл керек. Ондағы бір файлды көрсетіңіз.",
        en="This is a folder, but a file is needed. Name one file in it.",
    ),
    "special-file": Text(
        ru="Это канал или устройство, а не обычный файл. Сохраните данные в файл и укажите его.",
        kk="Бұл кәдімгі файл емес, арна немесе құрылғы. Деректерді файлға сақтап, соны көрсетіңіз.",
        en="This is a pipe or a device and not an ordinary file. Save the data to a file and name that.",
    ),
    "unreadable-file": Text(
        ru="Файл не открывается. Проверьте права на чтение и то, что он не занят другой программой.",
        kk="Файл ашылмайды. Оқу құқығын және оны басқа бағдарлама пайдаланып тұрмағанын тексеріңіз.",
        en="The file cannot be opened. Check that you may read it and that no other program holds it.",
    ),
    "spreadsheet": Text(
        ru="Это книга Excel. Сохраните лист как «CSV UTF-8» и передайте полученный файл.",
        kk="Бұл — Excel кітабы. Парақты «CSV UTF-8» түрінде сақтап, шыққан файлды беріңіз.",
        en="This is a spreadsheet workbook. Save the sheet as “CSV UTF-8” and hand in the file you get.",
    ),
    "damaged-archive": Text(
        ru="Сжатый файл повреждён или оборван. Получите его заново.",
        kk="Сығылған файл бүлінген немесе үзілген. Оны қайта алыңыз.",
        en="The compressed file is damaged or cut off. Get it again.",
    ),
    "empty-archive": Text(
        ru="В архиве нет ни одного файла. Получите его заново.",
        kk="Мұрағатта бірде-бір файл жоқ. Оны қайта алыңыз.",
        en="There is no file in the archive. Get it again.",
    ),
    "several-files": Text(
        ru="В архиве несколько файлов, а здесь нужен один. Распакуйте архив и укажите файлы по одному.",
        kk="Мұрағатта бірнеше файл бар, ал мұнда біреуі керек. Мұрағатты ашып, файлдарды бір-бірлеп көрсетіңіз.",
        en="The archive holds several files, but one is needed here. Unpack it and name its files one by one.",
    ),
    "locked-archive": Text(
        ru="Архив закрыт паролем. Передайте его без пароля: пароли здесь не принимаются.",
        kk="Мұрағат құпиясөзбен жабылған. Оны құпиясөзсіз беріңіз: мұнда құпиясөз қабылданбайды.",
        en="The archive is locked by a password. Hand it in without one: passwords are not taken here.",
    ),
    "archive-method": Text(
        ru="Архив сжат редким способом. Упакуйте файлы обычным zip (Deflate) или gzip.",
        kk="Мұрағат сирек тәсілмен сығылған. Файлдарды кәдімгі zip (Deflate) не gzip арқылы қайта сығыңыз.",
        en="The archive is compressed in an unusual way. Pack the files by ordinary zip (Deflate) or gzip.",
    ),
    "archive-in-archive": Text(
        ru="Внутри архива лежит ещё один архив или книга Excel. Положите в архив сами файлы.",
        kk="Мұрағаттың ішінде тағы бір мұрағат немесе Excel кітабы бар. Мұрағатқа файлдардың өзін салыңыз.",
        en="Inside the archive lies another archive or a workbook. Put the files themselves into it.",
    ),
    "unpacks-too-far": Text(
        ru="Архив распаковывается в несоразмерно большой объём. Так устроены архивы, которые заполняют диск; файл не "
        "принят. Если он настоящий, передайте его без сжатия.",
        kk="Мұрағат шамадан тыс үлкен көлемге ашылады. Дискіні толтыратын мұрағаттар осылай жасалады; файл "
        "қабылданбады. Егер ол шынайы болса, оны сығылмаған күйінде беріңіз.",
        en="The archive unpacks out of all proportion, as archives made to fill a disk do; it was not accepted. If it "
        "is genuine, hand it in uncompressed.",
    ),
}
