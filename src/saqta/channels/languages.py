"""Which language an asker over HTTP reads."""

from __future__ import annotations

from saqta.basis.text import LANGUAGES, Language


def preferred(accepted: str) -> Language:
    """The language of ``Accept-Language`` that we speak and the asker likes best; English when there is none."""
    best: Language = "en"
    liked = 0.0
    for part in accepted.split(","):
        name, _, quality = part.partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        for language in LANGUAGES:
            if name.strip().lower().split("-")[0] == language and weight > liked:
                best, liked = language, weight
    return best
