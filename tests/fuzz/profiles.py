"""How long hypothesis goes on: the same few in `make test`, many new ones in `make long`."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

_CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large]
_PHASES = (Phase.explicit, Phase.generate)
"""A seed says nothing that a smaller one would say better."""
SHORT = settings(
    max_examples=6, derandomize=True, deadline=None, database=None, phases=_PHASES, suppress_health_check=_CHECKS
)
QUICK = settings(SHORT, max_examples=60)
LONG = settings(SHORT, max_examples=150, derandomize=False)
CHANCES = st.randoms(use_true_random=True)
"""A source of chance; a failure names the seed of its own."""
