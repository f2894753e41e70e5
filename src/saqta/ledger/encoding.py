"""From bytes to lines: which encoding a file is in, and which of its lines cannot be read as they stand."""

from __future__ import annotations

import codecs
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

CHUNK = 64 * 1024
LONGEST_LINE = 4096
_LEGIBLE = 64  # characters kept of a line that is too long: its tag and a little more
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Damaged(str):
    """What is legible of a line that cannot be read as it stands, enough to tell its tag; ``code`` names the damage."""

    code: str

    @classmethod
    def by(cls, code: str, legible: str) -> Damaged:
        line = cls(legible)
        line.code = code
        return line


class Survey(NamedTuple):
    """What one pass over the bytes tells; the fingerprint lets a later pass notice that the file has changed."""

    encoding: str
    fingerprint: str


def chunks(stream: BinaryIO, witness: Callable[[bytes], object]) -> Iterator[bytes]:
    """The bytes of a file in pieces of bounded size; the witness, such as a digest, sees each piece too."""
    while chunk := stream.read(CHUNK):
        witness(chunk)
        yield chunk


def survey(opened: Callable[[], BinaryIO]) -> Survey:
    """Reads the file in bounded memory to learn its encoding; ``opened`` opens it, from its start, as often as needed.

    A byte order mark decides. Otherwise the file is UTF-8, unless more of its characters fail to be UTF-8 than
    succeed: every Cyrillic word in a one-byte encoding fails, while a UTF-8 file with a few broken bytes stays
    UTF-8, so that the broken lines are named instead of every name turning into gibberish. The one-byte encoding is
    KZ-1048, which holds the Russian letters of Windows-1251 in the same places and the Kazakh ones besides.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding: str | None = None
    first, doubtful = True, False
    with opened() as stream:
        for chunk in chunks(stream, digest.update):
            if first:
                encoding, first = _marked(chunk), False
            if encoding is None and not doubtful:
                doubtful = not _decodes(decoder, chunk)
    if encoding is None:
        encoding = "utf-8" if not doubtful and _decodes(decoder, b"", final=True) else _likelier(opened)
    return Survey(encoding, digest.hexdigest())


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _likelier(opened: Callable[[], BinaryIO]) -> str:
    """UTF-8 or KZ-1048, for a file that is not UTF-8 throughout: read again, and its characters counted."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    whole, broken = 0, 0
    with opened() as stream:
        for chunk in chunks(stream, lambda _: None):
            text = decoder.decode(chunk)
            if not text.isascii():
                failed = text.count(_REPLACED)
                broken += failed
                whole += len(text) - len(text.encode("ascii", "ignore")) - failed
    broken += len(decoder.decode(b"", final=True))
    return "utf-8" if whole > broken else "kz1048"


def _marked(chunk: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if chunk.startswith(mark)), None)


def texts(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    """The text of a file in pieces of whole lines, each line ended by LF; only the last may lack its end.

    Only CR, LF and CRLF end a line. An unending line costs no more memory than a long one.
    """
    rest = ""
    for text in _decoded(pieces, encoding):
        joined = rest + text
        end = joined.rfind("\n") + 1
        if end:
            yield joined[:end]
        rest = joined[end:]
        if len(rest) > LONGEST_LINE:
            rest = rest[: LONGEST_LINE + 1]  # still too long, whatever follows
    if rest:
        yield rest


def lines_of(text: str) -> list[str]:
    """The lines of a text of whole lines; one that cannot be read as it stands is a ``Damaged``."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    if _REPLACED in text or "\0" in text or len(max(lines, key=len, default="")) > LONGEST_LINE:
        return [_examined(line) for line in lines]
    return lines


def _decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    ends_of_lines = io.IncrementalNewlineDecoder(decoder, translate=True)
    decode = decoder.decode
    for piece in pieces:
        if b"\r" in piece:
            decode = ends_of_lines.decode  # not sooner: looking for CR costs more than the decoding itself
        yield decode(piece)
    yield decode(b"", final=True)


def _examined(line: str) -> str:
    if len(line) > LONGEST_LINE:
        return Damaged.by("line-too-long", line[:_LEGIBLE])
    if _REPLACED in line or "\0" in line:
        return Damaged.by("encoding", line)
    return line
