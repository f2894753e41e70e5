"""What the bot says to whoever runs it."""

from __future__ import annotations

from saqta.basis.text import Text

RUNNING: dict[str, Text] = {
    "runs": Text(
        ru="Бот отвечает в Telegram. Остановить: Ctrl-C",
        kk="Бот Telegram-да жауап беріп тұр. Тоқтату: Ctrl-C",
        en="The bot answers in Telegram. To stop it: Ctrl-C",
    ),
    "no_token": Text(
        ru="Нет ключа бота. Получите его у @BotFather и передайте в SAQTA_TELEGRAM_TOKEN.",
        kk="Боттың кілті жоқ. Оны @BotFather-ден алып, SAQTA_TELEGRAM_TOKEN арқылы беріңіз.",
        en="There is no token of a bot. Get one from @BotFather and hand it over in SAQTA_TELEGRAM_TOKEN.",
    ),
    "no_webhook": Text(
        ru="Не сказано, куда Telegram присылать обновления. Укажите https-адрес в SAQTA_TELEGRAM_WEBHOOK.",
        kk="Telegram жаңартуларды қайда жіберетіні айтылмаған. SAQTA_TELEGRAM_WEBHOOK ішінде https-мекенжайды "
        "көрсетіңіз.",
        en="Telegram was not told where to post updates. Put an https address into SAQTA_TELEGRAM_WEBHOOK.",
    ),
    "bad_token": Text(
        ru="Telegram не признаёт ключ бота. Проверьте SAQTA_TELEGRAM_TOKEN.",
        kk="Telegram боттың кілтін танымайды. SAQTA_TELEGRAM_TOKEN мәнін тексеріңіз.",
        en="Telegram does not know this token of a bot. Check SAQTA_TELEGRAM_TOKEN.",
    ),
    "another": Text(
        ru="Другой бот с тем же ключом забирает сообщения, поэтому этот остановился. Оставьте один.",
        kk="Сол кілтпен басқа бот хабарларды алып жатыр, сондықтан бұл бот тоқтады. Біреуін ғана қалдырыңыз.",
        en="Another bot with the same token takes the messages, so this one has stopped. Let one of them run.",
    ),
}
