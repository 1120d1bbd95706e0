"""Use cases: each authorises first, then reads like its story. No aiogram, no wording (message keys only)."""
