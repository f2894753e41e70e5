"""Reading XML that anybody may have sent: bounded, without document types, entities, files or addresses."""

from __future__ import annotations

import re

from lxml import etree

from saqta.envelopes.names import SOAP
from saqta.envelopes.texts import refused

LARGEST = 262_144
"""Bytes of a message; the longest that is meant is an answer with a certificate of sixty months."""

_DECLARED = re.compile(r"\s*<\?xml\b[^>]*\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']", re.ASCII)
_UTF_8 = {"utf-8", "utf8"}


def parse(written: bytes, largest: int = LARGEST) -> etree._Element:
    """The root of the document; raises ``Refused``. Only UTF-8 is read, so that what is searched for a document type
    and what is parsed are the same characters."""
    if len(written) > largest:
        raise refused("too-large")
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("not-xml") from None
    declared = _DECLARED.match(text)
    if declared is not None and declared[1].lower() not in _UTF_8:
        raise refused("not-xml")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise refused("document-type")
    try:
        return etree.fromstring(text.lstrip().encode(), _parser())
    except (etree.XMLSyntaxError, ValueError):
        raise refused("not-xml") from None


def body_of(root: etree._Element) -> etree._Element:
    """The body of an envelope; raises ``Refused`` unless there is exactly one, after at most one header, and nothing
    beside them that something could hide in."""
    if root.tag != f"{{{SOAP}}}Envelope":
        raise refused("not-an-envelope")
    parts = [part.tag for part in root if isinstance(part.tag, str)]
    if parts not in ([f"{{{SOAP}}}Body"], [f"{{{SOAP}}}Header", f"{{{SOAP}}}Body"]):
        raise refused("not-an-envelope")
    return root.find(f"{{{SOAP}}}Body")


def canonical(element: etree._Element) -> bytes:
    """Exclusive canonical form without comments: the bytes that signatures are made over."""
    form: bytes = etree.tostring(element, method="c14n", exclusive=True, with_comments=False)
    return form


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        encoding="utf-8",
    )
