"""What the page in Telegram's frame says besides the bot's own words."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.telegram.wording.menu import MENU
from saqta.channels.telegram.wording.status import STATUS

PAGES: dict[str, Text] = {
    "title": MENU["status"],
    "opening": Text(ru="Открывается…", kk="Ашылып жатыр…", en="Opening…"),
    "elsewhere": Text(
        ru="Эта страница открывается из бота в Telegram. Без него есть обычные страницы:",
        kk="Бұл бет Telegram-дағы боттан ашылады. Онсыз кәдімгі беттер бар:",
        en="This page is opened from the bot in Telegram. Without it there are the ordinary pages:",
    ),
    "refused": Text(
        ru="Telegram не подтвердил, что страница открыта сейчас и из бота. Закройте её и откройте из бота снова.",
        kk="Telegram беттің қазір және боттан ашылғанын растамады. Оны жауып, боттан қайта ашыңыз.",
        en="Telegram did not confirm that this page was opened just now and from the bot. Close it and open it from "
        "the bot again.",
    ),
    "pages": Text(ru="Страницы Saqta", kk="Saqta беттері", en="Pages of Saqta"),
    "lead": Text(
        ru="Действует ли сегодня страховка и какие месяцы оплачены. Номер нигде не сохраняется.",
        kk="Бүгін сақтандыру жарамды ма және қай айлар төленген. Нөмір еш жерде сақталмайды.",
        en="Whether the insurance holds today and which months are paid. The number is kept nowhere.",
    ),
    "iin": Text(
        ru="Индивидуальный идентификационный номер (ИИН)",
        kk="Жеке сәйкестендіру нөмірі (ЖСН)",
        en="Individual identification number (ИИН)",
    ),
    "hint": Text(
        ru="12 цифр из удостоверения личности", kk="Жеке куәліктегі 12 цифр", en="The 12 digits on the identity card"
    ),
    "check": Text(ru="Проверить", kk="Тексеру", en="Check"),
    "again": STATUS["again"],
    "why": MENU["why"],
    "free": MENU["free"],
    "teeth": Text(ru="Зубы: что бесплатно", kk="Тіс: не тегін", en="Teeth: what is free"),
    "dues": Text(ru="Сколько платить", kk="Қанша төлеу керек", en="How much to pay"),
    "clinics": MENU["clinics"],
    "announcements": MENU["notices"],
}
