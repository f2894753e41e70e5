"""What the page about teeth says."""

from __future__ import annotations

from saqta.basis.text import Text

TEETH: dict[str, Text] = {
    "title": Text(ru="Зубы: что бесплатно", kk="Тіс: не тегін", en="Teeth: what is free"),
    "lead": Text(
        ru="Три пути к бесплатной стоматологии: когда болит, по плану и к ортодонту. Нажмите на услугу, чтобы узнать "
        "о себе.",
        kk="Стоматолог үш жағдайда тегін емдейді: тіс ауырғанда, жоспарлы түрде және ортодонтта. Өзіңізге қатыстысын "
        "білу үшін қызметті басыңыз.",
        en="Three ways to free dental care: when it hurts, by plan, and to an orthodontist. Press a service to ask "
        "about yourself.",
    ),
    "people": Text(
        ru="Люди из перечня категорий", kk="Санаттар тізбесіндегі адамдар", en="People on the list of categories"
    ),
    "rumours": Text(
        ru="Что говорят и что правда", kk="Ел не айтып жүр, шындығы қандай", en="What people say and what is true"
    ),
    "anaesthesia": Text(ru="Если предлагают наркоз", kk="Наркоз ұсынса", en="If anaesthesia is offered"),
    "anaesthesia_text": Text(
        ru="Сначала прочитайте, о чём спросить и чего требует закон.",
        kk="Алдымен не сұрау керегін және заң не талап ететінін оқыңыз.",
        en="First read what to ask and what the law demands.",
    ),
    "read": Text(ru="Прочитать", kk="Оқу", en="Read"),
}
