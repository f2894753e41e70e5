"""People ask the staff: why somebody looked, and to be taken for somebody of a category. They get a number and an
answer, on both databases."""

from __future__ import annotations

import re
from pathlib import Path

from saqta.access.permissions import Role
from saqta.access.purposes import PURPOSES
from saqta.basis.text import LANGUAGES
from saqta.channels.desk.people import PURPOSES as CALLS
from saqta.channels.desk.people import REASONS
from saqta.channels.web.wording.frame import SITE
from saqta.channels.web.wording.personal import PERSONAL
from saqta.channels.web.wording.requests import REQUESTS
from saqta.coverage.verify import findings
from saqta.journal.actions import record_read
from saqta.journal.models import Read
from saqta.personal.asking import changed_entries
from saqta.personal.documents import DOCUMENTS, IDENTITY
from saqta.personal.models import Answer, Question
from saqta.personal.texts import OUTCOME_TEXTS
from tests.channels.citizens import Citizen
from tests.databases.citizen_samples import MOTHER, OTHER, identifier, serving
from tests.databases.conftest import Register
from tests.databases.desk_samples import Worker, WorkingPages
from tests.databases.ordering import AT, BOOK
from tests.databases.test_answers_over_http import Server

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> =HYPERLINK(1)"


def test_a_look_can_be_asked_about_and_is_answered_by_somebody_else(register: Register) -> None:
    with serving(register) as made:
        desk = WorkingPages(register, AT, made)
        adviser, auditor = desk.worker(Role.ADVISER), desk.worker(Role.AUDITOR)
        record_read(identifier(MOTHER), by=adviser.by, purpose="1406:complaint", at=AT)
        number = ask_why(made, HOSTILE)
        answer(auditor, adviser, number)
        mother = Citizen(made.application)
        mother.sign_in_as(MOTHER)
        mother.open("/ru/me/looks/")
        assert OUTCOME_TEXTS["not-in-order"].ru in mother.text
        mother.open(f"/ru/me/looks/{question_address()}/")
        assert HOSTILE in mother.text
        assert "разобрались" in mother.text
        assert "<script>alert" not in mother.page.text
        assert "<img" not in mother.page.text
        assert list(changed_entries()) == []
        assert list(findings(BOOK, every=1)) == []


def ask_why(made: Server, words: str) -> str:
    mother = Citizen(made.application)
    mother.sign_in_as(MOTHER)
    mother.open("/ru/me/looks/")
    (address,) = set(re.findall(r'href="(/ru/me/looks/\d+/\d+/)"', mother.page.text))
    mother.open(address)
    mother.send(address, words=words)
    number = str(Question.objects.get().recorded_id)
    assert PERSONAL["dispute_sent"].fill(number=number).ru in mother.text
    assert PERSONAL["dispute_next"].ru in mother.text
    mother.open(address)
    assert Question.objects.count() == 1
    return number


def question_address() -> str:
    row = Question.objects.get()
    return f"{row.entry_id}/{row.place}"


def answer(auditor: Worker, adviser: Worker, number: str) -> None:
    assert adviser.open(f"/desk/ru/questions/{number}/").status == 403
    auditor.open("/desk/ru/questions/looks/")
    assert f"/desk/ru/questions/{number}/" in auditor.page.text
    auditor.open(f"/desk/ru/questions/{number}/")
    assert "<script>alert" not in auditor.page.text
    assert auditor.send(f"/desk/ru/questions/{number}/", outcome="not-in-order", words=" ").status == 422
    assert not Answer.objects.exists()
    auditor.open(f"/desk/ru/questions/{number}/")
    auditor.send(f"/desk/ru/questions/{number}/", outcome="not-in-order", words="Мы разобрались.")
    assert Answer.objects.count() == 1
    assert f"/questions/{number}/" not in auditor.page.text


def test_somebody_of_an_exempt_category_ends_with_documents_and_a_number(register: Register) -> None:
    """UX-18: shown uninsured, a category is chosen, documents are listed, a number is given, and the staff answers."""
    with serving(register) as made:
        uninsured = Citizen(made.application)
        uninsured.sign_in_as(OTHER)
        assert 'href="/ru/me/fix/"' in uninsured.page.text
        for language in reversed(LANGUAGES):
            uninsured.open(f"/{language}/me/fix/")
            assert uninsured.send(f"/{language}/me/fix/", category="convicted").status == 422
            assert uninsured.page.text.partition("<title>")[2].startswith(SITE["error"].in_language(language))
            uninsured.open(f"/{language}/me/fix/")
            uninsured.send(f"/{language}/me/fix/", category="disability", words=HOSTILE)
            number = str(Question.objects.get().recorded_id)  # asked again, it is the same request
            assert REQUESTS["request_title"].fill(number=number).in_language(language) in uninsured.text
            for document in (IDENTITY, DOCUMENTS["disability"]):
                assert document.in_language(language) in uninsured.text
            assert "<script>alert" not in uninsured.page.text
        desk = WorkingPages(register, AT, made)
        clerk, auditor = desk.worker(Role.CLERK), desk.worker(Role.AUDITOR)
        assert auditor.open(f"/desk/ru/questions/{number}/").status == 403
        clerk.open("/desk/ru/questions/categories/")
        assert f"/desk/ru/questions/{number}/" in clerk.page.text
        clerk.open(f"/desk/ru/questions/{number}/")
        assert Read.objects.filter(person=identifier(OTHER), by=clerk.by, purpose="answer-question").count() == 1
        assert f"/desk/ru/corrections/of/{identifier(OTHER)}/" in clerk.page.text
        clerk.send(f"/desk/ru/questions/{number}/", outcome="taken", words="Принято на месяц.")
        uninsured.open(f"/ru/me/requests/{number}/")
        assert "Принято на месяц." in uninsured.text
        stranger = Citizen(made.application)
        stranger.sign_in_as(MOTHER)
        assert stranger.open(f"/ru/me/requests/{number}/").status == 404
        stranger.open("/ru/me/fix/")
        assert REQUESTS["fix_insured"].ru in stranger.text


def test_every_category_of_the_law_that_people_prove_themselves_has_its_document() -> None:
    sources_tell = {"child", "convicted", "detained", "crisis_level"}
    assert set(DOCUMENTS) == set(BOOK.categories) - sources_tell


def test_every_purpose_that_is_written_down_has_words() -> None:
    """A look whose purpose nobody can read is a look that nobody explained."""
    source = Path(__file__).parents[2] / "src" / "saqta"
    written = r'PURPOSE(?:, \w+)* = "([^"]+)"|purpose="([a-z0-9:-]+)"|(?:OWN|CHILD)_\w+ = "([^"]+)"'
    found = {
        next(filter(None, groups))
        for path in source.rglob("*.py")
        for groups in re.findall(written, path.read_text())
        if any(writes in path.read_text() for writes in ("record_read", "write_down", "work.look("))
    }
    assert {"public-status", "consent-page", "ordered-certificate", "answer-question", "correction:look"} <= found
    assert found <= set(PURPOSES)
    assert {f"1406:{purpose}" for purpose in CALLS} | {f"1406:number:{reason}" for reason in REASONS} <= set(PURPOSES)
