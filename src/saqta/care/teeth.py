"""Teeth by the two-digit notation of the World Dental Federation (FDI, ISO 3950)."""

from __future__ import annotations

UPPER_PERMANENT = (*range(18, 10, -1), *range(21, 29))
LOWER_PERMANENT = (*range(48, 40, -1), *range(31, 39))
UPPER_MILK = (*range(55, 50, -1), *range(61, 66))
LOWER_MILK = (*range(85, 80, -1), *range(71, 76))
"""Each row as one looks at the patient: their right side comes first."""

TEETH = frozenset((*UPPER_PERMANENT, *LOWER_PERMANENT, *UPPER_MILK, *LOWER_MILK))
"""Every tooth there is, permanent and milk."""
