"""People say whether an answer helped; editors read it, and nobody learns who said it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.db.utils import Error as DatabaseError

from saqta.access.permissions import Role
from saqta.basis.text import LANGUAGES
from saqta.channels.web.wording.frame import SITE
from saqta.journal.models import Entry
from saqta.notices.models import Opinion
from saqta.notices.queries import changed_entries
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.desk_samples import WorkingPages
from tests.databases.tampering import tamper
from tests.databases.test_answers_over_http import AT

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def working(register: Register) -> Iterator[WorkingPages]:
    yield (made := WorkingPages(register, AT))
    made.close()


def tell(working: WorkingPages, language: str = "ru", address: str = "192.0.2.9", **fields: str) -> Reply:
    said = {"about": "free/dental.braces", "verdict": "no", "opinion": "wrong-law"} | fields
    return asked(
        working.served.application,
        "POST",
        f"/{language}/opinion/",
        body=urlencode(said).encode(),
        media=FORM,
        address=address,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_say_of_an_answer_waits_for_an_editor_until_it_is_dealt_with(
    working: WorkingPages, language: str
) -> None:
    """UX-50"""
    editor = working.worker(Role.EDITOR)
    for opinion in ("wrong-law", "wrong-law", "helped"):
        assert tell(working, language, opinion=opinion).status == 303
    tell(working, about="status", opinion="not-helped")
    page = editor.open("/desk/en/opinions/").text
    assert [page.index("Braces"), page.index("My status")] == sorted([page.index("Braces"), page.index("My status")])
    assert '<td data-name="Wrong in law">2</td><td data-name="Did not help">0</td><td data-name="Helped">1</td>' in page
    last = str(Opinion.objects.filter(place="free/dental.braces").latest("id").pk)
    tell(working, opinion="not-helped")  # while the editor was reading
    editor.send("/desk/en/opinions/", place="free/dental.braces", last=last)
    assert '<td data-name="Did not help">1</td><td data-name="Helped">0</td>' in editor.page.text
    assert editor.send("/desk/en/opinions/", place="free/dental.braces", last=last).status == 422
    assert "no longer waiting" in editor.text
    assert Entry.objects.filter(verb="settle-opinions").get().by == editor.by


def test_nothing_about_who_said_it_is_kept(working: WorkingPages) -> None:
    """UX-50, P-03"""
    tell(working, address="198.51.100.77")
    assert {field.name for field in Opinion._meta.fields} == {
        *("id", "place", "verdict", "opinion", "language", "told_on", "recorded")
    }
    assert Entry.objects.get(verb="tell-opinion").by == "public:web"


@pytest.mark.parametrize(
    "wrong", [{"about": "free/nothing"}, {"about": "dental.braces"}, {"opinion": "<b>"}, {"verdict": "maybe"}]
)
def test_an_opinion_that_no_answer_offers_is_not_kept(working: WorkingPages, wrong: dict[str, str]) -> None:
    answer = tell(working, **wrong)
    assert answer.status == 422
    assert "нажмите кнопку под ним" in answer.text
    assert not Opinion.objects.exists()


def test_whoever_says_it_over_and_over_is_stopped_and_others_are_not(working: WorkingPages) -> None:
    said = [tell(working).status for _ in range(12)]
    assert said == [303] * 10 + [429] * 2
    assert tell(working, address="203.0.113.5").status == 303
    working.served.at += timedelta(minutes=3)
    assert tell(working).status == 303


def test_only_editors_read_what_was_said(working: WorkingPages) -> None:
    assert working.worker(Role.AUDITOR).open("/desk/en/opinions/").status == 403
    assert "No opinions are waiting" in working.worker(Role.EDITOR).open("/desk/en/opinions/").text


def test_an_opinion_that_was_changed_is_refused_by_the_database_and_found_by_the_journal(working: WorkingPages) -> None:
    tell(working)
    assert list(changed_entries()) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        Opinion.objects.update(opinion="helped")
    tamper("UPDATE notices_opinion SET opinion = 'helped'")
    assert len(list(changed_entries())) == 1


def test_a_register_that_does_not_answer_keeps_nothing_and_says_so(
    working: WorkingPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr("saqta.channels.web.opinions.tell_opinion", silent)
    answer = tell(working, "en")
    assert answer.status == 503
    assert SITE["unavailable"].en in answer.text
