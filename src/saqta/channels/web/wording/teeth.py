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
    "track_urgent": Text(ru="Болит, опухло, травма", kk="Ауырады, ісінген, жарақат", en="Pain, swelling, an injury"),
    "about_urgent": Text(
        ru="Идите сегодня в любую стоматологию с договором Фонда; направление не нужно.",
        kk="Бүгін Қормен шарты бар кез келген стоматологияға барыңыз; жолдама қажет емес.",
        en="Go today to any dental clinic with a contract with the Fund; no referral is needed.",
    ),
    "track_planned": Text(ru="Плановое лечение", kk="Жоспарлы емдеу", en="Planned treatment"),
    "about_planned": Text(
        ru="Детям до 18 лет, беременным и людям из перечня категорий.",
        kk="18 жасқа дейінгі балаларға, жүкті әйелдерге және санаттар тізбесіндегі адамдарға.",
        en="For children under 18, pregnant women and people on the list of categories.",
    ),
    "track_orthodontics": Text(ru="Ортодонт лечит бесплатно", kk="Ортодонт тегін емдейді", en="Free orthodontic care"),
    "about_orthodontics": Text(
        ru="Детям с врождённой патологией лица и челюстей и детям из малообеспеченных семей с аномалией зубов или "
        "челюстей.",
        kk="Бет пен жақтың туа біткен патологиясы бар балаларға және тіс не жақ аномалиясы бар аз қамтылған отбасы "
        "балаларына.",
        en="For children with congenital pathology of face and jaws, and children of low-income families with an "
        "anomaly of teeth or jaws.",
    ),
    "track_not_free": Text(ru="Что не бесплатно", kk="Не ақылы", en="What is not free"),
    "about_not_free": Text(
        ru="Ни один пакет, который мы видели, этого не называет, ни детям, ни взрослым.",
        kk="Біз көрген бірде-бір пакетте бұл аталмайды: балалар үшін де, ересектер үшін де.",
        en="No package that was seen names these, for children or adults.",
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
