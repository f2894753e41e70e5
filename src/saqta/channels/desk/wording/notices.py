"""What the pages of announcements say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

NOTICES: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Сообщения и опровержения", kk="Хабарламалар мен теріске шығарулар", en="Announcements"),
        "says": Text(
            ru="Что говорят и как на самом деле: один пишет, другой утверждает",
            kk="Не айтылып жүр және шындығы қандай: біреу жазады, басқасы бекітеді",
            en="What is said and what is true: one writes, another approves",
        ),
        "write": Text(ru="Написать новое", kk="Жаңасын жазу", en="Write a new one"),
        "write_version": Text(ru="Написать новую версию", kk="Жаңа нұсқасын жазу", en="Write a new version"),
        "waiting": Text(ru="ждёт утверждения", kk="бекітуді күтуде", en="waits for approval"),
        "scheduled": Text(ru="выйдет {moment}", kk="{moment} шығады", en="appears {moment}"),
        "published": Text(ru="опубликовано", kk="жарияланды", en="published"),
        "replaced": Text(ru="заменено", kk="ауыстырылды", en="replaced"),
        "withdrawn": Text(ru="отозвано", kk="қайтарып алынды", en="withdrawn"),
        "state": Text(ru="Состояние", kk="Күйі", en="State"),
        "version": Text(ru="Версия {number}", kk="{number}-нұсқа", en="Version {number}"),
        "claim": Text(ru="Что говорят ({language})", kk="Не айтылып жүр ({language})", en="What is said ({language})"),
        "truth": Text(
            ru="Как на самом деле ({language})", kk="Шындығы қандай ({language})", en="What is true ({language})"
        ),
        "publisher": Text(
            ru="Кто сообщил ({language})", kk="Кім хабарлады ({language})", en="Who says so ({language})"
        ),
        "key": Text(
            ru="Ключ: слова малыми латинскими буквами через дефис",
            kk="Кілт: дефиспен жалғанған кіші латын әріпті сөздер",
            en="Key: words in small Latin letters joined by hyphens",
        ),
        "verdict": Text(ru="Правда ли это", kk="Бұл рас па", en="Is it so"),
        "true": Text(ru="правда", kk="рас", en="true"),
        "false": Text(ru="неправда", kk="рас емес", en="false"),
        "partly": Text(ru="правда отчасти", kk="жартылай рас", en="true in part"),
        "since": Text(ru="С какого дня верно", kk="Қай күннен бастап дұрыс", en="True from which day"),
        "until": Text(
            ru="До какого дня, не включая его; пусто, если без срока",
            kk="Қай күнге дейін, ол күнді қоспағанда; мерзімсіз болса, бос",
            en="Up to which day, without it; empty without an end",
        ),
        "published_on": Text(
            ru="День публикации источника; пусто, если не установлен",
            kk="Дереккөз жарияланған күн; анықталмаса, бос",
            en="The day of the source; empty where it was not established",
        ),
        "address": Text(
            ru="Адрес источника; пусто, если его нет",
            kk="Дереккөздің мекенжайы; жоқ болса, бос",
            en="Address of the source",
        ),
        "services": Text(
            ru="Услуги: коды каталога через пробел",
            kk="Қызметтер: каталог кодтары, бос орынмен",
            en="Services: codes of the catalogue, with spaces",
        ),
        "provisions": Text(
            ru="Нормы через пробел: K2000000360/art_196",
            kk="Нормалар, бос орынмен: K2000000360/art_196",
            en="Provisions, with spaces: K2000000360/art_196",
        ),
        "text_missing": Text(
            ru="Заполните: {name}. Сообщение выходит на трёх языках сразу.",
            kk="Толтырыңыз: {name}. Хабарлама үш тілде қатар шығады.",
            en="Fill in: {name}. An announcement appears in three languages at once.",
        ),
        "keep": Text(ru="Сохранить черновик", kk="Нобайды сақтау", en="Keep the draft"),
        "preview": Text(ru="Как это увидят", kk="Қалай көрінеді", en="As it will be seen"),
        "approve": Text(ru="Утвердить", kk="Бекіту", en="Approve"),
        "opens_at": Text(
            ru="Опубликовать с дня и часа по времени Казахстана; пусто — сразу",
            kk="Қазақстан уақытымен қай күні, қай сағатта жариялау; бос болса — бірден",
            en="Publish from this day and hour of Kazakhstan; empty: at once",
        ),
        "own": Text(
            ru="Это написали вы: утверждает другой человек.",
            kk="Мұны сіз жаздыңыз: басқа адам бекітеді.",
            en="You wrote this: another person approves it.",
        ),
        "withdraw": Text(ru="Отозвать", kk="Қайтарып алу", en="Withdraw"),
        "withdraw_says": Text(
            ru="Исчезнет сразу; прежняя версия не вернётся, её надо написать и утвердить заново.",
            kk="Бірден жоғалады; бұрынғы нұсқасы қайтпайды, оны қайта жазып, бекіту керек.",
            en="It is gone at once; no earlier version comes back: that has to be written and approved again.",
        ),
        "reason": Text(ru="Почему", kk="Неге", en="Why"),
        "by": Text(ru="{name}, {moment}", kk="{name}, {moment}", en="{name}, {moment}"),
        "shipped": Text(ru="пришло с программой", kk="бағдарламамен келген", en="came with the product"),
        "done": Text(ru="Записано.", kk="Жазылды.", en="Written down."),
    }
)
