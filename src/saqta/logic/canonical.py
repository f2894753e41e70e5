"""The exchange form of a rule: canonical JSON, and the digest that names the rule."""

from __future__ import annotations

import hashlib

import msgspec

from saqta.logic.nodes import Node

_DECODER: msgspec.json.Decoder[Node] = msgspec.json.Decoder(Node)
_ENCODER = msgspec.json.Encoder(order="sorted")


def to_json(rule: Node) -> bytes:
    """The tree as JSON with sorted keys; equal trees give equal bytes."""
    return _ENCODER.encode(rule)


def from_json(document: bytes) -> Node:
    """The tree again; a document that is no rule raises ``msgspec.ValidationError`` with the path of the fault."""
    return _DECODER.decode(document)


def digest(*rules: Node) -> str:
    """The identity of one or several rules, as ``sha256:…``."""
    whole = hashlib.sha256()
    for rule in rules:
        whole.update(to_json(rule) + b"\n")
    return f"sha256:{whole.hexdigest()}"
