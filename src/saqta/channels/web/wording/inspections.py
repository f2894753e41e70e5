"""What the pages of inspections say around the figures."""

from __future__ import annotations

from saqta.basis.text import Text

INSPECTION_WORDS: dict[str, Text] = {
    "inspections_title": Text(
        ru="Проверки клиник в цифрах", kk="Клиникаларды тексеру сандармен", en="Inspections of clinics in figures"
    ),
    "published_title": Text(
        ru="Что публиковали о проверках", kk="Тексеру туралы жарияланғандар", en="What was published on inspections"
    ),
    "figures_day": Text(ru="На какой день показать", kk="Қай күнге көрсету керек", en="The day to show"),
    "show_day": Text(ru="Показать", kk="Көрсету", en="Show"),
    "day_to_come": Text(
        ru="Этот день ещё не наступил. Выберите сегодняшний или более ранний.",
        kk="Бұл күн әлі келген жоқ. Бүгінгі немесе одан ерте күнді таңдаңыз.",
        en="This day is still to come. Choose today or an earlier one.",
    ),
    "take_away": Text(
        ru="Забрать с собой: можно перепечатывать, указав день и источник.",
        kk="Жүктеп алу: күні мен көзін көрсетіп, көшіріп басуға болады.",
        en="To take away and reprint, naming the day and the source:",
    ),
    "workbook": Text(ru="Таблицы (XLSX)", kk="Кестелер (XLSX)", en="Tables (XLSX)"),
    "for_programs": Text(ru="Для программ (JSON)", kk="Бағдарламаларға (JSON)", en="For programs (JSON)"),
    "see_published": Text(
        ru="Что об этом публиковали и сходится ли оно",
        kk="Бұл туралы не жарияланды және ол сәйкес келе ме",
        en="What was published about it, and whether it fits together",
    ),
    "see_ours": Text(
        ru="Что посчитано по нашему реестру", kk="Біздің тізілім бойынша саналғаны", en="What our register counts"
    ),
    "figures_unavailable": Text(
        ru="Реестр сейчас не отвечает, поэтому чисел нет. Попробуйте позже.",
        kk="Тізілім қазір жауап бермейді, сондықтан сандар жоқ. Кейінірек көріңіз.",
        en="The register does not answer now, so there are no figures. Try again later.",
    ),
}
