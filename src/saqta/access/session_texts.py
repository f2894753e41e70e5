"""What somebody who signs in is told when it does not work."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

TEXTS: Mapping[str, Text] = MappingProxyType(
    {
        "wrong-sign-in": Text(
            ru="Имя или пароль не подходят. Если вы их забыли, администратор выдаст новые.",
            kk="Кіру аты немесе құпиясөз дұрыс емес. Ұмытып қалсаңыз, әкімші жаңасын береді.",
            en="The login or the password is wrong. If you have forgotten them, the administrator issues new ones.",
        ),
        "too-often": Text(
            ru="Попыток слишком много. Подождите {seconds} с и попробуйте снова.",
            kk="Әрекет тым көп. {seconds} с күтіп, қайталаңыз.",
            en="There were too many attempts. Wait {seconds} s and try again.",
        ),
        "expired-password": Text(
            ru="Срок первого пароля истёк. Попросите администратора выдать новый.",
            kk="Алғашқы құпиясөздің мерзімі өтті. Әкімшіден жаңасын сұраңыз.",
            en="The first password has expired. Ask the administrator for a new one.",
        ),
        "wrong-code": Text(
            ru="Код не подходит. Введите шесть цифр, которые приложение показывает сейчас; проверьте часы телефона.",
            kk="Код дұрыс емес. Қосымша қазір көрсетіп тұрған алты цифрды енгізіңіз; телефонның сағатын тексеріңіз.",
            en="The code is wrong. Type the six digits that the authenticator shows now; check the clock of the phone.",
        ),
        "repeated-code": Text(
            ru="Этот код уже использован. Дождитесь следующего, войдите заново и введите его.",
            kk="Бұл код қолданылған. Келесісін күтіп, қайта кіріп енгізіңіз.",
            en="This code has been used. Wait for the next one, sign in again and type it.",
        ),
        "signed-out": Text(
            ru="Вход не завершён или сеанс закончился. Войдите заново.",
            kk="Кіру аяқталмады немесе сеанс бітті. Қайта кіріңіз.",
            en="The sign-in was not finished, or the session is over. Sign in again.",
        ),
        "weak-password": Text(
            ru="Пароль должен быть не короче 12 знаков и не содержать имени для входа. Подойдут несколько слов подряд.",
            kk="Құпиясөз 12 таңбадан кем болмауы және кіру атын қамтымауы керек. Қатар жазылған бірнеше сөз жарайды.",
            en="A password has at least 12 characters and does not contain the login. Several words in a row will do.",
        ),
        "same-password": Text(
            ru="Это выданный пароль. Придумайте свой: выданный знает не только вы.",
            kk="Бұл — берілген құпиясөз. Өзіңіздікін ойлап табыңыз: берілгенін басқалар да біледі.",
            en="This is the password that was issued. Make up your own: others know the issued one.",
        ),
    }
)
