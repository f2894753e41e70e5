"""What the pages of a consent say around what the clinic plans."""

from __future__ import annotations

from saqta.basis.text import Text

CONSENT_WORDS: dict[str, Text] = {
    "page_title": Text(
        ru="Наркоз: прочитайте и решите", kk="Наркоз: оқып, шешіңіз", en="Anaesthesia: read, then decide"
    ),
    "stop": Text(ru="Остановитесь и прочитайте", kk="Тоқтап, оқып шығыңыз", en="Stop and read"),
    "stop_lead": Text(
        ru="Спешить не нужно. Согласие можно не давать. Пока вы не подписали, наркоза не будет.",
        kk="Асықпаңыз. Келісім бермеуге болады. Қол қоймайынша, наркоз болмайды.",
        en="There is no hurry. You need not agree. Until you have signed, there is no anaesthesia.",
    ),
    "state_filed": Text(ru="Вы ещё не решили.", kk="Сіз әлі шешім қабылдаған жоқсыз.", en="You have not decided yet."),
    "state_consented": Text(ru="Вы дали согласие.", kk="Сіз келісім бердіңіз.", en="You have agreed."),
    "state_refused": Text(ru="Вы отказались.", kk="Сіз бас тарттыңыз.", en="You have refused."),
    "state_consent_withdrawn": Text(
        ru="Вы отозвали согласие.", kk="Сіз келісіміңізді қайтарып алдыңыз.", en="You have withdrawn your consent."
    ),
    "state_cleared": Text(
        ru="Вы дали согласие, и клиника отметила, что начинать можно.",
        kk="Сіз келісім бердіңіз, ал клиника бастауға болады деп белгіледі.",
        en="You have agreed, and the clinic has marked that it may go ahead.",
    ),
    "state_started": Text(ru="Лечение началось.", kk="Ем басталды.", en="The treatment has begun."),
    "state_finished": Text(ru="Лечение закончено.", kk="Ем аяқталды.", en="The treatment is over."),
    "state_plan_withdrawn": Text(
        ru="Клиника отменила этот план. Ничего подписывать не нужно, прежнее согласие не действует.",
        kk="Клиника бұл жоспарды тоқтатты. Қол қоюдың қажеті жоқ, бұрынғы келісім күшін жойды.",
        en="The clinic has withdrawn this plan. There is nothing to sign, and an earlier consent does not stand.",
    ),
    "earlier": Text(
        ru="План с тех пор изменился, поэтому ваше прежнее решение не действует. Прочитайте заново.",
        kk="Содан бері жоспар өзгерді, сондықтан бұрынғы шешіміңіз күшін жойды. Қайта оқып шығыңыз.",
        en="The plan has changed since, so your earlier decision does not stand. Please read it again.",
    ),
    "decide": Text(ru="Перейти к решению", kk="Шешімге өту", en="Go on to decide"),
    "decide_title": Text(ru="Ваше решение", kk="Сіздің шешіміңіз", en="Your decision"),
    "back": Text(ru="Прочитать ещё раз", kk="Тағы бір рет оқу", en="Read it once more"),
    "before_agreeing": Text(
        ru="Если думаете согласиться, ответьте сначала на пять вопросов. Для отказа отвечать не нужно.",
        kk="Келісуді ойласаңыз, алдымен бес сұраққа жауап беріңіз. Бас тарту үшін жауап берудің қажеті жоқ.",
        en="If you think of agreeing, answer five questions first. To refuse, you need not answer them.",
    ),
    "question_why": Text(
        ru="Вам объяснили, зачем вашему ребёнку наркоз?",
        kk="Балаңызға наркоз не үшін керек екені түсіндірілді ме?",
        en="Was it explained to you why your child needs anaesthesia?",
    ),
    "question_risks": Text(
        ru="Вы прочитали о рисках и понимаете, что бывают и тяжёлые?",
        kk="Қауіп-қатер туралы оқып, ауыр түрі де болатынын түсіндіңіз бе?",
        en="Have you read of the risks, and do you understand that some are grave?",
    ),
    "question_alternatives": Text(
        ru="Вам рассказали, как ещё можно лечить?",
        kk="Басқаша қалай емдеуге болатыны айтылды ма?",
        en="Were you told of the other ways of treatment?",
    ),
    "question_who": Text(
        ru="Вы знаете, кто даёт наркоз и кто за ребёнком следит?",
        kk="Наркозды кім беретінін және баланы кім бақылайтынын білесіз бе?",
        en="Do you know who gives the anaesthesia and who watches your child?",
    ),
    "question_answers": Text(
        ru="Вы задали свои вопросы и получили ответы?",
        kk="Сұрақтарыңызды қойып, жауап алдыңыз ба?",
        en="Did you ask your questions and get answers?",
    ),
    "yes": Text(ru="Да", kk="Иә", en="Yes"),
    "no": Text(ru="Нет", kk="Жоқ", en="No"),
    "sign_title": Text(ru="Подпись", kk="Қол қою", en="Signature"),
    "signer": Text(ru="Ваши фамилия и имя", kk="Сіздің тегіңіз бен атыңыз", en="Your surname and name"),
    "hint_signer": Text(
        ru="Как в удостоверении: клиника сверит",
        kk="Жеке куәліктегідей: клиника салыстырады",
        en="As on your identity card: the clinic compares it",
    ),
    "child": Text(ru="Фамилия и имя ребёнка", kk="Баланың тегі мен аты", en="Surname and name of the child"),
    "hint_child": Text(
        ru="Оно попадёт только в документ, который вы получите",
        kk="Ол тек сіз алатын құжатқа жазылады",
        en="It goes into the document that you get, and nowhere else",
    ),
    "relation": Text(ru="Кто вы ребёнку?", kk="Балаға кім боласыз?", en="Who are you to the child?"),
    "relation_mother": Text(ru="Мать", kk="Анасы", en="Mother"),
    "relation_father": Text(ru="Отец", kk="Әкесі", en="Father"),
    "relation_legal_representative": Text(ru="Законный представитель", kk="Заңды өкілі", en="Legal representative"),
    "either": Text(
        ru="Обе кнопки равны. Передумать можно до самого начала.",
        kk="Екі түйменің бір-бірінен артығы жоқ. Ем басталғанға дейін шешіміңізді өзгерте аласыз.",
        en="The two buttons weigh the same. You may change your mind until the start.",
    ),
    "agree": Text(ru="Я соглашаюсь", kk="Мен келісемін", en="I agree"),
    "refuse": Text(ru="Я отказываюсь", kk="Мен бас тартамын", en="I refuse"),
    "withdraw": Text(ru="Отозвать согласие", kk="Келісімді қайтарып алу", en="Withdraw my consent"),
    "withdraw_hint": Text(
        ru="Одно нажатие, без объяснений. Клиника увидит это сразу, но скажите и словами.",
        kk="Бір рет бассаңыз болды, себебін түсіндірмейсіз. Клиника бірден көреді, бірақ ауызша да айтыңыз.",
        en="One press, no reasons asked. The clinic sees it at once; say it aloud as well.",
    ),
    "download": Text(
        ru="Скачать подписанный документ (PDF)",
        kk="Қол қойылған құжатты жүктеу (PDF)",
        en="Download the signed document (PDF)",
    ),
    "fingerprint": Text(
        ru="Отпечаток документа в журнале: {digest}",
        kk="Құжаттың журналдағы таңбасы: {digest}",
        en="The fingerprint of the document in the journal: {digest}",
    ),
    "done_title": Text(ru="Что было сделано", kk="Не істелді", en="What was done"),
    "done_minutes": Text(
        ru="Наркоз длился минут: {minutes}.",
        kk="Наркоз {minutes} минутқа созылды.",
        en="Minutes of anaesthesia: {minutes}.",
    ),
    "done_not_told": Text(
        ru="Клиника ещё не записала, что было сделано.",
        kk="Клиника не істелгенін әлі жазған жоқ.",
        en="The clinic has not written down yet what was done.",
    ),
    "done_nothing": Text(ru="Ни одного зуба не лечили.", kk="Бірде-бір тіс емделмеді.", en="No tooth was treated."),
    "complications": Text(ru="Осложнения", kk="Асқынулар", en="Complications"),
    "no_complications": Text(
        ru="Клиника осложнений не записала.",
        kk="Клиника асқыну жазбаған.",
        en="The clinic has recorded no complication.",
    ),
    "incident": Text(
        ru="О тяжёлом осложнении сразу узнаёт государственный контроль.",
        kk="Ауыр асқыну туралы мемлекеттік бақылау бірден біледі.",
        en="State control learns of a serious complication at once.",
    ),
    "if_unwell": Text(
        ru="Если ребёнку дома стало плохо, звоните 103, потом в клинику.",
        kk="Үйде балаңыздың жағдайы нашарласа, 103-ке, содан кейін клиникаға қоңырау шалыңыз.",
        en="If your child is unwell at home, call 103, then the clinic.",
    ),
    "message_title": Text(ru="Не получилось", kk="Болмады", en="That did not work"),
    "unavailable": Text(
        ru="Реестр сейчас не отвечает. Откройте ссылку позже и посмотрите, записано ли решение. Срочное скажите "
        "в клинике.",
        kk="Тізілім қазір жауап бермейді. Сілтемені кейінірек ашып, шешім жазылғанын қараңыз. Шұғылын клиникада "
        "айтыңыз.",
        en="The register does not answer now. Open the link later and see whether your decision is there. Tell the "
        "clinic what is urgent.",
    ),
    "link_is_private": Text(
        ru="Эта страница только для вас: кто видит ссылку, тот может решить за вас. Не пересылайте её.",
        kk="Бұл бет тек сізге арналған: сілтемені көрген адам сіз үшін шеше алады. Оны ешкімге жібермеңіз.",
        en="This page is for you alone: whoever has the link can decide for you. Do not pass it on.",
    ),
}
