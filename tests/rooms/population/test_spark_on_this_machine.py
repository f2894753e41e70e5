"""How Spark is started where nobody has started it: with a Java at hand or its own, and alone."""

from __future__ import annotations

import shlex
from pathlib import Path

from saqta.population.local_spark import environment_for_spark

WITH_JAVA = {"JAVA_HOME": "/opt/java", "PATH": "/nowhere"}


def test_a_java_that_is_given_or_found_is_used_and_else_the_one_that_comes_as_a_package(tmp_path: Path) -> None:
    assert "JAVA_HOME" not in environment_for_spark(WITH_JAVA)
    java = tmp_path / "java"
    java.touch(mode=0o755)
    assert "JAVA_HOME" not in environment_for_spark({"PATH": str(tmp_path)})
    found = Path(environment_for_spark({"PATH": "/nowhere"})["JAVA_HOME"])
    assert (found / "bin" / "java").exists()


def test_it_talks_to_nobody_but_itself_and_says_nothing_but_what_stops_it() -> None:
    added = environment_for_spark(WITH_JAVA)
    words = shlex.split(added["PYSPARK_SUBMIT_ARGS"])
    assert words[:2] == ["--master", "local[2]"]
    assert {"spark.ui.enabled=false", "spark.driver.host=127.0.0.1", "spark.driver.bindAddress=127.0.0.1"} <= set(words)
    (settings,) = (word.partition("file://")[2] for word in words if "log4j2.configurationFile" in word)
    assert "rootLogger.level = error" in Path(settings).read_text()
    assert added["SPARK_LOCAL_IP"] == "127.0.0.1"


def test_another_master_or_a_spark_that_runs_already_is_left_as_it_is() -> None:
    named = {**WITH_JAVA, "PYSPARK_SUBMIT_ARGS": "--master spark://cluster:7077 pyspark-shell"}
    assert environment_for_spark(named) == {}
    assert environment_for_spark({"PYSPARK_GATEWAY_PORT": "4711", "PATH": "/nowhere"}) == {}
