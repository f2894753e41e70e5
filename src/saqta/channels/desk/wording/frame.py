"""What stands around every working page, and at the door."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Language, Text

LANGUAGE_NAMES: Mapping[Language, str] = MappingProxyType({"kk": "Қазақша", "ru": "Русский", "en": "English"})

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "desk": Text(ru="Рабочее место", kk="Жұмыс орны", en="Working pages"),
        "menu": Text(ru="Разделы", kk="Бөлімдер", en="Sections"),
        "menu_home": Text(ru="Начало", kk="Басы", en="Start"),
        "skip": Text(ru="К содержанию", kk="Мазмұнына өту", en="To the content"),
        "language": Text(ru="Язык", kk="Тіл", en="Language"),
        "error": Text(ru="Ошибка", kk="Қате", en="Error"),
        "errors": Text(
            ru="Не записано. Что исправить:", kk="Жазылған жоқ. Түзететін нәрсе:", en="Nothing was written. To mend:"
        ),
        "sign_in_title": Text(ru="Вход для сотрудников", kk="Қызметкерлерге арналған кіру", en="Sign in"),
        "sign_in_lead": Text(
            ru="Для инспекторов, врачей клиник и операторов. Каждый вход записывается в журнал.",
            kk="Инспекторларға, клиника дәрігерлеріне және операторларға арналған. Әр кіру журналға жазылады.",
            en="For inspectors, doctors of clinics and operators. Every sign-in is written into the journal.",
        ),
        "login": Text(ru="Имя для входа", kk="Кіру аты", en="Login"),
        "password": Text(ru="Пароль", kk="Құпиясөз", en="Password"),
        "continue": Text(ru="Дальше", kk="Әрі қарай", en="Continue"),
        "demo_lead": Text(
            ru="Это демонстрация: люди и клиники выдуманы. Имена и пароли напечатала команда script/server; код "
            "подскажет saqta staff code и имя для входа.",
            kk="Бұл — көрсетілім: адамдар мен клиникалар ойдан шығарылған. Кіру аттары мен құпиясөздерді script/server "
            "пәрмені басып шығарды; кодты saqta staff code және кіру аты айтады.",
            en="This is a demonstration: people and clinics are invented. The command script/server printed logins and "
            "passwords; saqta staff code with the login tells the code.",
        ),
        "code_title": Text(ru="Код подтверждения", kk="Растау коды", en="The code"),
        "code_lead": Text(
            ru="Шесть цифр из приложения на вашем телефоне. Каждый код годится один раз.",
            kk="Телефоныңыздағы қосымшадағы алты цифр. Әр код бір рет жарайды.",
            en="The six digits in the app on your phone. Each code is good once.",
        ),
        "code": Text(ru="Код", kk="Код", en="Code"),
        "sign_in": Text(ru="Войти", kk="Кіру", en="Sign in"),
        "start_again": Text(ru="Начать заново", kk="Қайта бастау", en="Start again"),
        "set_up_title": Text(ru="Первый вход", kk="Алғашқы кіру", en="The first sign-in"),
        "set_up_secret": Text(
            ru="1. Добавьте ключ в приложение для кодов. Мы покажем его только сейчас.",
            kk="1. Кілтті кодтарға арналған қосымшаға қосыңыз. Ол тек қазір көрсетіледі.",
            en="1. Put this key into an app for codes. It is shown only now.",
        ),
        "set_up_open": Text(
            ru="Открыть в приложении на этом устройстве",
            kk="Осы құрылғыдағы қосымшада ашу",
            en="Open it in an app on this device",
        ),
        "set_up_password": Text(
            ru="2. Придумайте свой пароль: не короче 12 знаков, удобно — несколько слов",
            kk="2. Өз құпиясөзіңізді ойлап табыңыз: 12 таңбадан кем емес, бірнеше сөз қолайлы",
            en="2. Make up a password of your own: at least 12 characters; several words are easy",
        ),
        "set_up_code": Text(
            ru="3. Введите код, который показывает приложение",
            kk="3. Қосымша көрсеткен кодты енгізіңіз",
            en="3. Type the code that the app shows",
        ),
        "set_up_done": Text(ru="Сохранить и войти", kk="Сақтап, кіру", en="Save and sign in"),
        "sign_out": Text(ru="Выйти", kk="Шығу", en="Sign out"),
        "forbidden_title": Text(ru="Нельзя", kk="Рұқсат жоқ", en="Not permitted"),
        "forbidden": Text(
            ru="Вашей роли или вашему региону это не разрешено. Попытка записана в журнал. Если она вам нужна по "
            "работе, обратитесь к администратору реестра.",
            kk="Рөліңізге немесе өңіріңізге бұған рұқсат жоқ. Әрекет журналға жазылды. Жұмысыңызға керек болса, "
            "тізілім әкімшісіне жүгініңіз.",
            en="Your role or your region does not permit this. The attempt stands in the journal. If your work needs "
            "it, turn to the administrator of the register.",
        ),
        "missing_title": Text(ru="Такой записи нет", kk="Мұндай жазба жоқ", en="There is no such record"),
        "missing": Text(
            ru="Либо её нет, либо она вне вашего региона или вашей клиники.",
            kk="Не ол жоқ, не өңіріңізден немесе клиникаңыздан тыс.",
            en="Either it does not exist, or it lies outside your region or your clinic.",
        ),
        "forged_title": Text(ru="Форма не принята", kk="Форма қабылданбады", en="The form was not taken"),
        "forged": Text(
            ru="Форма устарела или отправлена не с этой страницы. Ничего не записано. Откройте страницу заново и "
            "повторите.",
            kk="Форма ескірген немесе бұл беттен жіберілмеген. Ештеңе жазылған жоқ. Бетті қайта ашып, қайталаңыз.",
            en="The form has grown old, or was not sent from this page. Nothing was written. Open the page again and "
            "repeat.",
        ),
        "unavailable_title": Text(
            ru="Реестр не отвечает", kk="Тізілім жауап бермейді", en="The register does not answer"
        ),
        "unavailable": Text(
            ru="Ничего не записано. Повторите через минуту; если не поможет, позвоните администратору.",
            kk="Ештеңе жазылған жоқ. Бір минуттан кейін қайталаңыз; көмектеспесе, әкімшіге хабарласыңыз.",
            en="Nothing was written. Repeat it in a minute; if that does not help, ring the administrator.",
        ),
        "back": Text(ru="К началу", kk="Басына", en="To the start"),
    }
)
