"""``python -m tests.book [--check]``: writes the generated pages, or says which are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.book.pages import generated_pages

ROOT = Path(__file__).parents[2]
FOLDERS = ("docs/book", "docs/schema")


def main() -> int:
    pages = generated_pages()
    on_disk = {
        path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    stale = [name for name, text in pages.items() if not _is_fresh(ROOT / name, text)]
    left_over = sorted(on_disk - set(pages))
    if "--check" in sys.argv:
        for name in (*stale, *left_over):
            print(f"{name} is stale; run script/book")
        return 1 if stale or left_over else 0
    for name in stale:
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(pages[name], encoding="utf-8")
    for name in left_over:
        (ROOT / name).unlink()
    print(f"{len(pages)} pages, {len(stale)} written, {len(left_over)} removed")
    return 0


def _is_fresh(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
