"""Refusals of this room, each with the code by which the gateway knows it."""

from __future__ import annotations

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.envelopes.names import Code

_REFUSALS: dict[str, tuple[Code, Text]] = {
    "too-large": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Сообщение больше допустимого: 256 КБ.",
            kk="Хабар рұқсат етілген көлемнен үлкен: 256 КБ.",
            en="The message is larger than the 256 KB allowed.",
        ),
    ),
    "not-xml": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Это не документ XML в кодировке UTF-8.",
            kk="Бұл UTF-8 кодтамасындағы XML құжаты емес.",
            en="This is not an XML document in UTF-8.",
        ),
    ),
    "document-type": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Объявления типа документа (DOCTYPE) не принимаются. Уберите его и пришлите сообщение снова.",
            kk="Құжат түрін жариялау (DOCTYPE) қабылданбайды. Оны алып тастап, хабарды қайта жіберіңіз.",
            en="Declarations of a document type (DOCTYPE) are not accepted. Remove it and send the message again.",
        ),
    ),
    "not-an-envelope": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Ожидается конверт SOAP 1.1 с одним телом.",
            kk="Бір денесі бар SOAP 1.1 конверті күтіледі.",
            en="A SOAP 1.1 envelope with one body is expected.",
        ),
    ),
    "not-a-message": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Тело конверта — не сообщение этого канала: нет обязательного поля, или оно записано неверно.",
            kk="Конверт денесі осы арнаның хабары емес: міндетті өріс жоқ немесе қате жазылған.",
            en="The body is not a message of this channel: a required field is missing or written wrongly.",
        ),
    ),
    "said-twice": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Одно и то же поле указано дважды с разными значениями. Оставьте одно.",
            kk="Бір өріс екі рет, әртүрлі мәнмен көрсетілген. Біреуін қалдырыңыз.",
            en="One field is given twice with different values. Keep one of them.",
        ),
    ),
    "number-in-mark": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="В номере сообщения, цепочки или сеанса стоит номер человека. Он остаётся в журналах систем: возьмите "
            "случайный номер.",
            kk="Хабардың, тізбектің не сеанстың нөмірінде адамның нөмірі тұр. Ол жүйелердің журналында қалып қояды: "
            "кездейсоқ нөмір алыңыз.",
            en="The number of the message, the chain or the session holds the number of a person, which stays in the "
            "logs of systems. Take one at random.",
        ),
    ),
    "not-signed": (
        Code.NOT_SIGNED,
        Text(
            ru="Сообщение не подписано: нужна одна подпись WS-Security над телом.",
            kk="Хабарға қол қойылмаған: денеге бір WS-Security қолтаңбасы керек.",
            en="The message is not signed: one WS-Security signature over the body is needed.",
        ),
    ),
    "signature-shape": (
        Code.SIGNATURE_WRONG,
        Text(
            ru="Подпись охватывает не то, что читается: нужна одна ссылка на тело конверта, и его метка не может "
            "повторяться.",
            kk="Қолтаңба оқылатын бөлікке қойылмаған: конверт денесіне бір сілтеме керек, оның белгісі қайталанбауы "
            "тиіс.",
            en="The signature does not cover what is read: one reference to the body is needed, and its mark once.",
        ),
    ),
    "signature-algorithm": (
        Code.SIGNATURE_WRONG,
        Text(
            ru="Этот алгоритм подписи здесь не принимается. Принимаются RSA с SHA-256 или SHA-512, а с подключённым "
            "модулем НУЦ — ГОСТ 2015 года.",
            kk="Бұл қол қою алгоритмі мұнда қабылданбайды. SHA-256 не SHA-512 бар RSA, ал ҰКО модулі қосылса — "
            "2015 жылғы ГОСТ қабылданады.",
            en="This algorithm is not accepted here. Accepted are RSA with SHA-256 or SHA-512 and, where the module of "
            "the certification authority is connected, GOST of 2015.",
        ),
    ),
    "signature-wrong": (
        Code.SIGNATURE_WRONG,
        Text(
            ru="Подпись неверна: сообщение изменено после подписания, или подписано другим ключом.",
            kk="Қолтаңба дұрыс емес: хабар қол қойылғаннан кейін өзгерген немесе басқа кілтпен қойылған.",
            en="The signature is wrong: the message was changed after signing, or signed with another key.",
        ),
    ),
    "certificate-not-current": (
        Code.SIGNATURE_NOT_CURRENT,
        Text(
            ru="Срок действия сертификата подписи ещё не начался или уже прошёл.",
            kk="Қолтаңба сертификатының мерзімі басталмаған немесе өтіп кеткен.",
            en="The certificate of the signature is not valid yet, or no longer.",
        ),
    ),
    "unknown-sender": (
        Code.SIGNATURE_WRONG,
        Text(
            ru="Отправитель с таким сертификатом здесь не зарегистрирован.",
            kk="Мұндай сертификаты бар жіберуші мұнда тіркелмеген.",
            en="No sender with this certificate is registered here.",
        ),
    ),
    "clock": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Дата сообщения отличается от наших часов больше чем на пять минут. Сверьте часы и подпишите заново.",
            kk="Хабар күні біздің сағаттан бес минуттан артық алшақ. Сағатты тексеріп, қайта қол қойыңыз.",
            en="The date of the message is more than five minutes away from our clock. Set the clock and sign anew.",
        ),
    ),
    "no-such-service": (
        Code.NO_SUCH_SERVICE,
        Text(
            ru="Такого сервиса или действия на этом канале нет.",
            kk="Бұл арнада мұндай сервис не әрекет жоқ.",
            en="There is no such service or operation on this channel.",
        ),
    ),
    "message-used": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="Под этим номером сообщения уже спрашивали о другом. Для нового вопроса возьмите новый номер.",
            kk="Бұл хабар нөмірімен басқа нәрсе сұралған. Жаңа сұраққа жаңа нөмір алыңыз.",
            en="Something else was asked under this number of a message. Take a new number for a new question.",
        ),
    ),
    "message-old": (
        Code.NOT_A_MESSAGE,
        Text(
            ru="На это сообщение ответ дан больше суток назад; он не повторяется. Спросите заново под новым номером.",
            kk="Бұл хабарға бір тәуліктен бұрын жауап берілген; ол қайталанбайды. Жаңа нөмірмен қайта сұраңыз.",
            en="This message was answered more than a day ago, and the answer is not repeated. Ask anew, under a new "
            "number.",
        ),
    ),
    "too-often": (
        Code.AGAIN,
        Text(
            ru="Слишком много вопросов подряд. Повторите сообщение через несколько минут.",
            kk="Қатарынан тым көп сұрақ қойылды. Хабарды бірнеше минуттан кейін қайталаңыз.",
            en="Too many questions in a row. Repeat the message in some minutes.",
        ),
    ),
    "no-gateway-key": (
        Code.AGAIN,
        Text(
            ru="Нет ключа, которым подписываются ответы шлюзу: key.pem и certificate.pem (RSA), а для модуля подписи — "
            "key.p12 и password.",
            kk="Шлюзге жауаптарға қол қоятын кілт жоқ: key.pem пен certificate.pem (RSA), ал қол қою модулі үшін — "
            "key.p12 мен password.",
            en="There is no key to sign answers to the gateway with: key.pem and certificate.pem (RSA), or key.p12 and "
            "password for a side-car.",
        ),
    ),
    "sender-certificate": (
        Code.AGAIN,
        Text(
            ru="В этом файле нет сертификата отправителя в виде PEM.",
            kk="Бұл файлда жіберушінің PEM түріндегі сертификаты жоқ.",
            en="This file holds no certificate of a sender in PEM.",
        ),
    ),
    "accident": (
        Code.AGAIN,
        Text(
            ru="Ответить сейчас не получилось; это не значит, что человек не застрахован. Повторите сообщение позже.",
            kk="Қазір жауап бере алмадық; бұл адам сақтандырылмаған дегенді білдірмейді. Хабарды кейінірек қайталаңыз.",
            en="There is no answer now, which does not mean that the person is not insured. Repeat the message later.",
        ),
    ),
    "side-car": (
        Code.AGAIN,
        Text(
            ru="Модуль подписи не отвечает. Повторите сообщение позже.",
            kk="Қол қою модулі жауап бермейді. Хабарды кейінірек қайталаңыз.",
            en="The module that signs does not answer. Repeat the message later.",
        ),
    ),
}


def refused(code: str, where: str | None = None) -> Refused:
    """The refusal with this code."""
    return Refused(Fault(code, _REFUSALS[code][1], where))


def gateway_code(code: str) -> Code:
    """By which code the gateway knows a refusal of this room; those of other rooms are about what was asked."""
    return _REFUSALS[code][0] if code in _REFUSALS else Code.NOT_PROCESSED
