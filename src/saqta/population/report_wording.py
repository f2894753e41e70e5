"""The sentences of a report about everybody."""

from __future__ import annotations

from saqta.basis.text import Text

TITLE = Text(
    ru="Кто застрахован в ОСМС на {on}", kk="{on} күні МӘМС жүйесінде кім сақтандырылған", en="Who is insured on {on}"
)
HEADLINE = Text(
    ru="Застрахованы {share} жителей", kk="Тұрғындардың {share}-ы сақтандырылған", en="{share} of people are insured"
)
SENTENCE = Text(
    ru="На {on} застрахованы {insured} из {people} человек. Не застрахованы {not_insured}.",
    kk="{on} күні {people} адамның ішінен {insured} адам сақтандырылған. Сақтандырылмағаны — {not_insured}.",
    en="On {on}, {insured} of {people} people are insured. {not_insured} are not.",
)
UNKNOWN = Text(
    ru="Ещё о {unknown} чел. не хватает данных; догадок здесь нет.",
    kk="Тағы {unknown} адам туралы деректер жетіспейді; болжам жасалмайды.",
    en="Of {unknown} more too little is known, and nothing is guessed.",
)
WHY = Text(ru="На каком основании застрахованы", kk="Қандай негізде сақтандырылған", en="Why people are insured")
WHY_NOT = Text(ru="Почему не застрахованы", kk="Неге сақтандырылмаған", en="Why people are not insured")
BY_REGION = Text(
    ru="Доля застрахованных по регионам", kk="Өңірлер бойынша сақтандырылғандар үлесі", en="Insured share by region"
)
BY_AGE = Text(ru="Доля застрахованных по возрасту", kk="Жас бойынша сақтандырылғандар үлесі", en="Insured share by age")
BY_SEX = Text(ru="Женщины и мужчины", kk="Әйелдер мен ерлер", en="Women and men")
OWED = Text(ru="Сколько не уплачено", kk="Қанша төленбеген", en="What is owed")
OWED_HEADLINE = Text(ru="Не уплачено {amount}", kk="{amount} төленбеген", en="{amount} is owed")
OWED_SENTENCE = Text(
    ru="Людей с долгом: {people}. Неоплаченных месяцев из двенадцати последних: {months}. "
    "Чтобы закрыть их, нужно {amount}.",
    kk="Берешегі бар адамдар: {people}. Соңғы он екі айдың төленбегені: {months} ай. Оларды жабу үшін {amount} керек.",
    en="{people} people have unpaid months among the last twelve, {months} in all. To settle them takes {amount}.",
)
OWED_CHART = Text(
    ru="Людей по числу неоплаченных месяцев", kk="Төленбеген ай саны бойынша адамдар", en="People by unpaid months"
)
MONTHS_OWED = Text(ru="{count} мес. из {all}", kk="{all} айдың ішінде {count} ай", en="{count} of {all} months")
OWED_BY_REGION = Text(
    ru="Сколько не уплачено по регионам", kk="Өңірлер бойынша төленбеген сома", en="What is owed by region"
)
CATEGORIES_HEADLINE = Text(
    ru="За {share} жителей платит государство",
    kk="Тұрғындардың {share}-ы үшін мемлекет төлейді",
    en="The State pays for {share} of people",
)
BY_CATEGORY = Text(
    ru="Застрахованные по категориям, доля всех жителей",
    kk="Санаттар бойынша сақтандырылғандар, барлық тұрғындардағы үлесі",
    en="Insured people by category, as shares of all people",
)
GROUNDS_CHART = Text(
    ru="Основания и причины, доля всех жителей",
    kk="Негіздер мен себептер, барлық тұрғындардағы үлесі",
    en="Grounds and reasons, as shares of all people",
)
AND_OLDER = Text(ru="{age} лет и старше", kk="{age} жас және одан үлкен", en="aged {age} and over")
YEARS = Text(ru="{band} лет", kk="{band} жас", en="aged {band}")
ALL = Text(ru="Вся страна", kk="Бүкіл ел", en="The whole country")
INVENTED = Text(
    ru="Население вымышлено: это {people} человек, которых нет. Ни одна цифра не о настоящих людях.",
    kk="Халық ойдан шығарылған: бұл — жоқ {people} адам. Бірде-бір сан шынайы адамдар туралы емес.",
    en="The population is invented: {people} people who do not exist. No figure is about real people.",
)
INVENTED_SHORT = Text(ru="Население вымышлено", kk="Халық ойдан шығарылған", en="Invented population")
HOW = Text(ru="Как это посчитано", kk="Бұл қалай есептелген", en="How this was counted")
HOW_SENTENCE = Text(
    ru="Каждого спросили по тому же правилу, по которому отвечают одному человеку: закон записан один раз. "
    "Неизвестное осталось неизвестным.",
    kk="Әрқайсысы бір адамға жауап берілетін сол қағида бойынша сұралды: заң бір рет жазылған. "
    "Белгісіз нәрсе белгісіз күйінде қалды.",
    en="Everybody was asked about by the rule that answers one person: the law is written once. "
    "What is unknown stayed unknown.",
)
OPEN = Text(ru="Открытые вопросы закона", kk="Заңның ашық мәселелері", en="Open questions of the law")
IN_DETAIL = Text(ru="Подробно, со статьями", kk="Толығырақ, баптарымен", en="In detail, with the articles")
LAW_SEAL = Text(ru="Печать закона", kk="Заң мөрі", en="Seal of the law")
ANSWER_SEAL = Text(ru="Печать ответа", kk="Жауап мөрі", en="Seal of the answer")
PEOPLE = Text(ru="{count} чел.", kk="{count} адам", en="{count} people")
OF_PEOPLE = Text(ru="из {count} чел.", kk="{count} адамның ішінде", en="of {count} people")
