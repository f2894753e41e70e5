"""A case as one row of a table: who, when, what is expected."""

from __future__ import annotations

from tests.law_cases.shape import LawCase

_HEADINGS = ["| case | facts | asked about | answer |", "|---|---|---|---|"]


def case_rows(cases: list[LawCase]) -> list[str]:
    return [*_HEADINGS, *(f"| {case.case} | {_facts(case)} | {_asked(case)} | {_answer(case)} |" for case in cases)]


def _facts(case: LawCase) -> str:
    if case.kind == "parameter":
        return f"`{case.parameter}`"
    if case.kind == "file":
        lines = (case.file or "").splitlines()
        return f"a file of {len(lines)} lines"
    who = case.person
    if case.control is not None:
        return "; ".join(f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in case.control.items()) or "–"
    if case.step is not None:
        named = [case.step.do.replace("_", " "), f"in the state {(case.step.state or 'none').replace('_', ' ')}"]
        named += ["extended before"] if case.step.once_extended else []
        return "; ".join([*named, *([f"ground: {case.step.ground}"] if case.step.ground else [])])
    if case.term is not None:
        days = [f"{name} {day}" for name, day in (("ends", case.term.ends), ("resumed", case.term.resumed)) if day]
        return "; ".join([f"{case.term.of} from {case.term.start}", case.term.size, *days])
    if case.session is not None:
        stated = [f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in case.session.items()]
        return "; ".join([f"born {who.born}", *stated])
    parts = [f"born {who.born}"] if who.born != "unknown" else ["date of birth unknown"]
    if who.citizenship != "KZ":
        parts.append(f"citizenship {who.citizenship}")
    if who.residence != "unknown":
        parts.append(f"residence {who.residence}")
    if who.died_on:
        parts.append(f"died {who.died_on}")
    parts += _held(case) + _paid(case)
    if case.register_until:
        parts.append(f"lists complete until {case.register_until}")
    parts += [f"nothing owed {span['from']} – {span['until']}" for span in case.months_not_owed]
    if case.kind == "entitlement":
        parts += _care(case)
    if case.kind == "contributions":
        parts += ["income unknown"] if isinstance(case.income, str) else [_income(income) for income in case.income]
        parts += (
            ["unified payment"]
            if case.unified is True
            else ["unified payment unknown"]
            if case.unified == "unknown"
            else []
        )
    return "; ".join(parts)


def _care(case: LawCase) -> list[str]:
    """What is said of the need, beside the person."""
    stated = {"insured": case.insured, "pregnant": case.pregnant}
    parts = [name if value else f"not {name}" for name, value in stated.items() if value is not None]
    parts += [f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in case.need.items()]
    return parts + ([] if case.clinic == "contract" else [f"clinic: {case.clinic}"])


def _held(case: LawCase) -> list[str]:
    if isinstance(case.held, str):
        return ["categories unknown"]
    found = []
    for membership in case.held:
        until = f" until {membership['until']}" if membership.get("until") else ""
        more = [
            f"{name} {_plain(value)}" for name, value in membership.items() if name not in ("code", "from", "until")
        ]
        found.append(" ".join([f"`{membership['code']}` from {membership['from']}{until}", *more]))
    return found


def _paid(case: LawCase) -> list[str]:
    if isinstance(case.paid, str):
        return ["payments unknown"]
    found = []
    for kind, months in case.paid.items():
        day = f" on {case.paid_on[kind]}" if kind in case.paid_on else ""
        found.append(f"paid as {kind}{day}: {months}")
    found += [f"{payment['as']} {payment['month']}" for payment in case.payments]
    return found


def _income(income: dict[str, object]) -> str:
    more = [f"{name} {_plain(value)}" for name, value in income.items() if name not in ("as", "amount")]
    return " ".join([str(income["as"]), str(income.get("amount", "")), *more]).strip()


def _asked(case: LawCase) -> str:
    asked = [str(case.on or case.month or "")]
    asked += [f"`{case.service}`"] if case.service else []
    if case.known_at:
        asked.append(f"as known on {case.known_at}")
    asked += [f"{reading} read as {option}" for reading, option in case.follow.items()]
    return "; ".join(asked)


def _answer(case: LawCase) -> str:
    expect = case.expect
    if case.kind == "parameter":
        return f"{_plain(expect.value)} ({expect.confidence})" if expect.confidence else _plain(expect.value)
    if case.kind == "file":
        return "in order" if expect.valid else f"faults: {', '.join(expect.faults or ())}"
    if expect.refused:
        return f"refused: {', '.join(expect.refused)}"
    if case.kind == "term":
        return f"{expect.day}" + ("" if expect.verified else " (not verified)")
    parts = [f"**{expect.verdict}**"]
    parts += [*expect.measures, *([f"leads to {expect.to.replace('_', ' ')}"] if expect.to else [])]
    parts += [f"stands: {expect.stands}"] if expect.stands else []
    parts += [f"may be annulled: {expect.may_be_annulled}"] if expect.may_be_annulled else []
    parts += [*expect.requirements, *(f"warned: {code}" for code in expect.warnings)]
    parts += [f"package: {expect.package}"] if expect.package else []
    parts += [expect.form] if expect.form else []
    parts += [expect.ground] if expect.ground else []
    parts += [f"owed {', '.join(expect.owed)}"] if expect.owed else []
    parts += [expect.amount] if expect.amount else []
    parts += (
        [f"until {expect.until}"]
        if isinstance(expect.until, object) and expect.until and str(expect.until) != "UNSET"
        else []
    )
    parts += [f"missing {', '.join(expect.missing)}"] if expect.missing else []
    parts += list(expect.lines or ())
    parts += [f"total {expect.total}"] if expect.total else []
    return "; ".join(parts)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(f"{name} {inner}" for name, inner in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
