"""The sub-types of medical activity as a page to be read."""

from __future__ import annotations

from saqta.basis.text import LANGUAGES
from saqta.law.book import Book


def activities_page(book: Book, head: str) -> str:
    lines = [
        head + "# Sub-types of medical activity\n",
        "What annexes of licences and certificates of specialists name. Feeds may write the code or any of the names.",
        "The official list was not seen; entries of confidence low follow the usual names of the field.",
        "",
        "| code | Russian | Kazakh | English | confidence |",
        "|---|---|---|---|---|",
    ]
    for activity in book.activities.values():
        names = " | ".join(activity.name.in_language(language) for language in LANGUAGES)
        lines.append(f"| `{activity.code}` | {names} | {activity.confidence} |")
    return "\n".join(lines) + "\n"
