"""The notices of the product as a page to be read."""

from __future__ import annotations

from saqta.basis.text import LANGUAGES
from saqta.notices.records import Notice
from saqta.notices.shipped import shipped


def notices_page(head: str) -> str:
    lines = [
        head + "# Notices\n",
        "What people say, whether it is so, and who says so. The latest version of a key that has begun stands; what",
        "was overtaken still stands for the days before. Editors add others in the register, one person writing and",
        "another approving.",
    ]
    for notice in sorted(shipped(), key=lambda notice: (notice.says.since, notice.number), reverse=True):
        lines += _notice(notice)
    return "\n".join(lines) + "\n"


def _notice(notice: Notice) -> list[str]:
    says, source = notice.says, notice.says.source
    until = f" until {says.until}" if says.until else ""
    said = f"{source.publisher.en}, {source.published_on}" if source.published_on else source.publisher.en
    about = ", ".join(f"`{name}`" for name in (*says.services, *says.provisions))
    return [
        "",
        f"## {says.claim.en}",
        "",
        f"`{says.key}`, version {notice.number}, from {says.since}{until}: **{says.verdict}**. "
        + (f"[{said}]({source.address})" if source.address else said),
        "",
        *(f"* {says.claim.in_language(language)} — {says.truth.in_language(language)}" for language in LANGUAGES),
        "",
        f"About {about}.",
    ]
