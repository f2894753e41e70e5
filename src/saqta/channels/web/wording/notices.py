"""What the page of announcements and refuted rumours says."""

from __future__ import annotations

from saqta.basis.text import Text

NOTICE_WORDS: dict[str, Text] = {
    "notices_title": Text(ru="Объявления и слухи", kk="Хабарландырулар мен қауесеттер", en="Announcements and rumours"),
    "notices_lead": Text(
        ru="Что говорят люди и что правда на самом деле: с какого дня и кто это сказал официально. Каждую запись "
        "написал один человек и одобрил другой.",
        kk="Ел не айтып жүр, шындығы қандай: қай күннен бері және оны ресми түрде кім айтты. Әр жазбаны бір адам "
        "жазып, екіншісі мақұлдаған.",
        en="What people say and what is true: since which day, and who said so officially. Each entry was written by "
        "one person and approved by another.",
    ),
    "said": Text(ru="Говорят", kk="Айтып жүргені", en="People say"),
    "truth": Text(ru="На самом деле", kk="Шындығы", en="In fact"),
    "false": Text(ru="Неправда", kk="Жалған", en="False"),
    "true": Text(ru="Правда", kk="Рас", en="True"),
    "partly": Text(ru="Правда лишь отчасти", kk="Ішінара рас", en="Only partly true"),
    "since": Text(ru="С", kk="Қай күннен:", en="Since"),
    "until": Text(ru="до", kk="дейін:", en="until"),
    "source": Text(ru="Кто сказал", kk="Кім айтты", en="Who said so"),
    "about_law": Text(ru="О чём в законе", kk="Заңда", en="In the law"),
    "share": Text(ru="Ссылка на эту запись", kk="Осы жазбаға сілтеме", en="Link to this entry"),
    "nothing": Text(ru="Сегодня объявлений нет.", kk="Бүгін хабарландыру жоқ.", en="There are no announcements today."),
}
