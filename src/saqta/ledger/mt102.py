"""Cuts MT102 messages into sections, in both generations of the layout and with several messages in a file.

The current generation writes one sub-tag a line (``:70:``, ``/OPV/S``, ``/FM/…``); the older one begins on the line of
the field and marks the others with two slashes (``:70:/OPV/S``, ``//FM/…``). Banks mix the two, so each line is read
by itself. Sub-tags stand in any order; the fields, which carry a number between colons, do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator

from saqta.ledger.encoding import Damaged, lines_of
from saqta.ledger.faults import fault
from saqta.ledger.plain_rows import PLAIN_ROW, PlainRun
from saqta.ledger.sections import MOST_PURPOSE_TEXT, Foot, Head, Piece, RowSection

_FIELD = re.compile(r":([0-9]{2}[A-ZА-ЯІ]?):")
_BLOCK = re.compile(r"\{([1235]):([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\{(4):")
_PEOPLE_MESSAGE = re.compile(r"[IO]102")
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХІ", "ABEKMHOPCTXI")
_BLANK = " \t\x1a\ufeff"  # also the mark with which DOS ends a file, and the one that a glued-in file begins with

_HEAD_FIELDS = {
    "20": "reference",
    "50": "payer_account",
    "52B": "bank",
    "57B": "beneficiary_bank",
    "59": "beneficiary_account",
    "70": "",  # carries sub-tags only
}
_HEAD_ORDER = {tag: place for place, tag in enumerate(_HEAD_FIELDS)}
_HEAD_SUB_TAGS = {
    "50": {"D": "payer_account", "IDN": "payer"},
    "59": {"IDN": "beneficiary"},
    "70": {"NUM": "number", "DATE": "date", "KNP": "payment_code", "PERIOD": "month", "ASSIGN": "purpose"},
}
_ROW_SUB_TAGS = {
    "OPV": "person_tag",
    "FM": "surname",
    "NM": "name",
    "FT": "patronymic",
    "DT": "birth_date",
    "IDN": "iin",
    "RNN": "number_before_2013",
    "PERIOD": "month",
    "LA": "account",
    "ASSIGN": "return_reason",
}
_PLAIN_SUB_TAGS = {
    f"{slashes}{tag}/": field for tag, field in _ROW_SUB_TAGS.items() for slashes in ("/", "//") if tag != "ASSIGN"
}
_ROW_FIELDS = frozenset({"21", "32B", "70", "32A"})
_STARTS = frozenset(f":{tag}:" for tag in (*_HEAD_FIELDS, "21", "32B"))
_ALL_FIELDS = _ROW_FIELDS | _HEAD_FIELDS.keys()


def is_start(line: str) -> bool:
    """Whether a line is one that a message, or what is left of one, begins with."""
    text = line.lstrip(_BLANK)
    return text.startswith(("{1:", "{2:", "{4:")) or (_FIELD.match(text) or [""])[0] in _STARTS


def sections(texts: Iterable[str], *, carefully: bool = False) -> Iterator[Piece | PlainRun]:
    """The heads, rows and feet of the messages in a file, in their order; ``texts`` are pieces of whole lines.

    Wherever a person may begin, plain rows are recognised whole, unless each line is to be read ``carefully``.
    """
    messages, number = _Messages(), 0
    for text in texts:
        place = 0
        while place < len(text):
            if not carefully and messages.a_person_may_begin() and PLAIN_ROW.match(text, place):
                yield from messages.step_over_plain_rows()
                run = PlainRun(text, place, number + 1)
                yield run
                place, number = run.place, run.line - 1
            end = text.find("\n:21:", place) + 1 or len(text)
            lines = lines_of(text[place:end])
            for offset, line in enumerate(lines, 1):
                yield from messages.read(number + offset, line)
            number += len(lines)
            place = end
    messages.stop(number)
    yield from messages.pieces


class _Messages:
    """Reads line by line. The method bound to ``state`` is where in a message the reading is."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.state: Callable[[int, str], None] = self.outside
        self.section: Head | RowSection | Foot | None = None
        self.details: RowSection | None = None  # the person whose sub-tags are being read
        self.blocks: set[str] = set()  # the numbered blocks that the envelope has had so far
        self.number = 0
        self.messages = 0
        self.strayed = False  # text outside a message is reported once for each gap
        self.deaf = False  # in a damaged line only the damage is worth reporting
        self.field = ""  # the field of the head or row that was met last
        self.flowing: str | None = None  # what a line without a tag continues

    def a_person_may_begin(self) -> bool:
        """Whether a :21: on the next line would begin a person."""
        return self.state in (self.head, self.person, self.between)

    def step_over_plain_rows(self) -> list[Piece]:
        """What was read so far is whole; rows that are not read here follow, and then a person or the total."""
        if self.section is not None:
            self.pieces.append(self.section)
        self.section, self.details, self.state = None, None, self.between
        return self.taken()

    def taken(self) -> list[Piece]:
        pieces, self.pieces = self.pieces, []
        return pieces

    def read(self, number: int, line: str) -> list[Piece]:
        """Reads one line; gives the parts of the file that it completes."""
        if line.__class__ is not str:
            self.take_damaged(number, line)
            return []
        row = self.details
        if row is not None:
            # Seven lines of ten are a plain sub-tag of a person: read here, they cost half of what a call costs.
            place = line.find("/", 2) + 1
            field = _PLAIN_SUB_TAGS.get(line[:place])
            if field is not None and field not in row.texts:
                row.texts[field] = line[place:].strip()
                row.lines[field] = number
                return []
        self.number = number
        self.state(number, line)
        return self.taken() if self.pieces else self.pieces

    def take_damaged(self, number: int, line: str) -> None:
        self.number, self.deaf = number, True
        self.state(number, str(line))
        self.deaf = False
        self.refuse(line.code if isinstance(line, Damaged) else "encoding")
        if self.section is not None:
            self.section.damaged = True

    def stop(self, number: int) -> None:
        """The file ends here. A person whose block is still open may have been cut in the middle of a sum."""
        self.number = number
        if self.state == self.outside and not self.blocks:
            return
        self.cut()

    def refuse(self, code: str, field: str | None = None) -> None:
        if self.deaf:
            return
        if self.section is None:
            self.pieces.append(fault(code, field, self.number))
        else:
            self.section.refuse(code, field, self.number)

    def cut(self) -> None:
        if self.section is None or isinstance(self.section, Head):
            self.pieces.append(fault("truncated", None, self.number))
        else:
            foot = self.section if isinstance(self.section, Foot) else Foot(self.number)
            foot.refuse("truncated", line=self.number)
            self.pieces.append(foot)
        self.leave()

    def leave(self) -> None:
        self.section, self.state, self.strayed, self.details = None, self.outside, False, None
        self.blocks = set()

    # Outside a message: the envelope {1:…}{2:…}{4: that opens one, and what should not be there.

    def outside(self, number: int, line: str) -> None:
        text = line.strip(_BLANK)
        if text.startswith("{"):
            self.envelope(number, text)
        elif _FIELD.match(text) and not self.messages:
            self.open(number)
            self.head(number, text)
        elif text and not self.strayed:
            self.strayed = True
            self.refuse("text-after-end" if self.messages else "text-before-start")

    def envelope(self, number: int, text: str) -> None:
        place = 0
        while match := _BLOCK.match(text, place):
            place = match.end()
            if match[3]:
                self.open(number)
                if text[place:]:
                    self.state(number, text[place:])
                return
            self.blocks.add(match[1])
            if match[1] == "5":
                self.blocks.clear()  # the trailer of the message that has just ended
            if match[1] == "2" and not _PEOPLE_MESSAGE.match(match[2]):
                self.refuse("message-type")
                self.messages += 1
                self.state = self.skipping
                return
        if text[place:].strip(_BLANK):
            self.refuse("envelope")

    def open(self, number: int) -> None:
        self.messages += 1
        self.section, self.state = Head(number), self.head
        self.field, self.flowing = "", None
        if not {"1", "2"} <= self.blocks:
            self.refuse("header-missing")

    def skipping(self, number: int, line: str) -> None:
        """A message of another type lists no people; it was reported once, and nothing in it is read."""
        if line.startswith("-}"):
            self.leave()

    # Inside a message: the head, the people one after another, the foot.

    def head(self, number: int, line: str) -> None:
        if line.startswith("/"):
            self.head_sub_tag(number, line)
            return
        match = _FIELD.match(line)
        if match is None:
            self.untagged(number, line)
            return
        tag, text = self.known(match[1], _ALL_FIELDS), line[match.end() :].strip()
        if tag in ("21", "32B"):
            self.next_person(number, tag, text)
        elif tag == "32A":
            self.total(number, text)
        elif tag in _HEAD_FIELDS:
            self.head_field(number, tag, text)
        else:
            self.field, self.flowing = "", ""  # a field that this layout does not name; nothing is read from it

    def head_field(self, number: int, tag: str, text: str) -> None:
        section = self.section
        if section is None:
            return
        if tag in section.lines:
            self.refuse("duplicate-tag", _HEAD_FIELDS[tag] or None)
        elif any(_HEAD_ORDER[seen] > _HEAD_ORDER[tag] for seen in section.lines if seen in _HEAD_ORDER):
            self.refuse("tag-order", _HEAD_FIELDS[tag] or None)
        section.lines[tag] = number
        self.field, self.flowing = tag, None
        if text.startswith("/"):
            self.head_sub_tag(number, text)
        elif _HEAD_FIELDS[tag] and _HEAD_FIELDS[tag] not in section.texts:
            section.put(_HEAD_FIELDS[tag], text, number)

    def head_sub_tag(self, number: int, line: str) -> None:
        names = _HEAD_SUB_TAGS.get(self.field, {})
        found, _, text = line[2 if line.startswith("//") else 1 :].partition("/")
        tag = self.known(found, names.keys())
        field = names.get(tag)
        self.flowing = "" if field is None else "purpose" if field == "purpose" else None
        if field is None or self.section is None:
            return  # heads carry much that says nothing about the payment: chief, accountant, sector
        if field in self.section.texts:
            self.refuse("duplicate-tag", field)
        else:
            self.section.put(field, text.strip(), number)

    def between(self, number: int, line: str) -> None:
        """The first line after plain rows: the next person, who is not plain, or the total."""
        _, tag, text = line.split(":", 2)
        if tag == "21":
            self.next_person(number, tag, text.strip())
        else:
            self.total(number, text.strip())

    def next_person(self, number: int, tag: str, text: str) -> None:
        """A person begins with :21:, or with :32B: where :21: was left out."""
        if self.section is not None:
            self.pieces.append(self.section)
        self.section, self.state, self.details = RowSection(number), self.person, None
        self.field, self.flowing = tag, None
        self.section.put("sequence" if tag == "21" else "amount", text, number)

    def person(self, number: int, line: str) -> None:
        section = self.section
        if not isinstance(section, RowSection):
            return
        tag, closed, text = line[1:].partition(":")
        if line[:1] != ":" or not closed or tag not in _ROW_FIELDS:
            if line.startswith("/"):
                self.row_sub_tag(section, number, line)
                return
            match = _FIELD.match(line)
            if match is None:
                self.untagged(number, line)
                return
            tag = self.known(tag, _ROW_FIELDS)
        text = text.strip()
        if tag == "21" or (tag == "32B" and self.field == "70" and "amount" in section.texts):
            self.next_person(number, tag, text)
        elif tag == "32A":
            self.total(number, text)
        elif tag in ("32B", "70"):
            self.row_field(section, number, tag, text)
        else:
            self.refuse("tag-order" if tag in _HEAD_FIELDS else "unknown-tag")

    def row_field(self, section: RowSection, number: int, tag: str, text: str) -> None:
        if tag == self.field:
            self.refuse("duplicate-tag", "amount" if tag == "32B" else None)
        elif tag == "32B" and self.field == "70":
            self.refuse("tag-order", "amount")
        self.field, self.flowing = tag, None
        if tag == "70":
            self.details = section
            if text:
                self.person(number, text)
        elif "amount" not in section.texts:
            section.put("amount", text, number)

    def row_sub_tag(self, section: RowSection, number: int, line: str) -> None:
        found, closed, text = line[2 if line.startswith("//") else 1 :].partition("/")
        tag = self.known(found, _ROW_SUB_TAGS.keys())
        field = _ROW_SUB_TAGS.get(tag)
        if field is None or not closed:
            self.refuse("unknown-tag")
            return
        if field in section.texts:
            self.refuse("duplicate-tag", field)
            return
        if self.field != "70":
            self.refuse("tag-order", field)
            self.field = "70"  # the field that the sub-tags belong to was left out; say so once
        section.put(field, text.strip(), number)
        reason = field == "return_reason"  # the only text of a person that may run on over further lines
        self.flowing, self.details = ("", None) if reason else (None, section)

    def total(self, number: int, text: str) -> None:
        if self.section is not None:
            self.pieces.append(self.section)
        self.section, self.state, self.flowing, self.details = Foot(number), self.foot, None, None
        self.section.put("total", text, number)

    def foot(self, number: int, line: str) -> None:
        section, match = self.section, _FIELD.match(line)
        if section is None or (match is None and not line.startswith("/")):
            self.untagged(number, line)
        elif match is not None and match[1] == "32A":
            self.refuse("duplicate-tag", "total")
        elif not section.faults:
            self.refuse("tag-order")  # once: whatever follows the total is out of its place

    def untagged(self, number: int, line: str) -> None:
        """A line that begins with no tag: the end, the start of the next message, or the rest of a long text."""
        text = line.strip(_BLANK)
        if text.startswith("-}"):
            self.end(number, text)
        elif text == "-":
            self.cut()  # the end itself is cut
        elif _BLOCK.match(text):
            self.cut()
            self.outside(number, text)
        elif text[:1] in ("/", ":") and text != line:
            self.state(number, text)
        elif text and self.flowing is None:
            self.refuse("line-without-tag")
        elif text and self.flowing and self.section is not None:
            said = self.section.texts[self.flowing]
            self.section.texts[self.flowing] = f"{said} {text}"[:MOST_PURPOSE_TEXT]

    def end(self, number: int, text: str) -> None:
        foot = self.section if isinstance(self.section, Foot) else Foot(number)
        if self.section is not None and foot is not self.section:
            self.pieces.append(self.section)
        foot.whole = True
        self.pieces.append(foot)
        self.leave()
        if text[2:].strip(_BLANK):
            self.outside(number, text[2:])

    def known(self, tag: str, names: Container[str]) -> str:
        """The tag; Cyrillic look-alikes of Latin letters in it are reported, and read as what they were meant to be."""
        if tag in names or tag.isascii():
            return tag
        latin = tag.translate(_LOOK_ALIKES)
        if latin not in names:
            return tag
        self.refuse("look-alike-letter")
        return latin
