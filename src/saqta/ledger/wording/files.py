"""Words about the content of a file as a whole: its encoding, its layout, and why it may be no payment file at all."""

from __future__ import annotations

from saqta.basis.text import Text

REFUSALS: dict[str, Text] = {
    "empty-file": Text(
        ru="Файл пуст. Выгрузите платёж заново.",
        kk="Файл бос. Төлемді қайта шығарып алыңыз.",
        en="The file is empty. Export the payment again.",
    ),
    "binary-file": Text(
        ru="Это не текст: платёжный файл — текст в формате MT102 или таблица CSV. Проверьте, тот ли файл выбран.",
        kk="Бұл мәтін емес: төлем файлы — MT102 пішіміндегі мәтін не CSV кестесі. Дұрыс файл таңдалғанын тексеріңіз.",
        en="This is not text: a payment file is text in the MT102 format or a CSV table. Check that it is the right "
        "file.",
    ),
    "not-a-payment-file": Text(
        ru="Это не платёжный файл. Ожидается сообщение MT102, которое начинается с {1:, или таблица CSV с заголовками "
        "столбцов: ИИН, сумма, период, КНП.",
        kk="Бұл төлем файлы емес. {1: деп басталатын MT102 хабарламасы немесе ЖСН, сома, кезең, ТБК деген баған "
        "тақырыптары бар CSV кестесі күтіледі.",
        en="This is no payment file. Expected is an MT102 message, which begins with {1:, or a CSV table with the "
        "column headings iin, amount, month, payment_code.",
    ),
    "file-changed": Text(
        ru="Пока файл читали, его содержимое изменилось. Ничего из него не принято; проверьте файл ещё раз.",
        kk="Файл оқылып жатқанда мазмұны өзгерді. Одан ештеңе қабылданған жоқ; файлды қайта тексеріңіз.",
        en="The content of the file changed while it was being read. Nothing in it is accepted; check the file again.",
    ),
}

