"""What pages count, in the forms that each language counts it in."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.web.counting import Counted

SECONDS = Counted(
    one=Text(ru="{count} секунду", kk="{count} секунд", en="{count} second"),
    few=Text(ru="{count} секунды", kk="{count} секунд", en="{count} seconds"),
    many=Text(ru="{count} секунд", kk="{count} секунд", en="{count} seconds"),
)
"""How long to wait; Russian counts what lies behind «через», and Kazakh adds its ending in the sentence."""

PAID_MONTHS = Counted(
    one=Text(
        ru="Оплачен {count} месяц из 12.", kk="Он екі айдың төленгені: {count}.", en="{count} month of 12 is paid."
    ),
    few=Text(
        ru="Оплачены {count} месяца из 12.", kk="Он екі айдың төленгені: {count}.", en="{count} months of 12 are paid."
    ),
    many=Text(
        ru="Оплачено {count} месяцев из 12.", kk="Он екі айдың төленгені: {count}.", en="{count} months of 12 are paid."
    ),
)
