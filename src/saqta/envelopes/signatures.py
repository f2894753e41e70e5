"""Signing and judging envelopes under WS-Security: with an RSA key in this process, or by a side-car (``side_car``)
where the key is one of GOST, whose library only its authority hands out."""

from __future__ import annotations

import logging
from base64 import b64encode
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureConstructionMethod, SignatureMethod
from signxml.signer import XMLSigner
from signxml.verifier import SignatureConfiguration, XMLVerifier

from saqta.envelopes.locating import Located
from saqta.envelopes.names import BASE64_TOKEN, DS, SOAP, WSSE, WSU, X509_TOKEN
from saqta.envelopes.reading import body_of
from saqta.envelopes.texts import refused
from saqta.envelopes.writing import written

# The library tells a log at its most talkative level what it judges, and that is a message about a person.
logging.getLogger("signxml").setLevel(logging.WARNING)

SHORTEST_KEY = 2048
_METHODS = frozenset({SignatureMethod.RSA_SHA256, SignatureMethod.RSA_SHA512})
_DIGESTS = frozenset({DigestAlgorithm.SHA256, DigestAlgorithm.SHA512})
_PLACE = f"./{{{SOAP}}}Header/{{{WSSE}}}Security/"


class Signatures(Protocol):
    """Whoever signs what we send and judges what others signed."""

    def sign(self, envelope: etree._Element, *, at: datetime) -> bytes:
        """The envelope with a signature over its body in its header; raises ``Refused`` when it cannot be made now."""

    def signed(self, found: Located, *, at: datetime) -> bytes:
        """The body in canonical form, the very bytes that were signed; raises ``Refused`` when the signature is wrong,
        or of a kind that is not accepted here."""


class OwnKey:
    """An RSA key in this process, and signatures of RSA keys of others."""

    def __init__(self, folder: Path) -> None:
        """From ``key.pem`` and ``certificate.pem``; raises ``Refused`` when they are not there."""
        try:
            key = load_pem_private_key((folder / "key.pem").read_bytes(), None)
            self._certificate = x509.load_pem_x509_certificate((folder / "certificate.pem").read_bytes())
        except (OSError, ValueError):
            raise refused("no-gateway-key", str(folder)) from None
        if not isinstance(key, rsa.RSAPrivateKey):
            raise refused("no-gateway-key", str(folder))
        self._key = key

    def sign(self, envelope: etree._Element, *, at: datetime) -> bytes:
        del at  # the date of a message is a part of what is signed
        mark = body_of(envelope).get(f"{{{WSU}}}Id")
        signer = XMLSigner(
            method=SignatureConstructionMethod.detached,
            signature_algorithm=SignatureMethod.RSA_SHA256,
            digest_algorithm=DigestAlgorithm.SHA256,
            c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
        )
        signature = signer.sign(
            envelope,
            key=self._key,
            cert=[self._certificate],
            reference_uri=f"#{mark}",
            key_info=_token(self._certificate),
        )
        header = envelope.find(f"{{{SOAP}}}Header")
        security = etree.SubElement(header, f"{{{WSSE}}}Security", {f"{{{SOAP}}}mustUnderstand": "1"}, {"wsse": WSSE})
        security.append(signature)
        return written(envelope)

    def signed(self, found: Located, *, at: datetime) -> bytes:
        certificate = _certificate(found, at)
        if found.method not in {each.value for each in _METHODS}:
            raise refused("signature-algorithm")
        if found.digest not in {each.value for each in _DIGESTS}:
            raise refused("signature-algorithm")
        expected = SignatureConfiguration(
            location=_PLACE,
            expect_references=1,
            signature_methods=_METHODS,
            digest_algorithms=_DIGESTS,
            verification_time=at,
        )
        try:
            result = XMLVerifier().verify(found.root, x509_cert=certificate, expect_config=expected)
        except Exception:  # noqa: BLE001  # whatever hostile bytes make the library raise, they are not a signature
            raise refused("signature-wrong") from None
        signed: bytes = result.signed_data  # type: ignore[union-attr]  # one reference is expected, and one is given
        return signed


def _certificate(found: Located, at: datetime) -> x509.Certificate:
    """The certificate that came along, of a key that is long enough and on a day on which it counts."""
    try:
        certificate = x509.load_der_x509_certificate(found.certificate)
        key = certificate.public_key()
    except Exception:  # noqa: BLE001  # a certificate of GOST is none to this library, and says so in several ways
        raise refused("signature-algorithm") from None
    if not isinstance(key, rsa.RSAPublicKey) or key.key_size < SHORTEST_KEY:
        raise refused("signature-algorithm")
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise refused("certificate-not-current")
    return certificate


def _token(certificate: x509.Certificate) -> etree._Element:
    """The certificate as WS-Security wants it: in a reference to a security token."""
    key = etree.Element(f"{{{DS}}}KeyInfo", nsmap={"ds": DS})
    reference = etree.SubElement(key, f"{{{WSSE}}}SecurityTokenReference", nsmap={"wsse": WSSE})
    identifier = etree.SubElement(
        reference, f"{{{WSSE}}}KeyIdentifier", {"EncodingType": BASE64_TOKEN, "ValueType": X509_TOKEN}
    )
    identifier.text = b64encode(certificate.public_bytes(Encoding.DER)).decode("ascii")
    return key
