"""What people type into the fields of a form, and what the form keeps when it is sent in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

_SUM = re.compile(r"[0-9]{1,10}([.,][0-9]{1,2})?", re.ASCII)
_LONGEST_VALUE = 200
_NO_DATE = Text(
    ru="Такой даты нет. Напишите день, месяц и год числами.",
    kk="Мұндай күн жоқ. Күнді, айды және жылды санмен жазыңыз.",
    en="There is no such date. Write day, month and year as numbers.",
)
_NO_SUM = Text(
    ru="Это не сумма в тенге. Напишите число, например 350 000.",
    kk="Бұл теңгедегі сома емес. Сан жазыңыз, мысалы 350 000.",
    en="This is not a sum in tenge. Write a number, such as 350 000.",
)
_NO_COUNT = Text(
    ru="Напишите целое число от 0 до {most}.", kk="0 мен {most} аралығындағы бүтін сан жазыңыз.",
    en="Write a whole number from 0 to {most}.",
)  # fmt: skip


def typed_date(sent: QueryDict, name: str) -> date | None:
    """A day in three fields, ``name_day``, ``name_month`` and ``name_year``; None when all are empty. Raises
    ``Refused``."""
    parts = [sent.get(f"{name}_{part}", "").strip() for part in ("year", "month", "day")]
    if not any(parts):
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        raise Refused(Fault("date", _NO_DATE, f"{name}_day")) from None


def picked_date(sent: QueryDict, name: str) -> date | None:
    """A day from a calendar; None when it is empty. Raises ``Refused``."""
    written = sent.get(name, "").strip()
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Refused(Fault("date", _NO_DATE, name)) from None


def typed_sum(sent: QueryDict, name: str) -> str | None:
    """A sum of tenge as the contract writes it; spaces and a comma do no harm. None when empty; raises ``Refused``."""
    written = re.sub(r"[\s₸]", "", sent.get(name, ""))
    if not written:
        return None
    if not _SUM.fullmatch(written):
        raise Refused(Fault("sum", _NO_SUM, name))
    return written.replace(",", ".")


def typed_count(sent: QueryDict, name: str, most: int) -> int:
    """A whole number from nothing to ``most``; raises ``Refused``."""
    written = sent.get(name, "").strip() or "0"
    if not (written.isascii() and written.isdigit() and int(written) <= most):
        raise Refused(Fault("count", _NO_COUNT.fill(most=str(most)), name))
    return int(written)


def kept_fields(sent: QueryDict, names: Iterable[str]) -> SafeString:
    """The fields of the form as hidden ones, so that the same question can be sent to the page in another language."""
    values = [(name, value[:_LONGEST_VALUE]) for name in names for value in sent.getlist(name)]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', values)
