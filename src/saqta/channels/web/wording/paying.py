"""What a payment order and the page that fills it in say."""

from __future__ import annotations

from saqta.basis.text import Text

PAYING: dict[str, Text] = {
    "order_title": Text(ru="Платёжное поручение", kk="Төлем тапсырмасы", en="Payment order"),
    "order_lead": Text(
        ru="Всё, что банку нужно знать об этом платеже. Имя и номер можно вписать здесь или от руки: они попадут "
        "только на лист и нигде не сохранятся.",
        kk="Осы төлем туралы банкке керектің бәрі осында. Аты-жөні мен нөмірді осында немесе қолмен жазуға болады: "
        "олар тек параққа түседі, еш жерде сақталмайды.",
        en="All that a bank needs to know of this payment. Names and numbers can be filled in here or by hand: they "
        "stand on the paper only and are kept nowhere.",
    ),
    "paid_for_name": Text(
        ru="За кого платят: фамилия, имя, отчество",
        kk="Кім үшін төленеді: тегі, аты, әкесінің аты",
        en="Paid for: surname, name, patronymic",
    ),
    "paid_for_iin": Text(
        ru="ИИН человека, за которого платят", kk="Өзі үшін төленетін адамның ЖСН-і", en="IIN of the person paid for"
    ),
    "payer_name": Text(ru="Кто платит: название или имя", kk="Кім төлейді: атауы немесе аты-жөні", en="Who pays: name"),
    "payer_number": Text(
        ru="БИН или ИИН плательщика", kk="Төлеушінің БСН-і немесе ЖСН-і", en="BIN or IIN of the payer"
    ),
    "fill_in": Text(ru="Вписать в поручение", kk="Тапсырмаға жазу", en="Write on the order"),
    "as_pdf": Text(ru="Скачать PDF", kk="PDF түрінде жүктеп алу", en="Download as PDF"),
    "back_to_dues": Text(ru="К расчёту", kk="Есепке оралу", en="Back to the sums"),
    "make_order": Text(
        ru="Платёжное поручение с QR-кодом", kk="QR коды бар төлем тапсырмасы", en="Payment order with a QR code"
    ),
    "of_sum": Text(ru="на сумму {sum}, код {code}", kk="сомасы {sum}, коды {code}", en="of {sum}, code {code}"),
    "row_number": Text(
        ru="Номер и дата поручения", kk="Тапсырманың нөмірі мен күні", en="Number and date of the order"
    ),
    "row_amount": Text(ru="Сумма", kk="Сомасы", en="Sum"),
    "row_payer_name": Text(ru="Плательщик", kk="Төлеуші", en="Payer"),
    "row_payer_number": Text(
        ru="БИН или ИИН плательщика", kk="Төлеушінің БСН-і немесе ЖСН-і", en="BIN or IIN of payer"
    ),
    "row_payer_account": Text(ru="Счёт плательщика", kk="Төлеушінің шоты", en="Account of the payer"),
    "row_beneficiary": Text(ru="Бенефициар (получатель)", kk="Бенефициар (алушы)", en="Beneficiary"),
    "row_bin": Text(ru="БИН бенефициара", kk="Бенефициардың БСН-і", en="BIN of the beneficiary"),
    "row_account": Text(ru="Счёт бенефициара", kk="Бенефициардың шоты", en="Account of the beneficiary"),
    "row_bank": Text(ru="Код банка бенефициара", kk="Бенефициар банкінің коды", en="Bank code of the beneficiary"),
    "row_beneficiary_code": Text(ru="Код бенефициара", kk="Бенефициар коды", en="Beneficiary code"),
    "row_payment_code": Text(ru="Код назначения платежа", kk="Төлем тағайындау коды", en="Payment purpose code"),
    "row_words": Text(ru="Назначение платежа", kk="Төлем мақсаты", en="Purpose of the payment"),
    "row_period": Text(ru="Период (месяц и год)", kk="Кезеңі (айы мен жылы)", en="Period (month and year)"),
    "row_person_name": Text(ru="За кого", kk="Кім үшін", en="For whom"),
    "row_person_iin": Text(ru="ИИН", kk="ЖСН", en="IIN"),
    "sure_of_account": Text(
        ru="Реквизиты: {source}; {confidence}. Перед оплатой сверьте их с банком.",
        kk="Деректемелердің дереккөзі: {source}; {confidence}. Төлер алдында банкпен салыстырып алыңыз.",
        en="The account is from {source}; we are {confidence} of it. Compare it with your bank before paying.",
    ),
    "qr_note": Text(
        ru="В QR-коде те же реквизиты обычным текстом. Какие QR-коды читают приложения банков для таких платежей, нами "
        "не установлено: если приложение его не примет, введите реквизиты с листа.",
        kk="QR кодында дәл осы деректемелер жай мәтінмен жазылған. Мұндай төлемдер үшін банк қосымшалары қандай QR "
        "кодтарын оқитынын біз анықтай алмадық: қосымша қабылдамаса, деректемелерді парақтан теріңіз.",
        en="The QR code holds the same details as plain text. Which QR codes the apps of banks read for such payments "
        "we have not established: if an app does not take it, type the details from the paper.",
    ),
    "not_paid_yet": Text(
        ru="Это бумага для банка: пока банк её не исполнил, ничего не уплачено. Бланк банка может выглядеть иначе.",
        kk="Бұл — банкке арналған қағаз: банк орындағанша ештеңе төленген болып саналмайды. Банктің өз бланкісі "
        "басқаша көрінуі мүмкін.",
        en="This is a paper for a bank: nothing is paid until the bank has carried it out. The bank's own form may "
        "look different.",
    ),
    "qr_alt": Text(
        ru="QR-код с реквизитами платежа", kk="Төлем деректемелері бар QR коды", en="QR code with the payment details"
    ),
    "error_payer_number": Text(
        ru="Это не БИН и не ИИН: в номере 12 цифр с верной контрольной. Проверьте или оставьте пустым.",
        kk="Бұл — БСН де, ЖСН де емес: нөмірде бақылау цифры дұрыс 12 цифр болады. Тексеріңіз немесе бос қалдырыңыз.",
        en="This is neither a BIN nor an IIN: such a number has 12 digits with a right check digit. Look again, or "
        "leave it empty.",
    ),
}
