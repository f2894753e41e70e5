"""What is said to whoever told us whether an answer helped."""

from __future__ import annotations

from saqta.basis.text import Text

OPINION_WORDS: dict[str, Text] = {
    "title": Text(ru="Спасибо за отзыв", kk="Пікіріңізге рақмет", en="Thank you for telling us"),
    "told": Text(
        ru="Его прочтёт редактор. Если в ответе или в норме ошибка, её исправят для всех.",
        kk="Оны редактор оқиды. Жауапта не нормада қате болса, ол бәріне түзетіледі.",
        en="An editor will read it. A mistake in the answer or in the law is then mended for everybody.",
    ),
    "kept": Text(
        ru="Мы записали только ответ, его язык, ваш отзыв и день. Ответить вам мы не сможем: кто вы, здесь не "
        "известно. Нужна помощь сейчас — позвоните.",
        kk="Біз жауапты, оның тілін, пікіріңізді және күнді ғана жаздық. Сізге жауап бере алмаймыз: кім екеніңіз "
        "мұнда белгісіз. Көмек қазір керек болса, қоңырау шалыңыз.",
        en="We wrote down the answer, its language, what you think of it and the day. We cannot reply: who you are is "
        "not known here. If you need help now, ring.",
    ),
    "not_kept": Text(ru="Отзыв не записан", kk="Пікір жазылмады", en="It was not written down"),
    "too_often": Text(
        ru="Слишком много отзывов подряд. Попробуйте снова через {seconds}.",
        kk="Қатарынан тым көп пікір жіберілді. {seconds}тан кейін қайталаңыз.",
        en="Too many in a row. Try again in {seconds}.",
    ),
}
