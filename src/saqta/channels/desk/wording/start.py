"""What the first working page says, and the list of sign-ins."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.access.records import Outcome
from saqta.basis.text import Text

START: Mapping[str, Text] = MappingProxyType(
    {
        "sign-ins": Text(
            ru="Кто входил, кому отказано", kk="Кім кірді, кімге рұқсат берілмеді", en="Who came in, who was refused"
        ),
        "sign-ins_says": Text(
            ru="Последние входы сотрудников и отказы",
            kk="Қызметкерлердің соңғы кірулері мен қабылданбаған әрекеттер",
            en="The latest sign-ins of the staff, and what was refused",
        ),
        "moment": Text(ru="Когда", kk="Қашан", en="When"),
        "member": Text(ru="Кто", kk="Кім", en="Who"),
        "outcome": Text(ru="Что", kk="Не болды", en="What"),
        "nobody": Text(ru="имя для входа не известно", kk="кіру аты белгісіз", en="the login is not known"),
        "region": Text(ru="регион {region}", kk="{region} өңірі", en="region {region}"),
    }
)

OUTCOMES: Mapping[Outcome, Text] = MappingProxyType(
    {
        Outcome.SIGNED_IN: Text(ru="вход", kk="кірді", en="signed in"),
        Outcome.SIGNED_OUT: Text(ru="выход", kk="шықты", en="signed out"),
        Outcome.SET_UP: Text(
            ru="первый вход, второй фактор настроен",
            kk="алғаш кірді, екінші фактор орнатылды",
            en="first sign-in, second factor set up",
        ),
        Outcome.UNKNOWN_LOGIN: Text(ru="неизвестное имя", kk="белгісіз кіру аты", en="unknown login"),
        Outcome.WRONG_PASSWORD: Text(ru="неверный пароль", kk="құпиясөз қате", en="wrong password"),
        Outcome.EXPIRED_PASSWORD: Text(
            ru="первый пароль истёк", kk="алғашқы құпиясөздің мерзімі өткен", en="the first password has expired"
        ),
        Outcome.WRONG_CODE: Text(ru="неверный код", kk="код қате", en="wrong code"),
        Outcome.REPEATED_CODE: Text(
            ru="код использован повторно", kk="код екінші рет қолданылды", en="code used twice"
        ),
        Outcome.NOT_PERMITTED: Text(ru="не разрешено", kk="рұқсат етілмеген", en="not permitted"),
    }
)
