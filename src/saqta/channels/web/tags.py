"""What templates can say: sentences in the language of the page, sums, days and icons. Known to every template.

``{% say "key" count=n %}`` a sentence of the page's wording; a key or value that is missing raises, so that no sentence
is lost in silence. ``{{ text|said:language }}`` a ``Text``, ``{{ sum|tenge:language }}`` money or the contract's
``"4250.00"``, ``{{ table|of:key }}`` an entry of a table, ``{% day value %}`` a day that programs can read too,
``{% icon "yes" %}`` a picture that needs no words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import Language, Text
from saqta.channels.web.icons import ICONS

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: template.Context, key: str, **values: Text | str | int | date) -> SafeString:
    text: Text = context["wording"][key]
    if values:
        text = text.fill(**{name: _said(value) for name, value in values.items()})
    return conditional_escape(text.in_language(context["language"]))


@register.simple_tag(takes_context=True)
def day(context: template.Context, value: date | str) -> SafeString:
    found = value if isinstance(value, date) else date.fromisoformat(value)
    said = day_text(found).in_language(context["language"])
    return format_html('<time datetime="{}">{}</time>', found.isoformat(), said)


@register.simple_tag(takes_context=True)
def month(context: template.Context, value: Month | str) -> SafeString:
    found = value if isinstance(value, Month) else Month.parse(value)
    return format_html('<time datetime="{}">{}</time>', str(found), found.text().in_language(context["language"]))


@register.simple_tag
def icon(name: str) -> SafeString:
    return mark_safe(f'<svg class="i" aria-hidden="true" viewBox="0 0 24 24">{ICONS[name]}</svg>')  # noqa: S308  # our own


@register.filter
def said(text: Text, language: Language) -> str:
    return text.in_language(language)


@register.filter
def of(table: Mapping[object, object], key: object) -> object | None:
    """What a table says of something, None where it says nothing."""
    return table.get(key)


@register.filter
def tenge(amount: Money | str, language: Language) -> str:
    found = amount if isinstance(amount, Money) else Money.tenge(amount)
    return found.text().in_language(language)


def _said(value: Text | str | int | date) -> Text | str:
    if isinstance(value, date):
        return day_text(value)
    return str(value) if isinstance(value, int) else value
