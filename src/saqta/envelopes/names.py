"""Names that messages of the gateway are written in: namespaces, algorithms, and the codes by which it tells how it
went, as far as public code of systems behind it shows them."""

from __future__ import annotations

from enum import Enum

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-"
WSSE = f"{_WSS}wssecurity-secext-1.0.xsd"
WSU = f"{_WSS}wssecurity-utility-1.0.xsd"
X509_TOKEN = f"{_WSS}x509-token-profile-1.0#X509v3"
BASE64_TOKEN = f"{_WSS}soap-message-security-1.0#Base64Binary"
DS = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

SYNC = "http://bip.bee.kz/SyncChannel/v10/Types"
ASYNC = "http://bip.bee.kz/AsyncChannel/v10/Types"
ASYNC_CLIENT = f"{ASYNC}/Client"
"""In which the gateway hands messages on to systems, where ``ASYNC`` is how systems hand theirs to it."""


class Channel(Enum):
    """The two ways into and out of the gateway: an answer at once, or a message now and its answer later."""

    SYNC = SYNC
    ASYNC = ASYNC


class Code(Enum):
    """How it went, in the words of the gateway. What begins with ``SCS`` is an answer; ``SCSE003`` says to ask again;
    those of three letters are about the message itself and were never looked at by the service."""

    PROCESSED = "SCSS001"
    NOT_PROCESSED = "SCSE002"
    AGAIN = "SCSE003"
    NOT_A_MESSAGE = "SCE001"
    NO_SUCH_SERVICE = "SCE004"
    SIGNATURE_NOT_CURRENT = "SCE005"
    SIGNATURE_WRONG = "SCE006"
    NOT_SIGNED = "SCE007"


def local(tag: object) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
