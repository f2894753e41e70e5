"""Words about a payment document: who pays, to whom, for what and how much in all."""

from __future__ import annotations

from saqta.basis.text import Text

DOCUMENT_FAULTS: dict[str, Text] = {
    "document-number": Text(
        ru="В номере документа допустимы буквы, цифры, дефис, точка, дробь и скобки, не более 35 знаков. Исправьте "
        "номер.",
        kk="Құжат нөмірінде әріп, цифр, дефис, нүкте, бөлшек сызығы мен жақша ғана болады, 35 таңбадан аспайды. "
        "Түзетіңіз.",
        en="A document number has letters, digits, hyphens, points, slashes and brackets, 35 at most. Correct the "
        "number.",
    ),
    "document-date": Text(
        ru="Дата документа записана неверно, такого дня нет или он раньше июля 2017 года, когда платежи начались. В "
        "MT102 дата — ГГММДД, в таблице — ГГГГ-ММ-ДД или ДД.ММ.ГГГГ.",
        kk="Құжат күні қате жазылған, мұндай күн жоқ немесе ол төлемдер басталған 2017 жылғы шілдеден ерте. MT102-де "
        "күн ЖЖААКК түрінде, кестеде ЖЖЖЖ-АА-КК не КК.АА.ЖЖЖЖ түрінде жазылады.",
        en="The date of the document is written wrongly, does not exist or lies before July 2017, when payments "
        "began. MT102 has it as YYMMDD, a table as YYYY-MM-DD or DD.MM.YYYY.",
    ),
    "payer-account": Text(
        ru="Счёт плательщика не является казахстанским счётом (IBAN). Проверьте его: KZ и ещё 18 знаков.",
        kk="Төлеушінің шоты қазақстандық шот (IBAN) емес. Оны тексеріңіз: KZ және тағы 18 таңба.",
        en="The account of the payer is no Kazakh account (IBAN). Check it: KZ and 18 more characters.",
    ),
    "payer-number": Text(
        ru="БИН или ИИН плательщика неверен. Проверьте 12 цифр номера, нет ли опечатки.",
        kk="Төлеушінің БСН-і немесе ЖСН-і қате. Нөмірдің 12 цифрын тексеріңіз, қате терілген болуы мүмкін.",
        en="The BIN or IIN of the payer is not valid. Check its 12 digits for a slip in typing.",
    ),
    "bank-code": Text(
        ru="БИК банка плательщика записан неверно. В нём 8 или 11 латинских букв и цифр.",
        kk="Төлеуші банкінің БСК-і қате жазылған. Онда 8 немесе 11 латын әрпі мен цифр болады.",
        en="The BIC of the bank of the payer is written wrongly. It has 8 or 11 Latin letters and digits.",
    ),
    "beneficiary-account": Text(
        ru="Счёт получателя не является казахстанским счётом (IBAN). Для ОСМС это KZ92009MEDS368609103.",
        kk="Бенефициардың шоты қазақстандық шот (IBAN) емес. МӘМС үшін ол — KZ92009MEDS368609103.",
        en="The account of the beneficiary is no Kazakh account (IBAN). For this insurance it is KZ92009MEDS368609103.",
    ),
    "beneficiary": Text(
        ru="Деньги идут не на реквизиты для ОСМС. Получатель — НАО «Государственная корпорация „Правительство для "
        "граждан“»: БИН 160440007161, счёт KZ92009MEDS368609103, БИК GCVPKZ2A.",
        kk="Ақша МӘМС деректемелеріне бармайды. Бенефициар — «„Азаматтарға арналған үкімет“ мемлекеттік корпорациясы» "
        "КеАҚ: БСН 160440007161, шоты KZ92009MEDS368609103, БСК GCVPKZ2A.",
        en="The money does not go to the requisites of this insurance. The beneficiary is the State Corporation "
        "“Government for Citizens”: BIN 160440007161, account KZ92009MEDS368609103, BIC GCVPKZ2A.",
    ),
    "payment-code": Text(
        ru="Этот КНП не относится к ОСМС. Отчисления — 121, взносы — 122, пеня по отчислениям — 123, пеня по взносам "
        "— 124.",
        kk="Бұл төлем белгілеу коды МӘМС-ке жатпайды. Аударымдар — 121, жарналар — 122, аударымдар бойынша өсімпұл — "
        "123, жарналар бойынша өсімпұл — 124.",
        en="This payment code is not one of this insurance. Employer contributions are 121, insuree contributions "
        "122, late interest on the former 123, on the latter 124.",
    ),
    "payment-code-missing": Text(
        ru="Не указан КНП. Поставьте 121, 122, 123 или 124: без него неясно, что уплачено.",
        kk="Төлем белгілеу коды (ТБК) көрсетілмеген. 121, 122, 123 немесе 124 деп қойыңыз: онсыз не төленгені "
        "белгісіз.",
        en="No payment code is given. State 121, 122, 123 or 124: without it nobody can tell what was paid.",
    ),
    "total-missing": Text(
        ru="Нет общей суммы: перед «-}» должно стоять поле :32A:. Добавьте дату, KZT и сумму.",
        kk="Жалпы сома жоқ: «-}» алдында :32A: өрісі тұруға тиіс. Күнін, KZT пен соманы қосыңыз.",
        en="The total is missing: the field :32A: stands before “-}”. Add the date, KZT and the sum.",
    ),
    "total-differs": Text(
        ru="Общая сумма не равна сумме по людям. Проверьте, не потерян ли кто-то и верны ли суммы.",
        kk="Жалпы сома адамдар бойынша сомалардың қосындысына тең емес. Ешкім түсіп қалмағанын, сомалар дұрыстығын "
        "тексеріңіз.",
        en="The total is not the sum over the people. Check that nobody is lost and that the amounts are right.",
    ),
    "count": Text(
        ru="Число людей в назначении платежа не сходится со списком. Проверьте список или исправьте назначение.",
        kk="Төлем мақсатындағы адам саны тізімге сәйкес келмейді. Тізімді тексеріңіз немесе мақсатын түзетіңіз.",
        en="The number of people in the purpose of payment is not that of the list. Check the list or the purpose.",
    ),
}
