"""What the pages about the law say around it."""

from __future__ import annotations

from saqta.basis.text import Text

LAW_WORDS: dict[str, Text] = {
    "law_title": Text(ru="Законы и правила", kk="Заңдар мен ережелер", en="The law and its rules"),
    "law_lead": Text(
        ru="Что говорят законы и приказы, на которых стоят ответы: своими словами, по статьям, на любой день. "
        "Официальные тексты — по ссылкам.",
        kk="Жауаптар сүйенетін заңдар мен бұйрықтар не дейді: өз сөзімізбен, баптар бойынша, кез келген күнге. Ресми "
        "мәтіндер сілтемелерде.",
        en="What the laws and orders behind the answers say: in our own words, by article, for any day. The official "
        "texts are behind the links.",
    ),
    "packages_title": Text(
        ru="Два пакета: что бесплатно и на каком основании",
        kk="Екі пакет: не тегін және неге сүйеніп",
        en="The two packages: what is free, and on what ground",
    ),
    "in_force": Text(
        ru="действует редакция с {day}", kk="{day} күнгі редакция қолданыста", en="edition of {day} in force"
    ),
    "not_yet": Text(ru="вступает в силу {day}", kk="{day} күні күшіне енеді", en="enters into force on {day}"),
    "official": Text(ru="Официальный текст", kk="Ресми мәтін", en="The official text"),
    "as_on": Text(ru="Как читалось в этот день", kk="Осы күні қалай оқылды", en="As it read on this day"),
    "show": Text(ru="Показать", kk="Көрсету", en="Show"),
    "compare": Text(ru="Сравнить", kk="Салыстыру", en="Compare"),
    "editions": Text(ru="Редакции", kk="Редакциялар", en="Editions"),
    "read": Text(ru="читать", kk="оқу", en="read"),
    "compare_before": Text(
        ru="что изменилось",
        kk="не өзгерді",
        en="what changed",
    ),
    "provisions": Text(ru="Что в нём сказано", kk="Онда не айтылған", en="What it says"),
    "provisions_note": Text(
        ru="Здесь пересказ: нормы, на которые опираются ответы. Точный текст — по ссылке выше.",
        kk="Мұнда мазмұндама: жауаптар сүйенетін нормалар. Дәл мәтін жоғарыдағы сілтемеде.",
        en="This is a summary of the provisions that answers rest on. The exact text is behind the link above.",
    ),
    "no_provisions": Text(
        ru="Отдельных норм этого акта ответы не касаются.",
        kk="Жауаптар бұл актінің жеке нормаларына қатысты емес.",
        en="No answer rests on a single provision of this act.",
    ),
    "out_of_force": Text(
        ru="В этот день не действуют",
        kk="Бұл күні қолданылмайды",
        en="Not in force on this day",
    ),
    "official_list": Text(
        ru="Официальный перечень, слово в слово",
        kk="Ресми тізбе, сөзбе-сөз",
        en="The official list, word for word",
    ),
    "official_list_note": Text(
        ru="На языке официального опубликования. Контрольная сумма файла:",
        kk="Ресми жарияланған тілінде. Файлдың бақылау сомасы:",
        en="In the language in which it was published officially. Checksum of the file:",
    ),
    "past": Text(
        ru="Так было {day}. Сегодня может быть иначе.",
        kk="{day} күні осылай болған. Бүгін өзгеше болуы мүмкін.",
        en="It read so on {day}. Today it may be different.",
    ),
    "future": Text(
        ru="Так будет {day}, если до тех пор ничего не изменят.",
        kk="Өзгеріс болмаса, {day} күні осылай болады.",
        en="It will read so on {day} unless it is changed before.",
    ),
    "announced": Text(
        ru="Эта редакция будет действовать с {day}, если до тех пор ничего не изменят.",
        kk="Өзгеріс болмаса, бұл редакция {day} күнінен бастап қолданылады.",
        en="This edition will be in force from {day} unless it is changed before.",
    ),
    "before_first": Text(
        ru="В этот день акта ещё не было, или его тогдашний текст у нас не учтён.",
        kk="Бұл күні акт әлі болмаған, не оның сол кездегі мәтіні бізде жоқ.",
        en="On this day the act did not exist yet, or we do not hold what it said then.",
    ),
    "from_until": Text(ru="с {start} до {end}", kk="{start} — {end} (бұл күн кірмейді)", en="from {start} until {end}"),
    "from_on": Text(ru="с {start}", kk="{start} бастап", en="from {start}"),
    "compare_title": Text(
        ru="Что изменилось: {act}",
        kk="Не өзгерді: {act}",
        en="What changed: {act}",
    ),
    "changes_title": Text(
        ru="Что изменилось между двумя днями",
        kk="Екі күн арасында не өзгерді",
        en="What changed between two days",
    ),
    "changes_lead": Text(
        ru="Все законы и приказы, на которых стоят ответы, статья за статьёй.",
        kk="Жауаптар сүйенетін барлық заңдар мен бұйрықтар, бап бойынша.",
        en="All the laws and orders behind the answers, article by article.",
    ),
    "before": Text(ru="Было", kk="Бұрын", en="Before"),
    "after": Text(ru="Стало", kk="Кейін", en="After"),
    "came": Text(ru="добавлено", kk="қосылды", en="added"),
    "went": Text(ru="убрано", kk="алынды", en="removed"),
    "kind_entered": Text(ru="Новая норма", kk="Жаңа норма", en="New provision"),
    "kind_ended": Text(ru="Больше не действует", kk="Енді қолданылмайды", en="No longer in force"),
    "kind_changed": Text(ru="Изменилась", kk="Өзгерді", en="Changed"),
    "no_change": Text(
        ru="Между этими днями ничего не изменилось.",
        kk="Осы күндер арасында ештеңе өзгерген жоқ.",
        en="Nothing changed between these days.",
    ),
    "same_substance": Text(
        ru="Тексты перечня отличаются печатью, но не содержанием: все пункты говорят одно и то же.",
        kk="Тізбе мәтіндерінің басылуы ғана өзгеше, мазмұны бірдей: барлық тармақтың айтатыны бір.",
        en="The texts of the list differ in printing and not in substance: every item says the same.",
    ),
    "two_days": Text(
        ru="Первый день должен быть раньше второго.",
        kk="Бірінші күн екінші күннен ерте болуға тиіс.",
        en="The first day must be earlier than the second.",
    ),
    "legend": Text(
        ru="Убранное зачёркнуто, добавленное подчёркнуто.",
        kk="Алынғаны сызылған, қосылғанының асты сызылған.",
        en="What was removed is struck through, what was added is underlined.",
    ),
    "readings_title": Text(ru="Открытые вопросы закона", kk="Заңның ашық мәселелері", en="Open questions of the law"),
    "readings_lead": Text(
        ru="Здесь закон молчит, противоречит себе или нам неизвестен его текст. На каждый вопрос есть варианты; "
        "сказано, какому мы следуем и почему. Ответ, который от этого зависит, так и говорит.",
        kk="Мұнда заң үнсіз, өзіне қайшы немесе мәтіні бізге белгісіз. Әр сұрақтың нұсқалары бар; қайсысын "
        "ұстанатынымыз және неге екені айтылған. Осыған байланысты жауап оны өзі айтады.",
        en="Here the law is silent, contradicts itself or its text is not known to us. Each question has options; "
        "which one we follow is said, and why. An answer that rests on one says so.",
    ),
    "follow": Text(ru="Мы следуем этому", kk="Біз осыны ұстанамыз", en="We follow this"),
    "because": Text(ru="Почему", kk="Неге", en="Why"),
    "sure_high": Text(ru="уверенность высокая", kk="сенімділігі жоғары", en="sure"),
    "sure_medium": Text(ru="уверенность средняя", kk="сенімділігі орташа", en="fairly sure"),
    "sure_low": Text(ru="уверенность низкая", kk="сенімділігі төмен", en="not sure"),
    "settled": Text(ru="решено", kk="шешілді", en="settled"),
    "rests_on": Text(ru="О чём это", kk="Неге қатысты", en="What it is about"),
}
