"""What the channels say about clinics, in one place, so that the terminal and the pages say the same."""

from __future__ import annotations

from saqta.basis.text import Text

WORDS = {
    "bin": Text(ru="БИН", kk="БСН", en="BIN"),
    "may-do": Text(
        ru="Что указано в приложениях к лицензии",
        kk="Лицензия қосымшаларында не көрсетілген",
        en="In the licence annexes",
    ),
    "in-force": Text(ru="действует", kk="күшінде", en="in force"),
    "not-in-force": Text(ru="не действует", kk="күшінде емес", en="not in force"),
    "free-here": Text(ru="Что здесь оплачивает Фонд", kk="Мұнда Қор не үшін төлейді", en="What the Fund pays for here"),
    "free-for-whom": Text(
        ru="Бесплатно для тех, у кого есть право на эту помощь. Проверьте своё: saqta entitlement.",
        kk="Осы көмекке құқығы барларға тегін. Өз құқығыңызды тексеріңіз: saqta entitlement.",
        en="Free for those who are entitled to this care. Check your own right: saqta entitlement.",
    ),
    "specialists": Text(
        ru="Специалисты с действующим сертификатом",
        kk="Қолданыстағы сертификаты бар мамандар",
        en="Certified specialists",
    ),
    "inspections": Text(ru="Проверки", kk="Тексерулер", en="Inspections"),
    "not-known": Text(ru="Чего мы не знаем", kk="Біз нені білмейміз", en="What we do not know"),
    "no-inspections": Text(
        ru="О завершённых проверках данных нет. Это не значит, что клиника проверку прошла.",
        kk="Аяқталған тексерулер туралы дерек жоқ. Бұл клиника тексеруден өтті дегенді білдірмейді.",
        en="There is no data on completed inspections. This does not mean that the clinic has passed one.",
    ),
    "as-of": Text(
        ru="По данным реестра на {day}. Источник данных — файлы, которые передали в реестр.",
        kk="Тізілімнің {day} күнгі дерегі бойынша. Дерек көзі — тізілімге берілген файлдар.",
        en="As the register has it for {day}. It knows what was handed in to it.",
    ),
    "away": Text(ru="{km} км отсюда", kk="осы жерден {km} км", en="{km} km away"),
    "nothing-found": Text(
        ru="Ничего не нашлось. Проверьте, нет ли опечатки, или снимите часть условий.",
        kk="Ештеңе табылмады. Қате терілмегенін тексеріңіз не шарттардың бір бөлігін алып тастаңыз.",
        en="Nothing was found. Look for a slip in typing, or drop some of the conditions.",
    ),
    "unheard": Text(
        ru="Клиники с таким названием целиком нет. Вот те, в чьих названиях есть часть ваших слов.",
        kk="Дәл осындай атауы бар клиника жоқ. Атауында сөздеріңіздің бір бөлігі барлары мынау.",
        en="No clinic has a name with all these words. These have some of them.",
    ),
    "more": Text(
        ru="Это не все: есть и другие. Уточните название или регион.",
        kk="Бұл бәрі емес, басқалары да бар. Атауын не өңірін нақтылаңыз.",
        en="These are not all: there are others. Say more of the name, or name a region.",
    ),
}
CONTRACT = {
    "held": Text(
        ru="есть договор с Фондом медицинского страхования",
        kk="медициналық сақтандыру қорымен шарты бар",
        en="has a contract with the insurance fund",
    ),
    "paid_only": Text(ru="работает только платно", kk="тек ақылы жұмыс істейді", en="works for pay only"),
    "unknown": Text(
        ru="о договоре с Фондом данных нет", kk="Қормен шарты туралы дерек жоқ", en="no contract with the Fund is known"
    ),
}
PACKAGES = {
    "guaranteed": Text(
        ru="гарантированный объём бесплатной помощи",
        kk="тегін көмектің кепілдік берілген көлемі",
        en="guaranteed free care",
    ),
    "insurance": Text(ru="медицинское страхование", kk="медициналық сақтандыру", en="health insurance"),
}
ANAESTHESIA = {
    "yes": Text(
        ru="Анестезиология и реаниматология в приложении к лицензии есть. Без неё детей до четырёх лет под наркозом не "
        "лечат.",
        kk="Лицензия қосымшасында анестезиология және реаниматология бар. Онсыз төрт жасқа толмаған балаларды "
        "наркозбен емдемейді.",
        en="Anaesthesiology and intensive care is in the licence annex. Without it no child under four is treated "
        "under anaesthesia.",
    ),
    "no": Text(
        ru="Действующего приложения «анестезиология и реаниматология» нет: лечить здесь под наркозом ребёнка до "
        "четырёх лет нельзя.",
        kk="Қолданыстағы «анестезиология және реаниматология» қосымшасы жоқ: мұнда төрт жасқа толмаған баланы "
        "наркозбен емдеуге болмайды.",
        en="No annex for anaesthesiology and intensive care is in force: a child under four may not be treated under "
        "anaesthesia here.",
    ),
    "not_known": Text(
        ru="Приложений к лицензии мы не знаем. Спросите клинику о приложении «анестезиология и реаниматология».",
        kk="Лицензия қосымшаларын білмейміз. Клиникадан «анестезиология және реаниматология» қосымшасын сұраңыз.",
        en="We know of no licence annexes. Ask the clinic for the one named anaesthesiology and intensive care.",
    ),
}
