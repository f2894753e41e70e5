"""MT102 files with one thing wrong in the bytes, the layout or the head, and the codes that they must be found by."""

from __future__ import annotations

from collections.abc import Iterator

from tests.rooms.ledger.bad_samples import FIRST, GOOD, OLDER, ORDER, PEOPLE, Bad, bad, changed, of_people
from tests.rooms.ledger.payment_samples import encoded, invented_account, invented_bin


def truncations() -> Iterator[Bad]:
    lines = GOOD.split("\n")[:-1]
    for kept in range(1, len(lines)):
        yield bad(f"cut after line {kept}", "\n".join(lines[:kept]) + "\n", "truncated")
    for kept in range(4, len(lines), 3):
        half = lines[kept][: len(lines[kept]) // 2]
        yield bad(f"cut in line {kept + 1}", "\n".join((*lines[:kept], half)), "truncated")
    yield bad("cut before the brace of the end", GOOD[:-2], "truncated")
    yield bad("second message cut", GOOD + "\n".join(lines[:-1]), "truncated", "duplicate-row")
    yield bad(
        "second message begins before the first ends", GOOD.replace("-}\n", "") + GOOD, "truncated", "duplicate-row"
    )
    middle = GOOD.encode().index(FIRST.surname.encode()) + 3
    yield Bad("cut in a letter", GOOD.encode()[:middle], frozenset({"truncated"}))


ACCOUNT = invented_account(1)
HEADS = (
    ("/KNP/122", "/KNP/", "payment-code-missing"),
    ("/KNP/122", "/KNP/125", "payment-code"),
    ("/KNP/122", "/KNP/010", "payment-code"),
    ("/KNP/122", "/KNP/0122", "payment-code"),
    ("/KNP/122", "/KNP/12 2", "payment-code"),
    ("/KNP/122", "/KNP/l22", "payment-code"),
    ("/DATE/250703", "/DATE/20250703", "document-date"),
    ("/DATE/250703", "/DATE/250732", "document-date"),
    ("/DATE/250703", "/DATE/251303", "document-date"),
    ("/DATE/250703", "/DATE/", "missing-field"),
    ("/DATE/250703", "/DATE/170630", "document-date period-out-of-range"),
    ("/DATE/250703", "/DATE/03.07.25", "document-date"),
    (ACCOUNT, ACCOUNT[:-1] + "7", "payer-account"),
    (ACCOUNT, ACCOUNT[:-1], "payer-account"),
    (ACCOUNT, "RU" + ACCOUNT[2:], "payer-account"),
    (ORDER.payer, ORDER.payer[:-1] + str((int(ORDER.payer[-1]) + 1) % 10), "payer-number"),
    (ORDER.payer, ORDER.payer[:-1], "payer-number"),
    (ORDER.payer, "", "missing-field"),
    ("KZ92009MEDS368609103", "KZ92009MEDS368609104", "beneficiary-account"),
    ("KZ92009MEDS368609103", ACCOUNT, "beneficiary"),
    ("KZ92009MEDS368609103", "KZ33125KZT1001313313", "beneficiary"),
    ("KZ92009MEDS368609103", "", "missing-field"),
    ("/IDN/160440007161", f"/IDN/{invented_bin(9)}", "beneficiary"),
    ("GCVPKZ2A", "KCJBKZKX", "beneficiary"),
    (":52B:KCJBKZKX", ":52B:KCJB", "bank-code"),
    (":52B:KCJBKZKX", ":52B:КСЈВКZКХ", "bank-code"),
    ("/NUM/128", "/NUM/", "missing-field"),
    ("/NUM/128", "/NUM/\x1b[31m", "document-number"),
    ("/NUM/128", "/NUM/" + "1" * 36, "document-number"),
    ("{2:I102", "{2:I100", "message-type"),
    ("{2:I102", "{2:I103", "message-type"),
    ("{2:I102", "{2:", "message-type"),
    ("{1:F01K0547", "{1:F01K{0547", "envelope header-missing"),
    ("U3003}", "U3003", "envelope header-missing"),
)


def heads_gone_wrong() -> Iterator[Bad]:
    for prefix, code in (
        (":20:", "missing-field"),
        (":57B:", "missing-field"),
        ("/IDN/160440007161", "missing-field"),
        (f"/IDN/{ORDER.payer}", "missing-field"),
        ("/NUM/", "missing-field"),
        ("/DATE/", "missing-field"),
        ("/KNP/", "payment-code-missing"),
        ("{1:", "header-missing"),
        ("{2:", "header-missing"),
    ):
        text = "\n".join(line for line in GOOD.split("\n") if not line.startswith(prefix))
        yield bad(f"no {prefix}", text, code)
    for old, new, code in HEADS:
        yield bad(f"{old[-14:]} is {new[-14:]!a}", changed(old, new), *code.split())
    yield bad("nobody", of_people(), "no-rows")
    yield bad("head only", GOOD[: GOOD.index(":21:1")] + "-}\n", "no-rows", "total-missing")
    yield bad("two heads and one good", GOOD.replace("/KNP/122", "/KNP/999") + of_people(PEOPLE[0]), "payment-code")


SURNAME = f"/FM/{FIRST.surname}\n"
LAYOUTS = (
    ("unknown sub-tag", SURNAME, f"{SURNAME}/XX/1\n", "unknown-tag"),
    ("tag in small letters", "/PERIOD/072025", "/period/072025", "unknown-tag missing-field"),
    ("three slashes", "/OPV/S", "///OPV/S", "unknown-tag"),
    ("tag of no letters known", "/OPV/S", "/ФИО/S", "unknown-tag"),
    ("tag not closed", "/OPV/S", "/OPV", "unknown-tag"),
    ("head sub-tag in a person", SURNAME, f"{SURNAME}/KNP/122\n", "unknown-tag"),
    ("unknown field", SURNAME, f":77Z:x\n{SURNAME}", "unknown-tag"),
    ("head field in a person", SURNAME, f":20:REF\n{SURNAME}", "tag-order"),
    ("Cyrillic letters in a sub-tag", "/FM/", "/FМ/", "look-alike-letter"),
    ("Cyrillic letter in a sub-tag of the head", "/KNP/", "/КNP/", "look-alike-letter"),
    ("Cyrillic letter in :32B:", ":32B:", ":32В:", "look-alike-letter"),
    ("Cyrillic letter in :32A:", ":32A:", ":32А:", "look-alike-letter"),
    ("Cyrillic letter in :52B:", ":52B:", ":52В:", "look-alike-letter"),
    ("Cyrillic letter in :57B:", ":57B:", ":57В:", "look-alike-letter"),
    ("surname twice", SURNAME, SURNAME * 2, "duplicate-tag"),
    ("sum twice", ":32B:KZT4250,00\n", ":32B:KZT4250,00\n" * 2, "duplicate-tag"),
    (":70: twice", f":70:\n/OPV/S\n{SURNAME}", f":70:\n:70:\n/OPV/S\n{SURNAME}", "duplicate-tag"),
    (":20: twice", ":20:REF0001\n", ":20:REF0001\n" * 2, "duplicate-tag"),
    ("payment code twice", "/KNP/122\n", "/KNP/122\n/KNP/121\n", "duplicate-tag"),
    ("iin of the payer twice", "/CHIEF/", f"/IDN/{ORDER.payer}\n/CHIEF/", "duplicate-tag"),
    ("no :70: before a person", ":70:\n/OPV/S\n", "/OPV/S\n", "tag-order"),
    (
        "sum after the details",
        f":32B:KZT4250,00\n:70:\n/OPV/S\n{SURNAME}",
        f":70:\n/OPV/S\n{SURNAME}:32B:KZT4250,00\n",
        "tag-order",
    ),
    (
        "beneficiary before the payer's bank",
        ":52B:KCJBKZKX\n:57B:GCVPKZ2A\n",
        ":57B:GCVPKZ2A\n:52B:KCJBKZKX\n",
        "tag-order",
    ),
    ("no :21:", ":21:2\n", "", "missing-field"),
    ("no sum", ":32B:KZT4250,00\n", "", "missing-field"),
    ("no first :21:", ":21:1\n", "", "missing-field"),
    ("no iin", f"/IDN/{FIRST.iin}\n", "", "missing-field"),
    ("no surname", SURNAME, "", "missing-field"),
    ("no name", f"/NM/{FIRST.name}\n", "", "missing-field"),
    ("empty iin", FIRST.iin, "", "missing-field"),
    ("empty surname", SURNAME, "/FM/\n", "missing-field"),
    ("no period", "/PERIOD/072025\n", "", "missing-field"),
    ("RNN for IIN", f"/IDN/{FIRST.iin}", "/RNN/600400073391", "missing-field"),
    ("empty :21:", ":21:1\n", ":21:\n", "missing-field"),
    ("line without a tag in a person", SURNAME, f"{SURNAME}просто текст\n", "line-without-tag"),
    ("line without a tag in the head", "/DATE/", "просто текст\n/DATE/", "line-without-tag"),
    ("line without a tag at the total", "-}", "итого\n-}", "line-without-tag"),
    ("person after the total", "-}", ":21:4\n-}", "tag-order"),
    ("sub-tag after the total", "-}", "/FM/x\n-}", "tag-order"),
    ("two totals", "-}", ":32A:250703KZT1,00\n-}", "duplicate-tag"),
    ("text after the end", "-}", "-}\nконец", "text-after-end"),
    ("text on the last line", "-}", "-} конец", "text-after-end"),
    ("fields after the end", "-}", "-}\n:20:REF\n:21:1", "text-after-end"),
    ("text before the start", "{1:F01", "Платёж\n\n{1:F01", "text-before-start"),
    ("an open block", "{4:", "{4", "envelope"),
)


def layouts_gone_wrong() -> Iterator[Bad]:
    for what, old, new, codes in LAYOUTS:
        yield bad(what, changed(old, new), *codes.split())
    yield bad("older: unknown sub-tag", changed("//FM/", "//XX/1\n//FM/", OLDER), "unknown-tag")
    yield bad("older: look-alike", changed("//FM/", "//FМ/", OLDER), "look-alike-letter")
    yield bad("older: details doubled", changed("//FM/", ":70:/OPV/S\n//FM/", OLDER), "duplicate-tag")
    yield bad("without {1: and {2:", GOOD[GOOD.index("{4:") :], "header-missing")
    yield bad("without an envelope", GOOD[GOOD.index(":20:") :], "header-missing")


def bytes_gone_wrong() -> Iterator[Bad]:
    for what, at in (
        ("surname", FIRST.surname),
        ("iin", FIRST.iin),
        ("sum", "4250,00"),
        ("purpose", "Взносы"),
        ("total", "703KZT12"),
    ):
        good = GOOD.encode()
        place = good.index(at.encode())
        for name, damage in (
            ("a stray byte", b"\xff"),
            ("NUL", b"\0"),
            ("half a letter", b"\xd0"),
            ("a surrogate", b"\xed\xa0\x80"),
        ):
            yield Bad(f"{name} in the {what}", good[:place] + damage + good[place:], frozenset({"encoding"}))
        yield Bad(f"long line in the {what}", good[:place] + b"9" * 5000 + good[place:], frozenset({"line-too-long"}))
        one_byte = GOOD.encode("kz1048")
        place = one_byte.index(at.encode("kz1048"))
        yield Bad(
            f"undefined byte in the {what}", one_byte[:place] + b"\x98" + one_byte[place:], frozenset({"encoding"})
        )
        yield Bad(f"NUL in the {what}, kz1048", one_byte[:place] + b"\0" + one_byte[place:], frozenset({"encoding"}))
    yield bad("a replaced letter", changed(FIRST.surname, "\N{REPLACEMENT CHARACTER}" + FIRST.surname), "encoding")
    wide = encoded(GOOD, "utf-16-le")
    yield Bad("half a letter at the end of UTF-16", wide + b"x", frozenset({"encoding"}))
    yield Bad(
        "a lone surrogate in UTF-16",
        wide.replace("Өте".encode("utf-16-le"), b"\x00\xd8" + "Өте".encode("utf-16-le"), 1),
        frozenset({"encoding"}),
    )
    yield Bad(
        "ten megabytes on a line",
        GOOD.replace(FIRST.surname, "Ы" * 5_000_000, 1).encode(),
        frozenset({"line-too-long"}),
    )
    yield Bad("ten megabytes after the end", GOOD.encode() + b"A" * 10_000_000, frozenset({"line-too-long"}))


def bad_orders() -> Iterator[Bad]:
    yield from truncations()
    yield from heads_gone_wrong()
    yield from layouts_gone_wrong()
    yield from bytes_gone_wrong()
