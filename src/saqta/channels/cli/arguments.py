"""What may be typed, and what is said when it is typed wrongly."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from saqta.basis.identifiers import Iin
from saqta.basis.month import Month, NotAMonth
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import LANGUAGES, Language, Text
from saqta.channels.cli.care_arguments import care_arguments
from saqta.channels.cli.clinics_arguments import clinics_arguments
from saqta.channels.cli.inspections_arguments import inspections_arguments
from saqta.channels.cli.notices_arguments import notices_arguments
from saqta.channels.cli.orders_arguments import orders_arguments
from saqta.channels.cli.people_arguments import people_arguments, staff_arguments
from saqta.channels.cli.serving_arguments import serving_arguments
from saqta.channels.clock import today

_TEXTS: dict[str, Text] = {
    "argument-missing": Text(
        ru="Не хватает: {names}. Справка: saqta {command} --help",
        kk="Жетіспейді: {names}. Анықтама: saqta {command} --help",
        en="Missing: {names}. Help: saqta {command} --help",
    ),
    "argument-unknown": Text(
        ru="Такого параметра нет. Справка: saqta {command} --help",
        kk="Мұндай параметр жоқ. Анықтама: saqta {command} --help",
        en="There is no such argument. Help: saqta {command} --help",
    ),
    "argument-choice": Text(
        ru="Для {names} такого значения нет. Возможны: {choices}",
        kk="{names} үшін мұндай мән жоқ. Мүмкін мәндер: {choices}",
        en="There is no such value for {names}. Possible are: {choices}",
    ),
    "argument-value": Text(
        ru="После {names} нужно значение. Справка: saqta {command} --help",
        kk="{names} кейін мән керек. Анықтама: saqta {command} --help",
        en="{names} needs a value after it. Help: saqta {command} --help",
    ),
    "argument-conflict": Text(
        ru="Вместе эти параметры не указывают: {names}.",
        kk="Бұл параметрлер бірге көрсетілмейді: {names}.",
        en="These arguments exclude one another: {names}.",
    ),
    "command-missing": Text(
        ru="Скажите, что сделать: {choices}. Справка: saqta --help",
        kk="Не істеу керегін айтыңыз: {choices}. Анықтама: saqta --help",
        en="Say what to do: {choices}. Help: saqta --help",
    ),
    "day": Text(
        ru="{names}: ожидается существующая дата вида ГГГГ-ММ-ДД, например 2025-10-01.",
        kk="{names}: ЖЖЖЖ-АА-КК түріндегі бар күн күтіледі, мысалы 2025-10-01.",
        en="{names}: an existing date written as YYYY-MM-DD is expected, such as 2025-10-01.",
    ),
    "month": Text(
        ru="{names}: ожидается месяц вида ГГГГ-ММ, например 2026-02.",
        kk="{names}: ЖЖЖЖ-АА түріндегі ай күтіледі, мысалы 2026-02.",
        en="{names}: a month written as YYYY-MM is expected, such as 2026-02.",
    ),
    "file-missing": Text(
        ru="{names}: такого файла нет.",
        kk="{names}: мұндай файл жоқ.",
        en="{names}: there is no such file.",
    ),
    "file-unreadable": Text(
        ru="{names}: файл нельзя прочитать. Проверьте, что это файл и что на него есть права.",
        kk="{names}: файлды оқу мүмкін емес. Оның файл екенін және оқу құқығы барын тексеріңіз.",
        en="{names}: the file cannot be read. Check that it is a file and that you may read it.",
    ),
    "number": Text(
        ru="{names}: ожидается целое число не меньше {least}.",
        kk="{names}: кемінде {least} болатын бүтін сан күтіледі.",
        en="{names}: a whole number of at least {least} is expected.",
    ),
    "law": Text(
        ru="{names}: ожидается день, файл YAML или то и другое, например 2026-01-01+grace.yaml.",
        kk="{names}: күн, YAML файлы немесе екеуі де күтіледі, мысалы 2026-01-01+grace.yaml.",
        en="{names}: a day, a YAML file or both are expected, such as 2026-01-01+grace.yaml.",
    ),
    "reading": Text(
        ru="{names}: ожидается открытый вопрос и вариант, например Q1=tail_only. Список: saqta law readings",
        kk="{names}: ашық мәселе мен нұсқа күтіледі, мысалы Q1=tail_only. Тізімі: saqta law readings",
        en="{names}: an open question and an option are expected, such as Q1=tail_only. The list: saqta law readings",
    ),
}

_MESSAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("argument-missing", re.compile(r"the following arguments are required: (?P<names>.*)")),
    ("argument-missing", re.compile(r"one of the arguments (?P<names>.*) is required")),
    ("argument-conflict", re.compile(r"argument (?P<names>.*?): not allowed with argument (?P<more>.*)")),
    (
        "argument-choice",
        re.compile(r"argument (?P<names>.*?): invalid choice: .* \(choose from (?P<choices>.*)\)", re.DOTALL),
    ),
    ("argument-value", re.compile(r"argument (?P<names>.*?): expected")),
)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are refusals in the user's language and never repeat what was typed."""

    def __init__(self, **settings: Any) -> None:
        # A guessed argument is a guessed question: --fact is not --facts.
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        command = self.prog.removeprefix("saqta").strip()
        for code, pattern in _MESSAGES:
            if match := pattern.match(message):
                found = match.groupdict()
                names = ", ".join(part for part in (found.get("names"), found.get("more")) if part)
                if names in ("command", "action"):
                    raise refused("command-missing", choices=", ".join(_choices(self)))
                values = {"names": names, "command": command, "choices": (found.get("choices") or "").replace("'", "")}
                raise refused(code, **values)
        raise refused("argument-unknown", command=command)


