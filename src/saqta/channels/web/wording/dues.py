"""What the page about contributions says."""

from __future__ import annotations

from saqta.basis.text import Text

DUES: dict[str, Text] = {
    "title": Text(ru="Сколько платить", kk="Қанша төлеу керек", en="How much to pay"),
    "lead": Text(
        ru="Посчитаем взносы и отчисления на медицинское страхование за месяц: сколько, кто, до какого дня и по "
        "какому коду.",
        kk="Бір айдың медициналық сақтандыру жарналары мен аударымдарын есептейміз: қанша, кім, қай күнге дейін және "
        "қандай кодпен.",
        en="We work out a month's contributions to the health insurance: how much, by whom, by when and under which "
        "code.",
    ),
    "month": Text(ru="За какой месяц", kk="Қай ай үшін", en="For which month"),
    "first_income": Text(ru="Доход", kk="Кіріс", en="Income"),
    "second_income": Text(
        ru="Второй доход, если есть", kk="Екінші кіріс (бар болса)", en="A second income, if there is one"
    ),
    "kind": Text(ru="Откуда доход", kk="Кіріс көзі", en="Where it comes from"),
    "none": Text(ru="нет", kk="жоқ", en="none"),
    "sum": Text(ru="Сколько за месяц, ₸", kk="Айына қанша, ₸", en="How much a month, ₸"),
    "sum_hint": Text(
        ru="До вычетов. Предпринимателю и тому, кто платит за себя сам, сумма не нужна.",
        kk="Шегерімдерге дейін. Кәсіпкерге және өзі үшін төлейтін адамға сома қажет емес.",
        en="Before deductions. Entrepreneurs and those who pay for themselves need not fill it in.",
    ),
    "category": Text(
        ru="Платит ли за человека государство",
        kk="Бұл адам үшін мемлекет төлей ме",
        en="Does the State pay for the person",
    ),
    "no_category": Text(ru="ничего из этого", kk="бұлардың ешқайсысы емес", en="none of these"),
    "unified": Text(
        ru="Работодатель платит единый платёж",
        kk="Жұмыс беруші бірыңғай төлем төлейді",
        en="The employer pays the unified payment",
    ),
    "count": Text(ru="Посчитать", kk="Есептеу", en="Work it out"),
    "error_sum": Text(
        ru="Напишите, сколько получено за месяц.",
        kk="Бір айда қанша алғаныңызды жазыңыз.",
        en="Write how much was earned in the month.",
    ),
    "error_kind": Text(
        ru="Выберите, откуда доход.", kk="Кіріс көзін таңдаңыз.", en="Choose where the income comes from."
    ),
    "kind_employee": Text(ru="зарплата", kk="жалақы", en="wage"),
    "kind_civil_contract": Text(
        ru="гражданско-правовой договор", kk="азаматтық-құқықтық шарт", en="civil-law contract"
    ),
    "kind_entrepreneur": Text(ru="предприниматель, за себя", kk="кәсіпкер, өзі үшін", en="entrepreneur, for oneself"),
    "kind_independent": Text(
        ru="плачу за себя сам, без дохода",
        kk="кірісім жоқ, өзім үшін өзім төлеймін",
        en="I pay for myself, without income",
    ),
    "kind_self_employed": Text(ru="самозанятый", kk="өзін-өзі жұмыспен қамтыған", en="self-employed"),
    "kind_state": Text(ru="бюджет", kk="бюджет қаражаты", en="budget"),
    "line_employer_contribution": Text(
        ru="отчисления работодателя", kk="жұмыс берушінің аударымдары", en="employer contribution"
    ),
    "line_insuree_contribution": Text(ru="взнос человека", kk="адамның жарнасы", en="insuree contribution"),
    "line_state_contribution": Text(ru="взнос государства", kk="мемлекет жарнасы", en="state contribution"),
    "line_aggregate_payment": Text(ru="единый совокупный платёж", kk="бірыңғай жиынтық төлем", en="aggregate payment"),
    "lines": Text(ru="Что заплатить", kk="Не төлеу керек", en="What to pay"),
    "what": Text(ru="Платёж", kk="Төлем", en="Payment"),
    "from_income": Text(ru="С чего", kk="Қай кірістен", en="On what"),
    "taken": Text(ru="Расчёт", kk="Есеп", en="Worked out"),
    "amount": Text(ru="Сумма", kk="Сома", en="Sum"),
    "due": Text(ru="Не позже", kk="Соңғы мерзімі", en="By"),
    "code": Text(ru="Код назначения платежа", kk="Төлем тағайындау коды", en="Payment code"),
    "why": Text(ru="Почему", kk="Неліктен", en="Why"),
    "how": Text(ru="Как заплатить", kk="Қалай төлеу керек", en="How to pay"),
    "how_where": Text(
        ru="В приложении банка, на eGov.kz или в отделении: платёж на социальное медицинское страхование, за каждый "
        "месяц отдельно. Проверьте ИИН, период и код назначения платежа.",
        kk="Банк қосымшасында, eGov.kz сайтында немесе бөлімшеде: әлеуметтік медициналық сақтандыру төлемі, әр ай үшін "
        "бөлек. ЖСН-ді, кезеңді және төлем тағайындау кодын тексеріңіз.",
        en="In a bank's app, on eGov.kz or at a branch: the payment for social health insurance, each month "
        "separately. Check the IIN, the period and the payment code.",
    ),
    "beneficiary": Text(
        ru="Получатель: {name}, БИН {bin}, счёт {account}, код банка {bank}, код бенефициара {code}.",
        kk="Алушы: {name}, БСН {bin}, шот {account}, банк коды {bank}, бенефициар коды {code}.",
        en="Beneficiary: {name}, BIN {bin}, account {account}, bank code {bank}, beneficiary code {code}.",
    ),
    "mistake": Text(
        ru="Ошибка в ИИН или периоде не переносится на другой месяц: деньги возвращают по заявлению в Государственную "
        "корпорацию, и платят заново.",
        kk="ЖСН не кезең қате жазылса, төлем басқа айға ауыстырылмайды: ақша Мемлекеттік корпорацияға берілген өтініш "
        "бойынша қайтарылады, содан кейін қайта төленеді.",
        en="A mistake in the IIN or the period is not moved to another month: the money is returned on an application "
        "to the State Corporation, and paid again.",
    ),
}
