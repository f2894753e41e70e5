"""Words about rows of money that goes back."""

from __future__ import annotations

from saqta.basis.text import Text

REFUND_FAULTS: dict[str, Text] = {
    "not-a-return": Text(
        ru="Это уплата, а не возврат: в назначении платежа возврат не назван. Принимайте файл как платёжный: saqta "
        "import payments",
        kk="Бұл — қайтару емес, төлем: төлем мақсатында қайтару аталмаған. Файлды төлем ретінде қабылдаңыз: saqta "
        "import payments",
        en="This is a payment and not a return: the purpose names no return. Take the file in as payments: saqta "
        "import payments",
    ),
    "no-such-receipt": Text(
        ru="В реестре нет уплаты, которую возвращает эта строка: такого человека, месяца, КНП и плательщика не "
        "встречалось. Примите сначала платёжный файл, затем этот ещё раз.",
        kk="Тізілімде осы жол қайтаратын төлем жоқ: мұндай адам, ай, ТБК және төлеуші кездеспеген. Алдымен төлем "
        "файлын қабылдап, сосын осыны қайталаңыз.",
        en="The register holds no payment that this row returns: no such person, month, payment code and payer. Take "
        "in the payment file first, then this one again.",
    ),
    "less-is-left": Text(
        ru="От уплаты осталось меньше, чем возвращает эта строка. Сверьте сумму и прежние возвраты.",
        kk="Төлемнен осы жол қайтаратын сомадан аз қалды. Соманы және бұрынғы қайтаруларды салыстырыңыз.",
        en="Less is left of the payment than this row returns. Compare the sum and earlier returns.",
    ),
}
