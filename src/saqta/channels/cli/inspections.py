"""``saqta inspections``: state control of clinics. What others published and what the law says need no register."""

from __future__ import annotations

from importlib import import_module

from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.sections import print_sections
from saqta.figures.published import published
from saqta.figures.published_content import PublishedContent
from saqta.figures.reconciling import PublishedFigures, reconciled

ACTIONS = {
    "report": "saqta.channels.cli.inspections_report",
    "risk": "saqta.channels.cli.inspections_risk",
    **dict.fromkeys(("grounds", "checklist", "measures"), "saqta.channels.cli.inspections_law"),
    **dict.fromkeys(("show", "next", "due", "inbox"), "saqta.channels.cli.inspections_shown"),
}
"""The other commands, by the module of each; reading what was published must not wait for those of the register."""

_WRITTEN = "saqta.channels.cli.inspections_written"
"""Where every other step of an inspection is written down."""


def run(arguments: Arguments) -> int:
    if arguments.action == "published":
        return _published(arguments)
    status: int = import_module(ACTIONS.get(arguments.action, _WRITTEN)).run(arguments)
    return status


def _published(arguments: Arguments) -> int:
    found = published()
    if arguments.as_json:
        print_json(PublishedFigures(found, reconciled(found)))
        return 0
    content, page = PublishedContent(found), Page(arguments.language)
    page.say(content.title)
    page.say(content.lead)
    print_sections(page, content.sections())
    return 0
