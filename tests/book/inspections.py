"""The page about inspections: the course of one as a table, its grounds, and the check-list."""

from __future__ import annotations

from saqta.law.book import Book, provision_label
from saqta.law.control import ChecklistItem, ControlGround
from saqta.rules.inspections import COURSE, Lawful, taker_title


def inspections_page(book: Book, head: str) -> str:
    """Everything that the law is taken to say of the course of an inspection, for a lawyer to check."""
    return "\n".join(
        [
            head + "# Inspections of clinics\n",
            "From which state which step leads where. What the table does not name is not lawful. Articles whose text",
            "nobody of us has read are marked †: what rests on them alone warns and never refuses.\n",
            "| state | step | leads to | whose decision | articles |",
            "|---|---|---|---|---|",
            *(_step(row, book) for row in COURSE),
            "",
            "## Grounds\n",
            "| code | name | in force from | until | facts of harm | confidence | articles | source |",
            "|---|---|---|---|---|---|---|---|",
            *(_ground(ground, book) for ground in book.grounds.values()),
            "",
            "## Check-list of a dental clinic\n",
            "The official list was not seen. A row names the document that is missing where its answer is no; only",
            "such a row opens the way to an urgent measure.\n",
            "| code | question | document | from | confidence | articles | source |",
            "|---|---|---|---|---|---|---|",
            *(_row(item, book) for item in book.dental_checklist.values()),
            "",
        ]
    )


def _step(row: Lawful, book: Book) -> str:
    before = "–" if row.state is None else row.state.title.en
    if row.once_extended is not None:
        before += ", once extended" if row.once_extended else ", never extended"
    to = "the same" if row.to is row.state else row.to.title.en
    return f"| {before} | {row.step.title.en} | {to} | {taker_title(row.taker).en} | {_articles(row.cites, book)} |"


def _ground(ground: ControlGround, book: Book) -> str:
    names = f"{ground.name.ru}<br>{ground.name.kk}<br>{ground.name.en}"
    harm = "yes" if ground.facts_of_harm else "no"
    span = f"{ground.start} | {ground.end or '…'}"
    return (
        f"| `{ground.code}` | {names} | {span} | {harm} | {ground.confidence} | {_articles(ground.cites, book)} "
        f"| {ground.source} |"
    )


def _row(item: ChecklistItem, book: Book) -> str:
    asked = f"{item.question.ru}<br>{item.question.kk}<br>{item.question.en}"
    return (
        f"| `{item.code}` | {asked} | {item.permit or '–'} | {item.start} | {item.confidence} "
        f"| {_articles(item.cites, book)} | {item.source} |"
    )


def _articles(cites: tuple[str, ...], book: Book) -> str:
    """The provisions as links to their pages, with a mark on those whose text was not read."""
    found = []
    for reference in cites:
        act, provision = book.provision(reference)
        label = provision_label(provision.path).en if provision else ""
        unread = provision is not None and provision.wordings[-1].confidence == "low"
        found.append(f"[{act.short_title.en} {label}]({act.id}.md){' †' if unread else ''}".replace(" ]", "]"))
    return "; ".join(found) or "–"
