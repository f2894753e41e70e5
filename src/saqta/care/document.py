"""The signed document as PDF: the same words and the same moment give the same bytes, on every machine.

The fonts are those that come inside the typesetter; none of the machine's own is looked at, and none of what people
typed is read as markup.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from saqta.basis.days import KAZAKHSTAN, day_in_kazakhstan, day_text
from saqta.basis.text import Language, Text
from saqta.care.phrases import phrases
from saqta.care.records import Decision, Signature
from saqta.care.sheet import ConsentSheet
from saqta.typesetting.documents import SCREEN_READERS, write_pdf

_TEMPLATE = Path(__file__).with_name("consent.typ")


def write_document(
    sheet: ConsentSheet, decision: Decision, signature: Signature, language: Language, *, at: datetime
) -> bytes:
    """The sheet as it was read, with the decision under it, in the language it was read in."""
    words, moment = phrases("consent"), at.astimezone(KAZAKHSTAN)
    signed = (
        words["document-signer"].fill(name=signature.signer, relation=words[f"relation-{signature.relation}"]),
        words["document-child"].fill(name=signature.child),
        words["document-at"].fill(day=day_text(day_in_kazakhstan(at)), time=f"{moment:%H:%M}"),
    )

    def said(text: Text) -> str:
        return text.in_language(language)

    told = {
        "lang": language,
        "title": said(words[f"document-{decision}"]),
        "subtitle": said(sheet.subtitle),
        "page": said(words["document-page"]),
        "sections": [
            {
                "heading": said(section.heading),
                "paragraphs": [said(text) for text in section.paragraphs],
                "points": [said(text) for text in section.points],
            }
            for section in sheet.sections
        ],
        "decision": said(words["document-agreed" if decision == "agree" else "document-refused"]),
        "signed": [said(text) for text in signed],
        "by_hand": said(words["document-by-hand"]),
    }
    return write_pdf(_TEMPLATE, told, SCREEN_READERS)


def fingerprint(document: bytes) -> str:
    """By what the journal knows a document."""
    return hashlib.sha256(document).hexdigest()
