"""A refusal of input: what is wrong, where, and what to do, as a value with a stable code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from saqta.basis.text import Text


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong with what was given.

    ``where`` is a path into a document (``$.person.birth_date``), a line or a field name; it never
    carries the value itself, because the value may be somebody's personal data.
    """

    code: str
    text: Text
    where: str | None = None


class Refused(Exception):
    """The input cannot be used; carries every fault found, so that all can be mended at once."""

    def __init__(self, *faults: Fault) -> None:
        if not faults:
            raise ValueError("a refusal needs a fault")
        self.faults = faults
        super().__init__("; ".join(f"{fault.where or ''} {fault.text.en}".strip() for fault in faults))

    def placed(self, place: Callable[[str | None], str | None]) -> Refused:
        """The same refusal as somebody else tells it, for whom each fault stands in another place."""
        return Refused(*(Fault(fault.code, fault.text, place(fault.where)) for fault in self.faults))


def refuse_any(faults: Iterable[Fault]) -> None:
    """Raises ``Refused`` with all the faults that were found; does nothing where there is none."""
    found = tuple(faults)
    if found:
        raise Refused(*found)
