"""What a certificate says around its figures."""

from __future__ import annotations

from saqta.basis.text import Text

WORDS: dict[str, Text] = {
    "title": Text(
        ru="Справка об участии в системе обязательного социального медицинского страхования и о перечисленных суммах",
        kk="Міндетті әлеуметтік медициналық сақтандыру жүйесіне қатысу және аударылған сомалар туралы анықтама",
        en="Certificate of participation in the compulsory social health insurance and of the sums transferred",
    ),
    "person": Text(ru="ИИН", kk="ЖСН", en="IIN"),
    "born": Text(ru="Дата рождения", kk="Туған күні", en="Date of birth"),
    "status": Text(ru="Статус", kk="Мәртебе", en="Status"),
    "verdict-yes": Text(ru="На {on} застрахован(а)", kk="{on} күні сақтандырылған", en="Insured on {on}"),
    "verdict-no": Text(ru="На {on} не застрахован(а)", kk="{on} күні сақтандырылмаған", en="Not insured on {on}"),
    "verdict-depends": Text(
        ru="На {on} сведений реестра для ответа не хватает",
        kk="{on} күнге тізілім мәліметтері жауап беруге жеткіліксіз",
        en="On {on} the register knows too little to say",
    ),
    "verdict-undetermined": Text(
        ru="На {on} статус не установлен: закон этого дня нам не известен",
        kk="{on} күнге мәртебе анықталмаған: бұл күннің заңы бізге белгісіз",
        en="On {on} the status is not established: the law of that day is not known to us",
    ),
    "lasts-until": Text(
        ru="Если ничего не изменится, страховка действует до {day} (этот день не входит)",
        kk="Ештеңе өзгермесе, сақтандыру {day} күніне дейін жарамды (ол күн кірмейді)",
        en="If nothing changes, the insurance lasts until {day} (that day not included)",
    ),
    "months": Text(
        ru="Месяцы до месяца справки", kk="Анықтама айына дейінгі айлар", en="The months before that of the certificate"
    ),
    "paid": Text(ru="оплачен", kk="төленген", en="paid"),
    "unpaid": Text(ru="не оплачен", kk="төленбеген", en="not paid"),
    "payments": Text(ru="Перечисленные суммы", kk="Аударылған сомалар", en="Sums transferred"),
    "no-payments": Text(
        ru="За эти месяцы перечислений нет.",
        kk="Бұл айларда аударым жоқ.",
        en="Nothing was transferred for these months.",
    ),
    "month": Text(ru="За месяц", kk="Қай ай үшін", en="For the month"),
    "payer": Text(ru="Плательщик", kk="Төлеуші", en="Payer"),
    "code": Text(ru="КНП", kk="ТМК", en="Purpose code (КНП)"),
    "amount": Text(ru="Сумма", kk="Сома", en="Sum"),
    "paid-on": Text(ru="Дата", kk="Күні", en="Day"),
    "total": Text(ru="Всего", kk="Барлығы", en="Total"),
    "law": Text(
        ru="Нормы, по которым определён статус", kk="Мәртебе анықталған нормалар", en="The provisions behind the status"
    ),
    "check": Text(
        ru="Проверить справку: наведите камеру на код или введите короткий код и дату рождения на странице проверки",
        kk="Анықтаманы тексеру: камераны кодқа бағыттаңыз немесе тексеру бетінде қысқа код пен туған күнді енгізіңіз",
        en="To check the certificate, point a camera at the code, or type the short code and the date of birth",
    ),
    "signed": Text(
        ru="Документ подписан электронно; подпись проверяется любой программой для чтения PDF без обращения к нам. "
        "Сведения — из реестра на момент выдачи; что изменилось позже, скажет страница проверки.",
        kk="Құжатқа электрондық қол қойылған; қолтаңбаны PDF оқитын кез келген бағдарлама бізге жүгінбей-ақ тексереді. "
        "Мәліметтер — берілген сәттегі тізілімнен; кейінгі өзгерістерді тексеру беті көрсетеді.",
        en="The document is signed; any reader of PDF checks the signature without asking us. What it says is the "
        "register at the moment of issue; the page that checks it tells what changed since.",
    ),
    "issued": Text(ru="Выдана", kk="Берілген", en="Issued"),
    "issued-at": Text(ru="{day}, {time} (Астана)", kk="{day}, {time} (Астана)", en="{day}, {time} (Astana)"),
    "number": Text(ru="Номер справки", kk="Анықтама нөмірі", en="Number of the certificate"),
    "short-code": Text(ru="Короткий код", kk="Қысқа код", en="Short code"),
}
