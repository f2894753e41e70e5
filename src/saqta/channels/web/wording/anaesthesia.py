"""What the page about anaesthesia says."""

from __future__ import annotations

from saqta.basis.text import Text

ANAESTHESIA: dict[str, Text] = {
    "title": Text(
        ru="Наркоз у стоматолога: прочитайте, прежде чем согласиться",
        kk="Стоматологтағы наркоз: келіспес бұрын оқыңыз",
        en="Anaesthesia at the dentist's: read before you agree",
    ),
    "questions": Text(ru="Десять вопросов клинике", kk="Клиникаға он сұрақ", en="Ten questions for the clinic"),
    "check": Text(ru="Проверьте сеанс", kk="Сеансты тексеріңіз", en="Check the session"),
    "check_lead": Text(
        ru="Ответьте на каждый пункт; «не знаю» — тоже ответ. Ничего не отмечено заранее и ничего не сохраняется.",
        kk="Әр тармаққа жауап беріңіз; «білмеймін» де жауап. Алдын ала ештеңе белгіленбеген және ештеңе сақталмайды.",
        en="Answer each item; “I do not know” is an answer too. Nothing is chosen beforehand and nothing is kept.",
    ),
    "born": Text(ru="Дата рождения пациента", kk="Пациенттің туған күні", en="The patient's date of birth"),
    "day": Text(ru="День", kk="Күн", en="Day"),
    "month": Text(ru="Месяц", kk="Ай", en="Month"),
    "year": Text(ru="Год", kk="Жыл", en="Year"),
    "kind": Text(ru="Что предлагают", kk="Не ұсынып отыр", en="What is offered"),
    "says_yes": Text(ru="да", kk="иә", en="yes"),
    "says_no": Text(ru="нет", kk="жоқ", en="no"),
    "says_unknown": Text(ru="не знаю", kk="білмеймін", en="I do not know"),
    "hours": Text(
        ru="За сколько часов до начала анестезиолог осмотрел или осмотрит",
        kk="Анестезиолог ем басталардан неше сағат бұрын қарады немесе қарайды",
        en="How many hours before the start the anaesthetist examined or will examine",
    ),
    "hours_unknown": Text(ru="не знаю", kk="білмеймін", en="I do not know"),
    "show": Text(ru="Проверить", kk="Тексеру", en="Check"),
    "error_kind": Text(
        ru="Выберите, что предлагают.", kk="Не ұсынып отырғанын таңдаңыз.", en="Choose what is offered."
    ),
    "error_item": Text(
        ru="Ответьте на этот пункт: да, нет или не знаю.",
        kk="Осы тармаққа жауап беріңіз: иә, жоқ немесе білмеймін.",
        en="Answer this item: yes, no or I do not know.",
    ),
    "state_yes": Text(ru="Закон соблюдён", kk="Заң сақталған", en="The law is kept"),
    "state_no": Text(ru="Начинать нельзя", kk="Бастауға болмайды", en="It may not begin"),
    "state_depends": Text(ru="Сначала узнайте", kk="Алдымен біліп алыңыз", en="Find out first"),
    "state_undetermined": Text(
        ru="Закон не даёт ответа", kk="Заң жауап бермейді", en="The law gives no settled answer"
    ),
    "demands": Text(ru="Чего требует закон", kk="Заң не талап етеді", en="What the law demands"),
    "advised": Text(
        ru="Что советуют врачи: это не закон",
        kk="Дәрігерлер не кеңес береді: бұл заң емес",
        en="What doctors advise: this is not law",
    ),
    "met": Text(ru="да", kk="иә", en="yes"),
    "not_met": Text(ru="нет", kk="жоқ", en="no"),
    "unknown": Text(ru="неизвестно", kk="белгісіз", en="not known"),
    "item": Text(ru="Требование", kk="Талап", en="Demand"),
    "holds": Text(ru="Выполнено", kk="Орындалған ба?", en="Met"),
    "warnings": Text(ru="Обратите внимание", kk="Назар аударыңыз", en="Take note"),
    "complain": Text(ru="Если что-то не так", kk="Бірдеңе дұрыс болмаса", en="If something is wrong"),
}
