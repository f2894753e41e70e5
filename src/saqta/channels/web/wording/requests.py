"""What is said to somebody for whom the State should pay, and whom the register takes for uninsured."""

from __future__ import annotations

from saqta.basis.text import Text

REQUESTS: dict[str, Text] = {
    "fix_title": Text(
        ru="За меня должно платить государство", kk="Мен үшін мемлекет төлеуі керек", en="The State should pay for me"
    ),
    "fix_link": Text(
        ru="Я из льготной категории: исправить статус",
        kk="Мен жеңілдік санатынанмын: мәртебені түзету",
        en="I belong to an exempt category: put the status right",
    ),
    "fix_lead": Text(
        ru="Реестр не знает о вашей категории: её не сообщил источник, или сообщил с опозданием. Это исправляют по "
        "документам.",
        kk="Тізілім сіздің санатыңызды білмейді: дереккөз хабарламаған немесе кеш хабарлаған. Бұл құжаттар бойынша "
        "түзетіледі.",
        en="The register does not know of your category: its source has not told of it, or told late. This is put "
        "right on documents.",
    ),
    "fix_insured": Text(
        ru="Вы застрахованы: исправлять нечего.",
        kk="Сіз сақтандырылғансыз: түзететін ештеңе жоқ.",
        en="You are insured: there is nothing to put right.",
    ),
    "fix_which": Text(ru="К кому вы относитесь?", kk="Сіз кімге жатасыз?", en="Who are you?"),
    "fix_why": Text(
        ru="От категории зависит, какой документ понадобится.",
        kk="Қандай құжат керек екені санатқа байланысты.",
        en="Which document is needed depends on the category.",
    ),
    "fix_none": Text(
        ru="Ничего не подходит? Есть и другие пути стать застрахованным.",
        kk="Ештеңе сәйкес келмей ме? Сақтандырылудың басқа да жолдары бар.",
        en="None of these? There are other ways to be insured.",
    ),
    "fix_words": Text(
        ru="Что ещё важно знать (можно не писать)",
        kk="Тағы нені білу маңызды (жазбаса да болады)",
        en="What else matters (may be left empty)",
    ),
    "fix_send": Text(
        ru="Получить номер и список документов",
        kk="Нөмір мен құжаттар тізімін алу",
        en="Get a number and the documents",
    ),
    "fix_choose": Text(ru="Выберите одну категорию.", kk="Бір санатты таңдаңыз.", en="Choose one category."),
    "request_title": Text(
        ru="Просьба принята, её номер — {number}",
        kk="Өтініш қабылданды, нөмірі — {number}",
        en="The request was taken; its number is {number}",
    ),
    "request_category": Text(ru="Категория", kk="Санат", en="Category"),
    "request_documents": Text(ru="Возьмите с собой", kk="Өзіңізбен алыңыз", en="Bring with you"),
    "request_others": Text(
        ru="Могут попросить и другое: закона с таким списком мы не нашли.",
        kk="Басқасын да сұрауы мүмкін: мұндай тізімі бар заңды таппадық.",
        en="Others may be asked for: we found no act with such a list.",
    ),
    "request_where": Text(
        ru="Отнесите документы в свою поликлинику или позвоните 1414 и назовите номер.",
        kk="Құжаттарды емханаңызға апарыңыз немесе 1414 нөміріне қоңырау шалып, нөмірді айтыңыз.",
        en="Take the documents to your clinic, or ring 1414 and quote the number.",
    ),
    "request_next": Text(
        ru="Один сотрудник внесёт документ, другой проверит. Тогда категорию примут на время (месяцев: {months}), пока "
        "её "
        "не подтвердит источник. Ответ появится здесь.",
        kk="Бір қызметкер құжатты енгізеді, екіншісі тексереді. Сонда санат дереккөзі растағанша уақытша қабылданады "
        "(ай саны: {months}). Жауап осында шығады.",
        en="One employee enters the document and another checks it. The category is then taken for a while (months: "
        "{months}), until its source confirms it. The answer will appear here.",
    ),
    "request_urgent": Text(
        ru="Экстренную помощь оказывают бесплатно и сейчас, что бы ни было написано о статусе.",
        kk="Мәртебе туралы не жазылса да, шұғыл көмек қазір де тегін көрсетіледі.",
        en="Emergency care is free of charge now as well, whatever the status says.",
    ),
    "own_requests": Text(ru="Ваши просьбы", kk="Сіздің өтініштеріңіз", en="Your requests"),
    "no_such_request": Text(
        ru="Такой вашей просьбы нет.", kk="Сіздің мұндай өтінішіңіз жоқ.", en="You have made no such request."
    ),
}
