"""Reads pictures back, so that a test sees what was drawn."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


class Pixels(NamedTuple):
    """What a PNG says of itself, and how many different bytes its picture is made of."""

    width: int
    height: int
    variety: int


def read_png(data: bytes) -> Pixels:
    """Reads the chunks of a PNG; raises when it is not one, or when a chunk does not have its checksum."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("no PNG")
    place, packed, size = 8, b"", (0, 0)
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        if checksum != zlib.crc32(kind + body):
            raise ValueError("a chunk was damaged")
        if kind == b"IHDR":
            size = struct.unpack(">II", body[:8])
        packed += body if kind == b"IDAT" else b""
        place += 12 + length
    return Pixels(*size, len(set(zlib.decompress(packed))))


def said_in(svg: str) -> list[str]:
    """The texts of a drawing, in the order in which they are drawn."""
    return [found.text or "" for found in ET.fromstring(svg).iter(f"{SVG}text")]


def boxes_in(svg: str) -> list[dict[str, str]]:
    """The rectangles of a drawing after its paper."""
    return [found.attrib for found in ET.fromstring(svg).iter(f"{SVG}rect")][1:]
