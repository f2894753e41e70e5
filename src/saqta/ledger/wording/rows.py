"""Words about one row: the person, the month and the sum."""

from __future__ import annotations

from saqta.basis.identifiers import FAULTS as NUMBER_FAULTS
from saqta.basis.text import Text

_IIN_FAULTS = (
    "not-digits", "not-ascii-digits", "length", "kind-digit", "century-digit", "date", "never-issued", "check-digit",
)  # fmt: skip

ROW_FAULTS: dict[str, Text] = {f"iin-{code}": NUMBER_FAULTS[code] for code in _IIN_FAULTS} | {
    "missing-field": Text(
        ru="Обязательное поле не заполнено. Заполните его.",
        kk="Міндетті өріс толтырылмаған. Оны толтырыңыз.",
        en="A field that must be stated is empty or missing. Fill it in.",
    ),
    "sequence": Text(
        ru="Номер человека в :21: не следует за предыдущим. Пронумеруйте людей подряд: 1, 2, 3.",
        kk=":21: өрісіндегі адам нөмірі алдыңғысынан кейінгі нөмір емес. Адамдарды ретімен нөмірлеңіз: 1, 2, 3.",
        en="The number of the person in :21: does not follow the one before. Number the people in turn: 1, 2, 3.",
    ),
    "iin-is-a-bin": Text(
        ru="Вместо ИИН человека указан БИН организации. Укажите ИИН того, за кого платят.",
        kk="Адамның ЖСН-інің орнына ұйымның БСН-і көрсетілген. Кім үшін төленсе, соның ЖСН-ін көрсетіңіз.",
        en="The BIN of an organisation stands in place of the IIN of a person. State the IIN of the person paid for.",
    ),
    "birth-date-format": Text(
        ru="Дата рождения записана неверно или такого дня нет. В MT102 она — ГГГГММДД, в таблице — ГГГГ-ММ-ДД или "
        "ДД.ММ.ГГГГ.",
        kk="Туған күн қате жазылған немесе мұндай күн жоқ. MT102-де ол ЖЖЖЖААКК түрінде, кестеде ЖЖЖЖ-АА-КК не "
        "КК.АА.ЖЖЖЖ түрінде жазылады.",
        en="The date of birth is written wrongly or does not exist. MT102 has it as YYYYMMDD, a table as YYYY-MM-DD "
        "or DD.MM.YYYY.",
    ),
    "birth-date-differs": Text(
        ru="Дата рождения не та, что в ИИН. Сверьте её и ИИН с удостоверением личности.",
        kk="Туған күн ЖСН-дегі күнге сәйкес келмейді. Оны да, ЖСН-ді де жеке куәлікпен салыстырыңыз.",
        en="The date of birth is not the one in the IIN. Compare both with the identity card.",
    ),
    "birth-date-in-future-of-payment": Text(
        ru="По этим данным человек родился позже, чем за него уплатили. Проверьте ИИН, дату рождения и дату документа.",
        kk="Осы деректер бойынша адам өзі үшін төленген күннен кейін туған. ЖСН-ді, туған күнді және құжат күнін "
        "тексеріңіз.",
        en="By these data the person was born after being paid for. Check the IIN, the date of birth and the document "
        "date.",
    ),
    "name-not-letters": Text(
        ru="В фамилии, имени или отчестве есть цифра или посторонний знак. Допустимы буквы, дефис, апостроф, точка и "
        "пробел.",
        kk="Тегінде, атында немесе әкесінің атында цифр не бөгде таңба бар. Әріп, дефис, апостроф, нүкте және бос "
        "орын ғана болады.",
        en="A surname, name or patronymic holds a digit or a sign. Letters, hyphen, apostrophe, point and space are "
        "allowed.",
    ),
    "amount-format": Text(
        ru="Сумма записана неверно. Пишите только цифры 0–9 и запятую или точку перед тиынами, без пробелов.",
        kk="Сома қате жазылған. Тек 0–9 цифрларын, ал тиын алдында үтір не нүкте жазыңыз, бос орын қалдырмаңыз.",
        en="The amount is written wrongly. Use the digits 0-9 only, with a comma or a point before the tiyn, and no "
        "spaces.",
    ),
    "amount-not-positive": Text(
        ru="Сумма равна нулю или отрицательна. Укажите уплаченное; возврат оформляется отдельным документом.",
        kk="Сома нөлге тең немесе теріс. Төленген соманы көрсетіңіз; қайтару бөлек құжатпен рәсімделеді.",
        en="The amount is zero or negative. State what was paid; a return is made by a document of its own.",
    ),
    "amount-decimals": Text(
        ru="После запятой больше двух знаков. Округлите сумму до тиына.",
        kk="Үтірден кейін екі таңбадан көп. Соманы тиынға дейін дөңгелектеңіз.",
        en="There are more than two digits after the comma. Round the amount to the tiyn.",
    ),
    "amount-too-large": Text(
        ru="Сумма длиннее, чем вмещает поле платёжного документа. Проверьте, не пропущена ли запятая.",
        kk="Сома төлем құжатының өрісіне сыймайды. Үтір түсіп қалмағанын тексеріңіз.",
        en="The amount is longer than the field of a payment document. Check that no comma is missing.",
    ),
    "currency": Text(
        ru="Перед суммой должна стоять валюта KZT латинскими буквами: платежи принимаются только в тенге.",
        kk="Сома алдында латын әріптерімен KZT валютасы тұруға тиіс: төлемдер тек теңгемен қабылданады.",
        en="The currency KZT in Latin letters must stand before the sum: payments are accepted in tenge only.",
    ),
    "period-format": Text(
        ru="Период записан неверно. В MT102 он — ММГГГГ, в таблице — ГГГГ-ММ, ММ.ГГГГ или ММГГГГ. Таблица могла "
        "потерять ноль в начале.",
        kk="Кезең қате жазылған. MT102-де ол ААЖЖЖЖ түрінде, кестеде ЖЖЖЖ-АА, АА.ЖЖЖЖ не ААЖЖЖЖ түрінде жазылады. "
        "Кестеде басындағы нөл жоғалған болуы мүмкін.",
        en="The period is written wrongly. MT102 has it as MMYYYY, a table as YYYY-MM, MM.YYYY or MMYYYY. A "
        "spreadsheet may have dropped a leading zero.",
    ),
    "period-month": Text(
        ru="Такого месяца нет. Сначала пишется месяц от 01 до 12, затем год, если между ними не стоит дефис.",
        kk="Мұндай ай жоқ. Арасында дефис болмаса, алдымен 01-ден 12-ге дейінгі ай, сосын жыл жазылады.",
        en="There is no such month. The month, 01 to 12, comes first and the year after it, unless a hyphen divides "
        "them.",
    ),
    "period-out-of-range": Text(
        ru="За этот месяц платить нельзя: он раньше июля 2017 года или более чем на 24 месяца позже даты документа. "
        "Проверьте период.",
        kk="Бұл ай үшін төлеуге болмайды: ол 2017 жылғы шілдеден ерте немесе құжат күнінен 24 айдан астам кейін. "
        "Кезеңді тексеріңіз.",
        en="This month cannot be paid for: it lies before July 2017 or more than 24 months after the document date. "
        "Check the period.",
    ),
    "period-differs": Text(
        ru="У человека указан не тот период, что в заголовке документа. Оставьте период в одном месте или исправьте "
        "его.",
        kk="Адамның кезеңі құжаттың бас бөлігіндегі кезеңнен басқа. Кезеңді бір жерде ғана қалдырыңыз немесе "
        "түзетіңіз.",
        en="The period of the person is not the one in the head of the document. State it in one place only or "
        "correct it.",
    ),
    "person-tag": Text(
        ru="В /OPV/ стоит не та буква, что требуется, или её нет. Поставьте букву, которую назвал ваш банк.",
        kk="/OPV/ белгісінде талап етілгеннен басқа әріп тұр немесе әріп жоқ. Банкіңіз айтқан әріпті қойыңыз.",
        en="The letter in /OPV/ is not the one demanded, or is missing. Put the letter that your bank named.",
    ),
    "returned-row": Text(
        ru="Это возврат, а не уплата: деньги за человека вернулись плательщику. Месяц не засчитывается; исправьте "
        "ошибку и заплатите заново.",
        kk="Бұл — төлем емес, қайтару: адам үшін төленген ақша төлеушіге қайтарылды. Ай есептелмейді; қатені түзетіп, "
        "қайта төлеңіз.",
        en="This is a return and not a payment: the money for the person went back to the payer. The month does not "
        "count; mend the mistake and pay again.",
    ),
    "duplicate-row": Text(
        ru="Тот же человек, месяц, КНП и та же сумма уже есть в файле. Уберите повтор, иначе будет уплачено дважды.",
        kk="Осы адам, ай, ТБК және сома файлда бұрын кездескен. Қайталанғанын алып тастаңыз, әйтпесе екі рет төленеді.",
        en="The same person, month, payment code and amount are in the file already. Remove the repeat, or it is paid "
        "twice.",
    ),
}