def parser() -> Parser:
    """The whole command line."""
    whole = Parser(
        prog="saqta", description="Health insurance of Kazakhstan: status, contributions, the law behind them."
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="command", parser_class=Parser)
    number = commands.add_parser("id", help="what an IIN, a BIN or a bank account is, and whether it is valid")
    number.add_argument("number")
    law = commands.add_parser("law", help="the law as it is encoded")
    payments = commands.add_parser("payments", help="payment files")
    status = commands.add_parser("status", help="is a person insured on a day, why, and until when")
    _status(status)
    contributions = commands.add_parser("contributions", help="what is owed for a month, by whom and by when")
    _facts(contributions)
    contributions.add_argument("--month", metavar="MONTH", help="by default the current month")
    _law_options(contributions)
    services = commands.add_parser("services", help="the care services one can ask about; find the one you mean")
    services.add_argument("action", nargs="?", choices=("find",), help="without it: the whole catalogue")
    services.add_argument("words", nargs="*", metavar="WORD", help="what you would call it, in any of the languages")
    care = care_arguments(commands, _law_options)
    register = _register(commands)
    population = commands.add_parser("population", help="the same questions about a whole population")
    schema = commands.add_parser("schema", help="JSON Schema of a document, as published")
    schema.add_argument("name", nargs="?", help="without a name: the list of schemas")
    for command in (
        number,
        *_law(law),
        *_payments(payments),
        status,
        contributions,
        services,
        *notices_arguments(commands),
        *care,
        *inspections_arguments(commands, _law_options),
        *clinics_arguments(commands),
        *register,
        *serving_arguments(commands),
        *people_arguments(commands),
        *staff_arguments(commands),
        *orders_arguments(commands),
        *_population(population),
        schema,
    ):
        command.add_argument("--json", action="store_true", help="the answer as JSON")
        command.add_argument("--lang", choices=LANGUAGES, help="language of the answer")
    return whole


