"""What the app says: without a network, answers kept on the device, and forgetting them."""

from __future__ import annotations

from saqta.basis.text import Text

APP: dict[str, Text] = {
    "app_name": Text(
        ru="Saqta: медицинская страховка", kk="Saqta: медициналық сақтандыру", en="Saqta: health insurance"
    ),
    "app_says": Text(
        ru="Статус, права и что делать: со статьёй закона, на трёх языках, и без сети.",
        kk="Мәртебе, құқықтар және не істеу керек: заң бабымен, үш тілде, желісіз де.",
        en="Status, rights and what to do: with the article of law, in three languages, and without a network.",
    ),
    "offline_title": Text(ru="Сети нет", kk="Желі жоқ", en="No network"),
    "offline_says": Text(
        ru="Статус без сети узнать нельзя. Это не значит, что вы не застрахованы. Вот что можно прочитать и сейчас:",
        kk="Мәртебені желісіз білу мүмкін емес. Бұл сақтандырылмағансыз дегенді білдірмейді. Қазір мыналарды оқуға "
        "болады:",
        en="A status cannot be had without a network. This does not mean that you are not insured. What can be read "
        "now:",
    ),
    "offline_ring": Text(
        ru="Позвонить можно и без интернета:",
        kk="Интернетсіз де қоңырау шалуға болады:",
        en="Ringing needs no network:",
    ),
    "saved_title": Text(ru="Сохранённые ответы", kk="Сақталған жауаптар", en="Saved answers"),
    "saved_lead": Text(
        ru="Они лежат только на этом устройстве. Номера в них нет. Ответ стареет: перед приёмом проверьте снова.",
        kk="Олар тек осы құрылғыда сақтаулы. Оларда нөмір жоқ. Жауап ескіреді: дәрігерге барар алдында қайта "
        "тексеріңіз.",
        en="They lie on this device alone. There is no number in them. An answer grows old: check again before a "
        "visit.",
    ),
    "saved_none": Text(
        ru="Здесь пока пусто. Под ответом есть кнопка «Сохранить на этом устройстве».",
        kk="Мұнда әзірге бос. Жауаптың астында «Осы құрылғыда сақтау» түймесі бар.",
        en="Nothing here yet. Under an answer there is the button “Save on this device”.",
    ),
    "saved_script": Text(
        ru="Сохранять ответы умеет только скрипт, а он здесь выключен. Ответ можно напечатать.",
        kk="Жауапты тек скрипт сақтай алады, ал ол мұнда өшірулі. Жауапты басып шығаруға болады.",
        en="Saving answers takes a script, and scripts are switched off here. An answer can be printed.",
    ),
    "saved_age": Text(ru="Данные получены", kk="Деректер алынған уақыты:", en="Data received"),
    "saved_old": Text(
        ru="Ответ устарел: проверьте снова.",
        kk="Жауап ескірді: қайта тексеріңіз.",
        en="This answer is old: check again.",
    ),
    "saved_remove": Text(ru="Удалить", kk="Жою", en="Remove"),
    "clear": Text(ru="Стереть мои следы", kk="Іздерімді өшіру", en="Clear my traces"),
    "clear_says": Text(
        ru="Удаляет с этого устройства сохранённые ответы, кэш и вход. Чужой телефон или компьютер после этого о вас "
        "ничего не знает.",
        kk="Бұл құрылғыдан сақталған жауаптарды, кэшті және кіруді өшіреді. Содан кейін бөтен телефонда не "
        "компьютерде сіз туралы ештеңе қалмайды.",
        en="Removes saved answers, cached pages and the login from this device. A phone or computer that is not yours "
        "then knows nothing about you.",
    ),
    "cleared_title": Text(ru="Следы стёрты", kk="Іздер өшірілді", en="Your traces are gone"),
    "cleared_says": Text(
        ru="На этом устройстве ничего о вас не осталось. Закройте вкладку, если устройство чужое.",
        kk="Бұл құрылғыда сіз туралы ештеңе қалмады. Құрылғы бөтендікі болса, қойындыны жабыңыз.",
        en="Nothing about you is left on this device. Close the tab if the device is not yours.",
    ),
}

SAVING: dict[str, Text] = {
    "save": Text(ru="Сохранить на этом устройстве", kk="Осы құрылғыда сақтау", en="Save on this device"),
    "save_name": Text(
        ru="Как назвать (видно только вам)",
        kk="Қалай атаймыз (тек сізге көрінеді)",
        en="A name for it (only you see it)",
    ),
    "save_done": Text(
        ru="Сохранено на этом устройстве. Откройте «Сохранённые ответы» — и без сети.",
        kk="Осы құрылғыда сақталды. «Сақталған жауаптар» бетін желісіз де ашуға болады.",
        en="Saved on this device. Open “Saved answers”, also without a network.",
    ),
}
"""What an answer that can be kept says under itself."""
