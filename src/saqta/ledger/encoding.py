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


def survey(stream: BinaryIO) -> Survey:
    """Reads the file once, in bounded memory, to learn its encoding.

    A byte order mark decides. Otherwise the file is UTF-8, unless more of its characters fail to be UTF-8 than
    succeed: every Cyrillic word in a one-byte encoding fails, while a UTF-8 file with a few broken bytes stays
    UTF-8, so that the broken lines are named instead of every name turning into gibberish. The one-byte encoding is
    KZ-1048, which holds the Russian letters of Windows-1251 in the same places and the Kazakh ones besides.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    encoding: str | None = None
    first, whole, broken = True, 0, 0
    for chunk in chunks(stream, digest.update):
        if first:
            encoding, first = _marked(chunk), False
        if encoding is None:
            text = decoder.decode(chunk)
            if not text.isascii():
                failed = text.count(_REPLACED)
                broken += failed
                whole += len(text) - len(text.encode("ascii", "ignore")) - failed
    if encoding is None:
        broken += len(decoder.decode(b"", final=True))
        encoding = "utf-8" if broken == 0 or whole > broken else "kz1048"
    return Survey(encoding, digest.hexdigest())


def _marked(chunk: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if chunk.startswith(mark)), None)


def batches(pieces: Iterable[bytes], encoding: str) -> Iterator[list[str]]:
    """The lines of a file, a list for each piece; a line that cannot be read as it stands is a ``Damaged``.

    Only CR, LF and CRLF end a line. An unending line costs no more memory than a long one.
    """
    rest = ""
    for text in _texts(pieces, encoding):
        joined = rest + text
        whole = joined.split("\n")
        rest = whole.pop()
        if len(rest) > LONGEST_LINE:
            rest = rest[: LONGEST_LINE + 1]  # still too long, whatever follows
        if _REPLACED in joined or "\0" in joined or len(max(whole, key=len, default="")) > LONGEST_LINE:
            whole = [_examined(line) for line in whole]
        yield whole
    if rest:
        yield [_examined(rest)]


def _texts(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    ends_of_lines = io.IncrementalNewlineDecoder(decoder, translate=True)
    for piece in pieces:
        yield ends_of_lines.decode(piece)
    yield ends_of_lines.decode(b"", final=True)


def _examined(line: str) -> str:
    if len(line) > LONGEST_LINE:
        return Damaged.by("line-too-long", line[:_LEGIBLE])
    if _REPLACED in line or "\0" in line:
        return Damaged.by("encoding", line)
    return line
