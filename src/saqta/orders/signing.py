"""Signing certificates so that any reader of PDF can check them without us: PAdES with a time-stamp (B-T); and
time-stamps alone (RFC 3161), for what was signed otherwise.

The keys lie in a folder that only the workers read: ``key.pem`` and ``certificates.pem`` (the signer's first, then
those above it). The time comes from an authority over HTTP, whose address is configured, or from one whose key lies in
the same folder (``time-key.pem``, ``time-certificate.pem``), as in a demonstration.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import pem as asn1_pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper, HTTPTimeStamper, TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from saqta.orders.texts import refused

FIELD = "Saqta"
PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
_GAP = re.compile(rb"/ByteRange\s*\[\s*0 (\d+) (\d+) ")
_THROW_AWAY_LIFE = timedelta(days=3650)


class Signing:
    """Signs documents with one key."""

    def __init__(self, folder: Path, time_authority: str | None = None) -> None:
        """Raises ``Refused`` when there is no key in the folder."""
        try:
            key = _key(folder / "key.pem")
            own, *above = _certificates(folder / "certificates.pem")
            store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # its constructor is not annotated
            store.register_multiple(above)
            self._time: TimeStamper = (
                _own_time(folder, store) if time_authority is None else HTTPTimeStamper(time_authority, timeout=10)
            )
        except FileNotFoundError:
            raise refused("no-signing-key") from None
        # How large a signature will be is found out by making one that is thrown away; that is done once for each key.
        self._reserved: int | None = None
        self._signer = signers.SimpleSigner(signing_cert=own, signing_key=key, cert_registry=store)

    def sign(self, document: bytes, *, at: datetime) -> bytes:
        """The document with a signature in it. Raises when the authority of time does not answer: the document is then
        signed later, never without its time."""
        said = signers.PdfSignatureMetadata(
            field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name="Saqta"
        )
        self._set_clock(at)
        signed = io.BytesIO()
        signers.PdfSigner(said, self._signer, timestamper=self._time).sign_pdf(
            IncrementalPdfFileWriter(io.BytesIO(document)), bytes_reserved=self._reserved, output=signed
        )
        self._reserved = self._reserved or _reserved(signed.getvalue())
        return signed.getvalue()

    def time_stamp(self, content: bytes, *, at: datetime) -> bytes:
        """The word of the authority of time, as a token of RFC 3161, that the content was there. Raises when it does
        not answer. What it says is not judged here (``time_stamps.seen_at``)."""
        self._set_clock(at)
        digest = hashlib.sha256(content).digest()
        token: bytes = asyncio.run(self._time.async_timestamp(digest, "sha256")).dump()
        return token

    def _set_clock(self, at: datetime) -> None:
        if isinstance(self._time, DummyTimeStamper):
            self._time.fixed_dt = at


def _reserved(signed: bytes) -> int:
    """How many hexadecimal digits were left free for the signature in a signed document."""
    found = _GAP.search(signed)
    return 0 if found is None else int(found[2]) - int(found[1]) - len("<>")


def _own_time(folder: Path, store: SimpleCertificateStore) -> DummyTimeStamper:
    """An authority of time that is nobody else: good for a demonstration, worth nothing as evidence."""
    certificate = _certificates(folder / "time-certificate.pem")[0]
    return DummyTimeStamper(certificate, _key(folder / "time-key.pem"), store)


def make_throw_away_authority(folder: Path, *, at: datetime) -> None:
    """An authority for a demonstration and for tests, with a signer and a giver of time under it. Nobody trusts it,
    and its own certificates say what it is. An authority that is there already stays."""
    if (folder / "key.pem").exists():
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Saqta demonstration authority", root_key, None, root_key, at, None)
    for name, purpose, key_file in (
        ("Saqta demonstration signer", None, "key.pem"),
        ("Saqta demonstration time", ExtendedKeyUsageOID.TIME_STAMPING, "time-key.pem"),
    ):
        # The giver of time that comes with the library signs by RSA alone, and judges its key anew for each stamp.
        key = rsa.generate_private_key(65537, 2048) if purpose else ec.generate_private_key(ec.SECP256R1())
        certificate = _certificate(name, key, root, root_key, at, purpose)
        certificates = "time-certificate.pem" if purpose else "certificates.pem"
        _write(folder / certificates, _pem(certificate) + _pem(root))
        _write(folder / key_file, _private(key))
    _write(folder / "authority.pem", _pem(root))


def _certificate(
    name: str,
    key: PrivateKey,
    issuer: x509.Certificate | None,
    issuer_key: ec.EllipticCurvePrivateKey,
    at: datetime,
    purpose: x509.ObjectIdentifier | None,
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.COUNTRY_NAME, "KZ")])
    is_root = issuer is None
    building = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if issuer is None else issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at.astimezone(UTC) - timedelta(days=1))
        .not_valid_after(at.astimezone(UTC) + _THROW_AWAY_LIFE)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not is_root,
                content_commitment=not is_root,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=is_root,
                crl_sign=is_root,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if purpose is not None:
        building = building.add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
    return building.sign(issuer_key, hashes.SHA256())


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _private(key: PrivateKey) -> bytes:
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return key.private_bytes(encoding, form, serialization.NoEncryption())


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)


def _key(path: Path) -> asn1_keys.PrivateKeyInfo:
    read = serialization.load_pem_private_key(path.read_bytes(), None)
    encoding, form = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8
    return asn1_keys.PrivateKeyInfo.load(read.private_bytes(encoding, form, serialization.NoEncryption()))


def _certificates(path: Path) -> list[asn1_x509.Certificate]:
    return [asn1_x509.Certificate.load(content) for _, _, content in asn1_pem.unarmor(path.read_bytes(), multiple=True)]
