"""``saqta inspections report``: how inspections stood on a day, on the terminal or as a page, a workbook, pictures."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text, listed
from saqta.basis.whole_files import whole_file
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.sections import print_sections
from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.drawing.pictures import write_picture
from saqta.figures.charts import Charts
from saqta.figures.pages import report_page
from saqta.figures.report import Report, report
from saqta.figures.report_content import ReportContent
from saqta.figures.workbook import workbook
from saqta.oversight.counting import count
from saqta.oversight.queries import campaigns

STANDARD_OUTPUT = "-"

_NO_SUCH_CAMPAIGN = Text(
    ru="Такой кампании нет. Есть: {names}.",
    kk="Мұндай науқан жоқ. Барлары: {names}.",
    en="There is no such campaign. There are: {names}.",
)
_NONE = Text(ru="ни одной", kk="біреуі де жоқ", en="none")
_WRITTEN = Text(ru="Записано: {path}", kk="Жазылды: {path}", en="Written: {path}")


def run(arguments: Arguments) -> int:
    with register():
        found = report(count(arguments.day("on"), campaign=_campaign(arguments.given.campaign)))
    written = list(_write(arguments, found))
    if arguments.as_json:
        print_json(found)
        return 0
    if STANDARD_OUTPUT in (arguments.given.html, arguments.given.xlsx):
        return 0
    content, page = ReportContent(found), Page(arguments.language)
    page.say(content.title)
    for sentence in content.lead:
        page.say(sentence)
    print_sections(page, content.sections())
    for path in written:
        page.say(_WRITTEN.fill(path=str(path)))
    return 0


def _campaign(typed: str | None) -> UUID | None:
    """The campaign whose identifier was typed, or its name in any language."""
    if typed is None:
        return None
    known = campaigns()
    for found in known:
        if typed in (str(found.id), found.name.ru, found.name.kk, found.name.en):
            return found.id
    names = listed([one.name for one in known]) if known else _NONE
    raise Refused(Fault("no-such-campaign", _NO_SUCH_CAMPAIGN.fill(names=names), "--campaign"))


def _write(arguments: Arguments, found: Report) -> Iterator[Path]:
    """Writes what was asked for; a page or a workbook without a name goes to standard output."""
    language, content = arguments.language, ReportContent(found)
    if arguments.given.html is not None:
        yield from _file(arguments.given.html, report_page(found, language).encode())
    if arguments.given.xlsx is not None:
        yield from _file(arguments.given.xlsx, workbook(content.title, content.lead, content.sections(), language))
    if arguments.given.charts is not None:
        for drawn in Charts(found, language).all():
            for ending in (".svg", ".png"):
                write_picture(arguments.given.charts / f"{drawn.name}{ending}", drawn.svg)
            list(_file(str(arguments.given.charts / f"{drawn.name}.csv"), drawn.csv.encode()))
        yield arguments.given.charts


def _file(name: str, content: bytes) -> Iterator[Path]:
    if name == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return
    with whole_file(Path(name)) as passing:
        passing.write_bytes(content)
    yield Path(name)
