"""The store of digests: who reads them, and what waits for them at work and for themselves."""

from __future__ import annotations

from storage.digest_own import DigestOwn
from storage.digest_work import DigestWork


class Digests(DigestWork, DigestOwn):
    """Reads only; nothing of a digest is kept but the key of its message."""
