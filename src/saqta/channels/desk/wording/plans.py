"""What the pages of anaesthesia plans say; states and demands are called as the rooms call them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

PLANS: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Планы анестезии", kk="Анестезия жоспарлары", en="Plans of anaesthesia"),
        "says": Text(
            ru="Подать план, увидеть, что мешает, отметить лечение",
            kk="Жоспар беру, не кедергі екенін көру, емді белгілеу",
            en="File a plan, see what stands in the way, note what was done",
        ),
        "file": Text(ru="Подать план", kk="Жоспар беру", en="File a plan"),
        "filed": Text(
            ru="План принят под номером {number}.",
            kk="Жоспар {number} нөмірімен қабылданды.",
            en="The plan was filed under number {number}.",
        ),
        "number": Text(ru="План № {number}", kk="№ {number} жоспар", en="Plan No. {number}"),
        "none": Text(ru="Планов ещё нет.", kk="Жоспар әлі жоқ.", en="There are no plans yet."),
        "plan": Text(ru="План", kk="Жоспар", en="Plan"),
        "state": Text(ru="Состояние", kk="Күйі", en="State"),
        "day": Text(ru="День лечения", kk="Ем күні", en="Day of the session"),
        "clinic": Text(ru="Клиника", kk="Клиника", en="Clinic"),
        "no_name": Text(
            ru="Имени и номера ребёнка на этих страницах нет; план узнают по его номеру.",
            kk="Бұл беттерде баланың аты да, нөмірі де жоқ; жоспар өз нөмірімен танылады.",
            en="Neither the name nor the number of the child stands on these pages; a plan is known by its own number.",
        ),
        "iin": Text(
            ru="Индивидуальный идентификационный номер (ИИН) ребёнка",
            kk="Баланың жеке сәйкестендіру нөмірі (ЖСН)",
            en="Individual identification number (ИИН) of the child",
        ),
        "planned_at": Text(ru="Когда", kk="Қашан", en="When"),
        "kind": Text(ru="Вид обезболивания", kk="Жансыздандыру түрі", en="Kind"),
        "general": Text(ru="общая анестезия (наркоз)", kk="жалпы анестезия (наркоз)", en="general anaesthesia"),
        "sedation": Text(ru="седация", kk="седация", en="sedation"),
        "minutes": Text(ru="Сколько минут", kk="Неше минут", en="Minutes planned"),
        "teeth": Text(
            ru="Зубы по международной схеме (FDI)",
            kk="Тістер халықаралық схема бойынша (FDI)",
            en="Teeth by the international chart (FDI)",
        ),
        "tooth": Text(ru="Зуб", kk="Тіс", en="Tooth"),
        "treatment": Text(ru="Что делаем", kk="Не істеледі", en="Treatment"),
        "anaesthetist": Text(
            ru="Анестезиолог: фамилия, имя", kk="Анестезиолог: тегі, аты", en="Anaesthetist: surname and name"
        ),
        "certificate": Text(
            ru="Номер сертификата анестезиолога",
            kk="Анестезиолог сертификатының нөмірі",
            en="Number of the certificate",
        ),
        "indicated": Text(ru="Медицинское показание", kk="Медициналық көрсетілім", en="Medical indication"),
        "yes": Text(ru="есть", kk="бар", en="there is one"),
        "no": Text(ru="нет", kk="жоқ", en="there is none"),
        "unknown": Text(ru="ещё не известно", kk="әлі белгісіз", en="not known yet"),
        "indication": Text(ru="На чём оно основано", kk="Ол неге негізделген", en="What it rests on"),
        "diagnosis": Text(
            ru="Код болезни, например K02.1", kk="Ауру коды, мысалы K02.1", en="Code of the disease, such as K02.1"
        ),
        "disease": Text(ru="Код болезни", kk="Ауру коды", en="Code of the disease"),
        "examined_at": Text(
            ru="Когда осмотрел анестезиолог", kk="Анестезиолог қашан қарады", en="When the anaesthetist examined"
        ),
        "examined_again_at": Text(
            ru="Когда осмотрел повторно, перед началом",
            kk="Басталар алдында қашан қайта қарады",
            en="When the anaesthetist examined again, before the start",
        ),
        "equipment": Text(ru="Оборудование полное", kk="Жабдық толық", en="The equipment is complete"),
        "equipment-yes": Text(ru="да", kk="иә", en="yes"),
        "equipment-no": Text(ru="нет", kk="жоқ", en="no"),
        "demands": Text(ru="Чего требует закон", kk="Заң не талап етеді", en="What the law demands"),
        "advice": Text(
            ru="Что советуют врачи (закон этого не требует)",
            kk="Дәрігерлердің кеңесі (заң талап етпейді)",
            en="What is advised (the law does not demand it)",
        ),
        "met": Text(ru="выполнено", kk="орындалған", en="met"),
        "not_met": Text(ru="не выполнено", kk="орындалмаған", en="not met"),
        "answered": Text(ru="отвечает врач", kk="дәрігер жауап береді", en="a physician answers for it"),
        "blocked": Text(
            ru="Начинать нельзя: есть невыполненные требования.",
            kk="Бастауға болмайды: орындалмаған талаптар бар.",
            en="It must not go ahead: demands are not met.",
        ),
        "clear": Text(
            ru="Препятствий со стороны закона нет.",
            kk="Заң тарапынан кедергі жоқ.",
            en="Nothing in the law stands in the way.",
        ),
        "next": Text(ru="Что можно сделать", kk="Не істеуге болады", en="What can be done"),
        "next_none": Text(ru="Больше ничего.", kk="Басқа ештеңе.", en="Nothing more."),
        "link": Text(ru="Ссылка для родителей", kk="Ата-анаға сілтеме", en="A link for the parents"),
        "link_says": Text(
            ru="По ней родители читают план и решают. Прежняя ссылка перестанет работать.",
            kk="Ол арқылы ата-ана жоспарды оқып, шешеді. Бұрынғы сілтеме жұмыс істемейді.",
            en="By it the parents read the plan and decide. A link given before stops working.",
        ),
        "link_shown": Text(
            ru="Ссылка показана один раз, передайте её родителям:",
            kk="Сілтеме бір рет көрсетіледі, оны ата-анаға беріңіз:",
            en="The link is shown this once; hand it to the parents:",
        ),
        "note": Text(
            ru="Записать осмотр и оборудование", kk="Тексеріп-қарау мен жабдықты жазу", en="Note what was found"
        ),
        "override": Text(
            ru="Ответить за невыполненное требование", kk="Орындалмаған талап үшін жауап беру", en="Answer for a demand"
        ),
        "override_says": Text(
            ru="Врач называет себя и причину; родителей спросят заново. За согласие родителей не отвечает никто.",
            kk="Дәрігер өзін және себебін атайды; ата-анадан қайта сұралады. Ата-ана келісімі үшін ешкім жауап "
            "бермейді.",
            en="A physician gives a name and a reason; the parents are asked anew. Nobody answers for their consent.",
        ),
        "which": Text(ru="За какие требования", kk="Қай талаптар үшін", en="For which demands"),
        "physician": Text(ru="Врач: фамилия, имя", kk="Дәрігер: тегі, аты", en="Physician: surname and name"),
        "reason": Text(ru="Причина", kk="Себебі", en="Reason"),
        "go_ahead": Text(ru="Подтвердить: можно начинать", kk="Растау: бастауға болады", en="Confirm: it may go ahead"),
        "start": Text(ru="Анестезия началась", kk="Анестезия басталды", en="The anaesthesia has begun"),
        "report": Text(ru="Сообщить об осложнении", kk="Асқыну туралы хабарлау", en="Report a complication"),
        "report_says": Text(
            ru="Тяжёлое осложнение сразу станет известно государственному контролю.",
            kk="Ауыр асқыну туралы мемлекеттік бақылау бірден біледі.",
            en="State control learns of a serious one at once.",
        ),
        "complication": Text(ru="Осложнение", kk="Асқыну", en="Complication"),
        "happened_at": Text(ru="Когда произошло", kk="Қашан болды", en="When it happened"),
        "serious": Text(
            ru="Клиника считает его тяжёлым", kk="Клиника оны ауыр деп санайды", en="The clinic calls it serious"
        ),
        "words": Text(ru="Что произошло", kk="Не болды", en="What happened"),
        "finish": Text(ru="Записать, что сделано", kk="Не істелгенін жазу", en="Note what was done"),
        "minutes_done": Text(
            ru="Минут от первого препарата до пробуждения",
            kk="Алғашқы дәріден оянғанға дейінгі минут",
            en="Minutes from the first drug to waking up",
        ),
        "withdraw_consent": Text(
            ru="Родители отозвали согласие на словах",
            kk="Ата-ана келісімін ауызша қайтарып алды",
            en="The parents took their consent back by word",
        ),
        "change": Text(ru="Изменить план", kk="Жоспарды өзгерту", en="Change the plan"),
        "withdraw_plan": Text(ru="Отменить план", kk="Жоспарды тоқтату", en="Give the plan up"),
        "overrides": Text(
            ru="За что отвечает врач", kk="Дәрігер не үшін жауап береді", en="What a physician answers for"
        ),
        "consents": Text(ru="Решения родителей", kk="Ата-ана шешімдері", en="Decisions of the parents"),
        "agree": Text(ru="согласие", kk="келісім", en="consent"),
        "refuse": Text(ru="отказ", kk="бас тарту", en="refusal"),
        "stands": Text(ru="действует", kk="күшінде", en="stands"),
        "stands_not": Text(ru="больше не действует", kk="енді күшінде емес", en="stands no more"),
        "timeline": Text(ru="Ход", kk="Барысы", en="The course so far"),
        "session": Text(ru="Что было на лечении", kk="Емде не болды", en="The session"),
        "incident": Text(
            ru="Открыт инцидент № {number}.", kk="№ {number} инцидент ашылды.", en="Incident No. {number} was opened."
        ),
        "written": Text(ru="Записано.", kk="Жазылды.", en="Written down."),
        "tooth_wrong": Text(
            ru="Номер зуба — две цифры, рядом с ним выбирают, что делают.",
            kk="Тіс нөмірі — екі цифр, қасында не істелетіні таңдалады.",
            en="A tooth is two digits, and beside it stands what is done.",
        ),
        "moment_wrong": Text(
            ru="Поле «{name}»: укажите день и время.",
            kk="«{name}» өрісі: күн мен уақытты көрсетіңіз.",
            en="“{name}”: give a day and a time.",
        ),
        "number_wrong": Text(
            ru="Поле «{name}»: целое число от 1 до 1440.",
            kk="«{name}» өрісі: 1 мен 1440 арасындағы бүтін сан.",
            en="“{name}”: a whole number from 1 to 1440.",
        ),
        "words_wrong": Text(
            ru="Поле «{name}»: заполните, не длиннее {longest} знаков.",
            kk="«{name}» өрісі: толтырыңыз, {longest} таңбадан ұзын болмасын.",
            en="“{name}”: fill it in, with at most {longest} characters.",
        ),
        "diagnosis_wrong": Text(
            ru="Код болезни — латинская буква и две цифры, затем точка и цифры, например K02.1.",
            kk="Ауру коды — латын әрпі мен екі цифр, сосын нүкте мен цифрлар, мысалы K02.1.",
            en="A code of a disease is a Latin letter and two digits, then a point and digits, such as K02.1.",
        ),
    }
)

VERBS: Mapping[str, Text] = MappingProxyType(
    {
        "file": Text(ru="план подан", kk="жоспар берілді", en="filed"),
        "change": Text(ru="план изменён", kk="жоспар өзгертілді", en="changed"),
        "note": Text(ru="записан осмотр", kk="тексеріп-қарау жазылды", en="findings noted"),
        "link": Text(
            ru="выдана ссылка родителям", kk="ата-анаға сілтеме берілді", en="a link was given to the parents"
        ),
        "agree": Text(ru="родители согласились", kk="ата-ана келісті", en="the parents agreed"),
        "refuse": Text(ru="родители отказались", kk="ата-ана бас тартты", en="the parents refused"),
        "withdraw_consent": Text(ru="согласие отозвано", kk="келісім қайтарып алынды", en="the consent was withdrawn"),
        "override": Text(
            ru="врач ответил за требование", kk="дәрігер талап үшін жауап берді", en="a physician answered"
        ),
        "go_ahead": Text(ru="можно начинать", kk="бастауға болады", en="it may go ahead"),
        "start": Text(ru="анестезия началась", kk="анестезия басталды", en="the anaesthesia began"),
        "report": Text(ru="сообщено об осложнении", kk="асқыну туралы хабарланды", en="a complication was reported"),
        "finish": Text(ru="лечение закончено", kk="ем аяқталды", en="finished"),
        "withdraw_plan": Text(ru="план отменён", kk="жоспар тоқтатылды", en="given up"),
    }
)

COMPLICATIONS: Mapping[str, Text] = MappingProxyType(
    {
        "laryngospasm": Text(ru="ларингоспазм", kk="ларингоспазм", en="laryngospasm"),
        "bronchospasm": Text(ru="бронхоспазм", kk="бронхоспазм", en="bronchospasm"),
        "apnoea": Text(ru="остановка дыхания", kk="тыныстың тоқтауы", en="apnoea"),
        "desaturation": Text(ru="падение кислорода в крови", kk="қандағы оттегінің төмендеуі", en="desaturation"),
        "aspiration": Text(ru="аспирация", kk="аспирация", en="aspiration"),
        "anaphylaxis": Text(ru="анафилаксия", kk="анафилаксия", en="anaphylaxis"),
        "arrhythmia": Text(ru="нарушение ритма сердца", kk="жүрек ырғағының бұзылуы", en="arrhythmia"),
        "cardiac_arrest": Text(ru="остановка сердца", kk="жүректің тоқтауы", en="cardiac arrest"),
        "prolonged_awakening": Text(ru="долгое пробуждение", kk="ұзақ ояну", en="prolonged awakening"),
        "vomiting": Text(ru="рвота", kk="құсу", en="vomiting"),
        "bleeding": Text(ru="кровотечение", kk="қан кету", en="bleeding"),
        "hospital_transfer": Text(ru="перевод в больницу", kk="ауруханаға ауыстыру", en="transfer to a hospital"),
        "death": Text(ru="смерть", kk="өлім", en="death"),
        "other": Text(ru="другое", kk="басқа", en="other"),
    }
)
