"""``saqta backup`` and ``saqta restore``: the whole register in one file, and back."""

from __future__ import annotations

import msgspec

from saqta.access.permissions import Permission
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.channels.opening import register
from saqta.journal.backup import back_up, restore

_COPYING = Text(ru="Копирование", kk="Көшіру", en="Copying")
_COPIED = Text(
    ru="Скопировано строк: {count}. Ключей номеров в копии нет; без них номера не прочесть.",
    kk="Көшірілген жолдар: {count}. Нөмірлердің кілттері көшірмеде жоқ; оларсыз нөмірлерді оқу мүмкін емес.",
    en="Rows copied: {count}. The keys of the numbers are not in the copy; without them no number can be read.",
)
_RESTORED = Text(
    ru="Восстановлено строк: {count}. Проверьте: saqta verify",
    kk="Қалпына келтірілген жолдар: {count}. Тексеріңіз: saqta verify",
    en="Rows restored: {count}. Check them: saqta verify",
)


class Copied(msgspec.Struct, frozen=True):
    """How many rows went into a copy or came out of it."""

    rows: int


def run(arguments: Arguments) -> int:
    restoring = arguments.command == "restore"
    with register(), progress() as bar:
        actor(Permission.COPY_THE_REGISTER)
        task = bar.add_task(_COPYING.in_language(arguments.language), total=None)
        try:
            count = (restore if restoring else back_up)(arguments.file, lambda rows: bar.advance(task, rows))
        except OSError:
            raise refused("file-unreadable", names="FILE") from None
    if arguments.as_json:
        print_json(Copied(count))
    else:
        Page(arguments.language).say((_RESTORED if restoring else _COPIED).fill(count=str(count)))
    return 0
