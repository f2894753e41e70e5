"""What all tests share: how long properties are searched, everyday and in the deep run."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Everyday runs repeat the same examples, so that a red build is red for its change; the deep run looks for new ones.
settings.register_profile(
    "everyday", max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.register_profile(
    "deep", max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
settings.load_profile("deep" if os.environ.get("SAQTA_DEEP") else "everyday")