FILE_FAULTS: dict[str, Text] = {
    "encoding": Text(
        ru="В строке есть байты, которые не читаются как текст. Выгрузите файл заново в UTF-8 или Windows-1251.",
        kk="Жолда мәтін ретінде оқылмайтын байттар бар. Файлды UTF-8 немесе Windows-1251 кодтауында қайта шығарыңыз.",
        en="The line holds bytes that cannot be read as text. Export the file again in UTF-8 or Windows-1251.",
    ),
    "line-too-long": Text(
        ru="Строка длиннее 4096 знаков. Так не бывает в платёжном файле: проверьте концы строк и выгрузите файл "
        "заново.",
        kk="Жол 4096 таңбадан ұзын. Төлем файлында мұндай болмайды: жол соңдарын тексеріп, файлды қайта шығарыңыз.",
        en="The line is longer than 4,096 characters. No payment file has such lines: check the line ends and export "
        "again.",
    ),
    "truncated": Text(
        ru="Сообщение обрывается: нет завершающей строки «-}». Последнему человеку верить нельзя; получите файл "
        "целиком.",
        kk="Хабарлама үзіліп қалған: «-}» деген соңғы жол жоқ. Соңғы адамның дерегіне сенуге болмайды; файлды толық "
        "алыңыз.",
        en="The message breaks off: its last line “-}” is missing. The last person cannot be relied on; get the whole "
        "file.",
    ),
    "envelope": Text(
        ru="Заголовок сообщения записан неверно. Он состоит из блоков {1:…}{2:…}{4: с закрытыми скобками.",
        kk="Хабарламаның тақырып бөлігі қате жазылған. Ол жақшалары жабылған {1:…}{2:…}{4: блоктарынан тұрады.",
        en="The envelope of the message is written wrongly. It consists of the blocks {1:…}{2:…}{4: with closed "
        "braces.",
    ),
    "message-type": Text(
        ru="Это сообщение другого типа: людей перечисляет только MT102. Выгрузите платёж как MT102.",
        kk="Бұл — басқа түрдегі хабарлама: адамдар тізімі MT102-де ғана болады. Төлемді MT102 ретінде шығарыңыз.",
        en="This message is of another type: only MT102 lists people. Export the payment as MT102.",
    ),
    "header-missing": Text(
        ru="Нет начала сообщения: перед {4: должны стоять блоки {1:…} и {2:…}. Получите файл целиком.",
        kk="Хабарламаның басы жоқ: {4: алдында {1:…} және {2:…} блоктары тұруға тиіс. Файлды толық алыңыз.",
        en="The start of the message is missing: the blocks {1:…} and {2:…} come before {4:. Get the whole file.",
    ),
    "text-before-start": Text(
        ru="Перед сообщением стоит посторонний текст. Уберите всё, что находится до {1:.",
        kk="Хабарламаның алдында бөгде мәтін тұр. {1: дегенге дейінгінің бәрін алып тастаңыз.",
        en="Text that does not belong stands before the message. Remove everything before {1:.",
    ),
    "text-after-end": Text(
        ru="После конца сообщения «-}» стоит посторонний текст. Уберите его или выгрузите файл заново.",
        kk="Хабарлама соңындағы «-}» белгісінен кейін бөгде мәтін тұр. Оны алып тастаңыз немесе файлды қайта "
        "шығарыңыз.",
        en="Text that does not belong stands after the end “-}” of the message. Remove it or export the file again.",
    ),
    "unknown-tag": Text(
        ru="Такой метки в данных о человеке нет. Допустимы /OPV/, /FM/, /NM/, /FT/, /DT/, /IDN/, /RNN/, /PERIOD/, "
        "/LA/, /ASSIGN/.",
        kk="Адам туралы деректерде мұндай белгі жоқ. Тек /OPV/, /FM/, /NM/, /FT/, /DT/, /IDN/, /RNN/, /PERIOD/, /LA/, "
        "/ASSIGN/ болады.",
        en="There is no such tag in the data about a person. Allowed are /OPV/, /FM/, /NM/, /FT/, /DT/, /IDN/, /RNN/, "
        "/PERIOD/, /LA/, /ASSIGN/.",
    ),
    "duplicate-tag": Text(
        ru="Метка стоит дважды в одном месте. Оставьте одну: неясно, какому значению верить.",
        kk="Белгі бір жерде екі рет тұр. Біреуін қалдырыңыз: қай мәнге сену керегі белгісіз.",
        en="The tag stands twice in one place. Keep one: it is unclear which value counts.",
    ),
    "tag-order": Text(
        ru="Поле стоит не на своём месте. Порядок: :20:, :50:, :52B:, :57B:, :59:, :70:, затем по каждому человеку "
        ":21:, :32B:, :70:, в конце :32A:.",
        kk="Өріс өз орнында тұрған жоқ. Реті: :20:, :50:, :52B:, :57B:, :59:, :70:, сосын әр адам бойынша :21:, "
        ":32B:, :70:, соңында :32A:.",
        en="A field is out of its place. The order is :20:, :50:, :52B:, :57B:, :59:, :70:, then for each person "
        ":21:, :32B:, :70:, and at the end :32A:.",
    ),
    "look-alike-letter": Text(
        ru="В метке стоит русская буква вместо похожей латинской. Наберите метку латинскими буквами.",
        kk="Белгіде латын әрпінің орнына соған ұқсас кирилл әрпі тұр. Белгіні латын әріптерімен теріңіз.",
        en="The tag holds a Cyrillic letter in place of the Latin one it looks like. Type the tag in Latin letters.",
    ),
    "line-without-tag": Text(
        ru="Строка не начинается с метки. Если это продолжение предыдущей строки, соедините их.",
        kk="Жол белгіден басталмайды. Егер бұл алдыңғы жолдың жалғасы болса, оларды біріктіріңіз.",
        en="The line does not begin with a tag. If it continues the line before it, join the two.",
    ),
    "json-line": Text(
        ru="Строка — не объект JSON с простыми значениями, или столбец назван в ней дважды.",
        kk="Жол — қарапайым мәндері бар JSON нысаны емес, немесе онда баған екі рет аталған.",
        en="The line is no JSON object of single values, or it names a column twice.",
    ),
    "csv-columns": Text(
        ru="В таблице нет обязательного столбца. Нужны ИИН, сумма, период и КНП.",
        kk="Кестеде міндетті баған жоқ. ЖСН, сома, кезең және ТБК бағандары қажет.",
        en="The table lacks a column that it must have. Needed are iin, amount, month and payment_code.",
    ),
    "duplicate-column": Text(
        ru="Столбец стоит в таблице дважды. Оставьте один: неясно, какому верить.",
        kk="Баған кестеде екі рет тұр. Біреуін қалдырыңыз: қайсысына сену керегі белгісіз.",
        en="The column stands twice in the table. Keep one: it is unclear which of them counts.",
    ),
    "csv-quote": Text(
        ru="Кавычки в строке не закрыты. Закройте их; перенос строки внутри ячейки не допускается.",
        kk="Жолдағы тырнақша жабылмаған. Оны жабыңыз; ұяшық ішінде жаңа жолға көшуге болмайды.",
        en="A quotation mark in the line is not closed. Close it; a cell must not run over several lines.",
    ),
    "csv-cells": Text(
        ru="Ячеек в строке не столько, сколько столбцов. Если сумма записана с запятой, а запятая разделяет ячейки, "
        "возьмите сумму в кавычки или выберите другой разделитель.",
        kk="Жолдағы ұяшықтар саны бағандар санына тең емес. Сома үтірмен жазылып, ұяшықтар да үтірмен бөлінсе, соманы "
        "тырнақшаға алыңыз немесе басқа бөлгіш таңдаңыз.",
        en="The line has more or fewer cells than there are columns. If amounts have a comma and commas divide the "
        "cells, put the amounts in quotation marks or choose another delimiter.",
    ),
    "delimiter": Text(
        ru="Ячейки разделены не тем знаком. Разделителем служит запятая, точка с запятой или табуляция, один на весь "
        "файл.",
        kk="Ұяшықтар басқа таңбамен бөлінген. Бөлгіш — үтір, нүктелі үтір не табуляция, бүкіл файлда біреу ғана.",
        en="The cells are divided by another sign. A comma, a semicolon or a tab divides cells, one of them in all "
        "the file.",
    ),
    "no-rows": Text(
        ru="В документе нет ни одного человека. Выгрузите платёж вместе со списком.",
        kk="Құжатта бірде-бір адам жоқ. Төлемді тізімімен бірге шығарыңыз.",
        en="The document lists nobody. Export the payment together with its list of people.",
    ),
}
