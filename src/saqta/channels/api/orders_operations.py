"""What can be asked about orders."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.api import orders
from saqta.channels.api.asked import PART
from saqta.channels.api.operation import Operation, Word

_NUMBER = Word(
    "id",
    r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    "0198f3a2-6c1e-7c4b-9d1a-3f5b7a9c2e10",
    Text(ru="Номер заказа", kk="Тапсырыс нөмірі", en="The number of the order"),
    required=True,
)

ORDERS: tuple[Operation, ...] = (
    Operation(
        "POST",
        "/api/v1/orders",
        "placeOrder",
        Text(
            ru="Заказать справку о статусе и перечисленных суммах за 12–60 месяцев. О себе, с подтверждением личности. "
            "Ответ — в обещанные законом минуты; за ним приходят по адресу из Location.",
            kk="12–60 айға мәртебе мен аударылған сомалар туралы анықтамаға тапсырыс беру. Өзі туралы, жеке басын "
            "растап. Жауап заңда уәде етілген минуттарда дайын болады; ол Location мекенжайынан алынады.",
            en="Order a certificate of the status and of the money paid for 12 to 60 months. About oneself, with a "
            "proof of identity. The answer comes within the minutes promised by law, at the address in Location.",
        ),
        orders.place,
        orders.OrderTold,
        takes=orders.OrderWanted,
        problems=("refused", "too-large", "wrong-media-type", "not-proven", "too-often", "unavailable"),
        status=202,
        proven=True,
        keyed=True,
    ),
    Operation(
        "GET",
        f"/api/v1/orders/{PART}",
        "getOrder",
        Text(ru="Как обстоит дело с заказом.", kk="Тапсырыстың жай-күйі.", en="How an order stands."),
        orders.show,
        orders.OrderTold,
        problems=("not-found", "not-proven", "unavailable"),
        part=_NUMBER,
        proven=True,
    ),
    Operation(
        "POST",
        f"/api/v1/orders/{PART}/consent",
        "answerConsent",
        Text(
            ru="Согласиться, чтобы для ответа были прочитаны данные о себе, или отказаться.",
            kk="Жауап үшін өзі туралы деректердің оқылуына келісу немесе бас тарту.",
            en="Consent to one's data being read for the answer, or refuse.",
        ),
        orders.consent,
        orders.OrderTold,
        takes=orders.ConsentSaid,
        problems=("refused", "too-large", "wrong-media-type", "not-found", "not-proven", "unavailable"),
        part=_NUMBER,
        proven=True,
    ),
    Operation(
        "GET",
        f"/api/v1/orders/{PART}/certificate",
        "getCertificate",
        Text(ru="Подписанная справка.", kk="Қол қойылған анықтама.", en="The signed certificate."),
        orders.certificate,
        bytes,
        problems=("not-found", "not-proven", "unavailable"),
        media="application/pdf",
        part=_NUMBER,
        proven=True,
    ),
    Operation(
        "GET",
        "/api/v1/notifications-key",
        "getNotificationsKey",
        Text(
            ru="Открытый ключ, которым проверяют подпись уведомлений о заказах.",
            kk="Тапсырыстар туралы хабарламалардың қолтаңбасын тексеретін ашық кілт.",
            en="The public key by which the signature of notifications about orders is checked.",
        ),
        orders.notifications_key,
        orders.NotificationsKey,
    ),
)
