"""Time-stamps of what went through the state gateway: an authority of time says that an answer was there.

Our own journal says when something was answered, and whoever doubts our clock doubts the journal. The token of an
authority (RFC 3161) is somebody else's word, and anybody checks it without us. It is asked for by the workers, after
the answer has left: no answer ever waits for it, and an exchange without one says so.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from asn1crypto.cms import ContentInfo
from cryptography.exceptions import InvalidTag
from django.db import DatabaseError, transaction
from django.db.models import F
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_sig_integrity

from saqta.access.records import process
from saqta.basis.refusal import Refused
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import content_digest
from saqta.orders.exchanges import opened, sealed
from saqta.orders.leases import nobody_takes
from saqta.orders.models import Exchange, TimeStamp, Unstamped
from saqta.orders.queries import NOTHING_OF_PEOPLE, told_of_time_stamp
from saqta.orders.signing import Signing
from saqta.orders.terms import LEASE, pause_after

BY = process("time-stamps")
_accidents = logging.getLogger("saqta.accidents")


class NotATimeStamp(RuntimeError):
    """What the authority of time gave is no token about the content it was asked about."""


class _Taken(NamedTuple):
    exchange: UUID
    tries: int
    lease: UUID


@dataclass(frozen=True, slots=True)
class Stamping:
    """Asks the authority of time about exchanges that it has not seen. ``signing`` is asked for the keys each time, so
    that keys which are missing are a fault of the moment."""

    signing: Callable[[], Signing]

    def stamp_due(self, at: datetime, at_most: int = 1) -> int:
        """Asks about what is due at that moment; gives how many tries there were. What fails is tried again later,
        ever more seldom and without an end."""
        taken = _take(at, at_most)
        for each in taken:
            try:
                self._stamp(each, at)
            except (OSError, Refused):
                _put_off(each, at)
            except DatabaseError:
                raise  # nothing can be put off either; it comes back when its lease is over
            except Exception as error:  # noqa: BLE001  # whatever an authority answers must not stop the others
                _accidents.error("%s while asking for the time of exchange %s", type(error).__name__, each.exchange)
                _put_off(each, at)
        return len(taken)

    def _stamp(self, taken: _Taken, at: datetime) -> None:
        """The authority is asked outside any transaction, because that takes longer than others may wait."""
        answered = opened(taken.exchange, "answered", Exchange.objects.get(id=taken.exchange).answered)
        token = self.signing().time_stamp(answered, at=at)
        moment = seen_at(token, answered)
        if moment is None:
            raise NotATimeStamp
        with transaction.atomic():
            entry = take_turn()
            deleted, _ = Unstamped.objects.filter(exchange_id=taken.exchange, lease=taken.lease).delete()
            if not deleted:
                return  # it took too long, and somebody else has asked
            content = sealed(taken.exchange, "time-stamp", token)
            row = TimeStamp(exchange_id=taken.exchange, token=content, at=moment, recorded_id=entry)
            row.save(force_insert=True)
            told = content_digest(*told_of_time_stamp(row))
            record_entry("time-stamp-exchange", by=BY, at=at, content=told, people=NOTHING_OF_PEOPLE)


def seen_at(token: bytes, content: bytes) -> datetime | None:
    """When an authority of time had seen the content, as its token says; None for what is no token about it, or has a
    signature that does not hold. Whether that authority is to be believed is for whoever is shown the token."""
    try:
        signed = ContentInfo.load(token, strict=True)["content"]
        said = signed["encap_content_info"]["content"]
        imprint = said.parsed["message_imprint"]
        signer, certificate = extract_signer_info(signed), extract_certs_for_validation(signed).signer_cert
        hashed = hashlib.new(signer["digest_algorithm"]["algorithm"].native, bytes(said)).digest()
        holds = all(validate_sig_integrity(signer, certificate, "tst_info", hashed))
        about = hashlib.new(imprint["hash_algorithm"]["algorithm"].native, content).digest()
        moment: datetime = said.parsed["gen_time"].native
    except Exception:  # noqa: BLE001  # whatever broken bytes make the library raise, they are not a time-stamp
        return None
    return moment if holds and about == imprint["hashed_message"].native else None


def wrong_time_stamps() -> Iterator[int]:
    """Entries of the journal under which a time-stamp stands that is not about the answer it is kept with."""
    for row in TimeStamp.objects.select_related("exchange").order_by("recorded_id").iterator(chunk_size=100):
        try:
            token = opened(row.exchange_id, "time-stamp", row.token)
            holds = seen_at(token, opened(row.exchange_id, "answered", row.exchange.answered)) == row.at
        except InvalidTag:
            holds = False
        if not holds:
            yield row.recorded_id


def _take(at: datetime, at_most: int) -> list[_Taken]:
    """Exchanges that are due, each for one worker until the lease is over."""
    lease = uuid4()
    with transaction.atomic():
        rows = nobody_takes(Unstamped.objects.filter(due__lte=at).order_by("due"))
        held = [_Taken(row.exchange_id, row.tries, lease) for row in rows[:at_most]]
        Unstamped.objects.filter(exchange_id__in=[each.exchange for each in held]).update(due=at + LEASE, lease=lease)
    return held


def _put_off(taken: _Taken, at: datetime) -> None:
    Unstamped.objects.filter(exchange_id=taken.exchange, lease=taken.lease).update(
        due=at + pause_after(taken.tries), lease=None, tries=F("tries") + 1
    )
