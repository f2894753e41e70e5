"""A browser of a citizen, in this process: it signs in through the provider of the demonstration."""

from __future__ import annotations

import re

from saqta.coverage.demo import PEOPLE
from tests.channels.browsing import Browser
from tests.channels.over_http import Reply

FIELD = re.compile(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)">')


class Citizen(Browser):
    """Somebody at a browser of their own."""

    def choose(self, number: str, *, follow: bool = True) -> Reply:
        """Says on the provider's page which of the invented people this is."""
        place = [person.number for person in PEOPLE].index(number) + 1
        fields = dict(FIELD.findall(self.page.text))
        return self.send("/demo-identity/authorize/", person=str(place), follow=follow, **fields)

    def go_to_the_provider(self, language: str = "ru", to: str = "") -> Reply:
        return self.open(f"/{language}/me/sign-in/go/{'?to=' + to if to else ''}")

    def sign_in_as(self, number: str, language: str = "ru", to: str = "") -> Reply:
        self.go_to_the_provider(language, to)
        self.choose(number)
        assert self.page.status == 200, self.text
        return self.page
