"""Counted things as each language counts them: Russian has three forms, English two, Kazakh one."""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis.text import Text


class Counted(NamedTuple):
    """The forms of a counted thing, each with a place for ``{count}``.

    ``one`` is for 1, 21, 31 in Russian and 1 in English; ``few`` for 2 to 4, 22 to 24 in Russian; ``many`` for the
    rest. The Kazakh noun after a number stays as it is, so its three forms are the same.
    """

    one: Text
    few: Text
    many: Text

    def of(self, count: int) -> Text:
        """The form that goes with the count, with the count in it."""
        filled = {"count": str(count)}
        return Text(
            ru=self._russian(count).ru.format(**filled),
            kk=self.many.kk.format(**filled),
            en=(self.one if count == 1 else self.many).en.format(**filled),
        )

    def _russian(self, count: int) -> Text:
        last, last_two = count % 10, count % 100
        if last == 1 and last_two != 11:
            return self.one
        if last in (2, 3, 4) and last_two not in (12, 13, 14):
            return self.few
        return self.many