def _register(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands of the register; ``commands`` is the group that argparse has no public name for."""
    prepare = commands.add_parser("prepare", help="make a register, or bring one up to date")
    prepare.add_argument("--demo", action="store_true", help="fill it with ten invented people")
    taking = commands.add_parser("import", help="take files into the register, each row once")
    taking.add_argument(
        "what",
        choices=(
            *("payments", "refunds", "people", "categories", "attachments", "representations"),
            *("clinics", "licences", "certificates", "contracts"),
        ),
        help="what the files tell of",
    )
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE", help="MT102, CSV or lines of JSON")
    taking.add_argument(
        "--partial", action="store_true", help="take the sound rows of a payment file that is not valid"
    )
    taking.add_argument(
        "--rejects", type=Path, metavar="FILE", help="write each rejected row's fault here, as JSON lines"
    )
    taking.add_argument("--source", metavar="NAME", help="who tells of it, other than payments and people")
    why = commands.add_parser("why", help="the status of a person of the register, explained")
    _law_options(why)
    history = commands.add_parser("history", help="the whole timeline of a person of the register")
    for command in (why, history):
        command.add_argument("--iin", required=True, metavar="N", help="whose status")
    why.add_argument("--on", metavar="DAY", help="the day asked about; by default today")
    why.add_argument("--entry", type=int, metavar="N", help="as of this entry of the journal, which a status names")
    verify = commands.add_parser("verify", help="does the register still say what was written into it?")
    verify.add_argument("--every", type=int, default=1, metavar="N", help="work out every N-th timeline again")
    verify.add_argument("--seal", metavar="SEAL", help="a seal printed earlier, which the journal must still contain")
    backup = commands.add_parser("backup", help="copy the whole register into one file; the keys are not in it")
    restore = commands.add_parser("restore", help="fill an empty register, on either database, from such a copy")
    for command in (backup, restore):
        command.add_argument("file", type=Path)
    return [prepare, taking, why, history, verify, backup, restore]


def _population(population: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    actions = population.add_subparsers(dest="action", required=True, metavar="command", parser_class=Parser)
    make = actions.add_parser("make", help="invent a population, the same for the same seed")
    make.add_argument("--people", required=True, metavar="N", help="how many")
    make.add_argument("--seed", default="1", metavar="S", help="a whole number; another one gives other people")
    make.add_argument(
        "--to", required=True, type=Path, metavar="FOLDER", help="where to write; a broken run is taken up"
    )
    export = actions.add_parser("export", help="everybody of the register as files, without numbers or names")
    export.add_argument(
        "--to", required=True, type=Path, metavar="FOLDER", help="where to write; a broken run is taken up"
    )
    status = actions.add_parser("status", help="is everybody insured on a day, and what is owed")
    status.add_argument("--to", type=Path, metavar="FOLDER", help="write everybody's answer and the summary here")
    status.add_argument("--report", type=Path, metavar="FOLDER", help="write a page and pictures to be read here")
    compare = actions.add_parser("compare", help="who gains and who loses by another law")
    for name in ("before", "after"):
        what = "a day whose law applies, a YAML file of changed values, or both as DAY+FILE"
        compare.add_argument(f"--{name}", required=True, metavar="LAW", help=what)
    check = actions.add_parser("check", help="does nobody's record contradict itself?")
    person = actions.add_parser("person", help="the status of one person of the population, explained")
    person.add_argument("person", metavar="N", help="the number of the person")
    for command in (status, compare, check, person):
        command.add_argument("--from", dest="source", required=True, type=Path, metavar="FOLDER", help="the population")
    for command in (status, compare, person):
        command.add_argument("--on", metavar="DAY", help="the day asked about; by default today")
        _law_options(command)
    for command in (status, compare, check):
        engines = ("polars", "duckdb", "spark")
        command.add_argument("--engine", choices=engines, default="polars", help="what works it out")
    return [make, export, status, compare, check, person]


def _law(law: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    actions = law.add_subparsers(dest="action", required=True, metavar="command", parser_class=Parser)
    lint = actions.add_parser("lint", help="check the law data")
    show = actions.add_parser("show", help="an act, or one of its provisions, on a day")
    show.add_argument("act", help="identifier or number, such as Z1500000405 or 405-V")
    show.add_argument("provision", nargs="?", help="such as art_5__para_2")
    show.add_argument("--on", metavar="DAY", help="by default today")
    diff = actions.add_parser("diff", help="what changed in an act between two days")
    diff.add_argument("act")
    diff.add_argument("before", metavar="DAY")
    diff.add_argument("after", metavar="DAY")
    readings = actions.add_parser("readings", help="open questions of the law and the options followed")
    readings.add_argument("reading", nargs="?", metavar="Q", help="one question in full, such as Q1")
    compare = actions.add_parser("compare", help="who gains and who loses free care between two days, with examples")
    compare.add_argument("--on", dest="days", metavar="DAY", action="append", required=True, help="given twice")
    whose = compare.add_mutually_exclusive_group()
    whose.add_argument("--iin", metavar="N", help="what of it can concern this person of the register")
    whose.add_argument("--demo", action="store_true", help="the same for each invented person of the demonstration")
    return [lint, show, diff, readings, compare]


def _payments(payments: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    actions = payments.add_subparsers(dest="action", required=True, metavar="command", parser_class=Parser)
    check = actions.add_parser("check", help="judge a payment file: MT102 or CSV")
    check.add_argument("file", type=Path)
    check.add_argument("--person-tag", metavar="LETTER", help="demand this letter in /OPV/ of each person")
    return [check]


def _status(status: argparse.ArgumentParser) -> None:
    _facts(status)
    status.add_argument(
        "--payments", metavar="FILE", type=Path, action="append", help="a payment file; may be repeated"
    )
    people = status.add_mutually_exclusive_group()
    people.add_argument("--iin", metavar="N", help="whose payments to look for in the files")
    people.add_argument("--all", action="store_true", help="everyone in the files, as a table")
    status.add_argument("--partial", action="store_true", help="believe the sound rows of a file that is not valid")
    status.add_argument("--on", metavar="DAY", help="the day asked about; by default today")
    _law_options(status)


def _facts(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--facts", metavar="FILE", type=Path, help="the facts document; - reads it from standard input"
    )


def _law_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--known-at", metavar="DAY", help="answer as of this earlier day")
    command.add_argument(
        "--reading", metavar="Q=OPTION", action="append", default=[], help="take another option of an open question"
    )


class Arguments:
    """The words of one command line, read once; the clock is read here and nowhere below."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)
        self.given: argparse.Namespace = argparse.Namespace()
        # Before anything is parsed, the language and form of a refusal must be known.
        self.language: Language = _language(self.words)
        self.as_json = "--json" in self.words

    def parse(self, whole: Parser) -> None:
        self.given = whole.parse_args(self.words)

    @property
    def command(self) -> str:
        return str(self.given.command)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.given, name)

    def day(self, name: str) -> date:
        """A day that was typed, or today."""
        typed = getattr(self.given, name)
        return today() if typed is None else read_day(typed, name)

    def optional_day(self, name: str) -> date | None:
        typed = getattr(self.given, name)
        return None if typed is None else read_day(typed, name)

    def month(self, name: str) -> Month:
        """A month that was typed, or the current one."""
        typed = getattr(self.given, name)
        if typed is None:
            return Month.of(today())
        try:
            return Month.parse(typed)
        except NotAMonth:
            raise refused("month", names=f"--{name}") from None

    def whole_number(self, name: str, *, least: int) -> int:
        typed = str(getattr(self.given, name))
        if not re.fullmatch(r"[0-9]{1,12}", typed, re.ASCII) or int(typed) < least:
            raise refused("number", names=f"--{name}" if name != "person" else "N", least=str(least))
        return int(typed)

    def readings(self) -> dict[str, str]:
        """Other options of open questions, as ``Q1=tail_only``."""
        chosen: dict[str, str] = {}
        for typed in self.given.reading:
            reading, separator, option = typed.partition("=")
            if not separator:
                raise refused("reading", names="--reading")
            chosen[reading] = option
        return chosen


def read_iin(typed: str) -> Iin:
    try:
        return Iin.parse(typed)
    except Refused as refused_number:
        raise refused_number.placed(lambda _: "--iin") from None


def read_day(typed: str, name: str) -> date:
    try:
        return date.fromisoformat(typed) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed, re.ASCII) else _no_day()
    except ValueError:
        raise refused("day", names=name if name in ("before", "after") else f"--{name.replace('_', '-')}") from None


def _no_day() -> date:
    raise ValueError("not a date")


def refused(code: str, **values: str) -> Refused:
    text = _TEXTS[code]
    return Refused(Fault(code, text.fill(**{name: values.get(name, "") for name in text.names()})))


def _language(words: list[str]) -> Language:
    """The language asked for, else that of the terminal, else English."""
    for place, word in enumerate(words):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and place + 1 < len(words):
            value = words[place + 1]
        for language in LANGUAGES:
            if value == language:
                return language
    terminal = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "kk" if terminal.startswith("kk") else "ru" if terminal.startswith("ru") else "en"


def _choices(parser: argparse.ArgumentParser) -> list[str]:
    return [
        name for action in parser._actions for name in (action.choices or ()) if action.dest in ("command", "action")
    ]  # argparse has no public list of subcommands
