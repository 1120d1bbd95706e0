"""What people and programs may type: any Unicode there is, and what breaks programs that never met it."""

from __future__ import annotations

from random import Random

ODD = (
    "",
    " ",
    "\n\n\t",
    "\x00",
    "до\x00после",
    "\ud800",
    "а\udfffя",
    "\ud83d\ude00",
    "\u202eтевирП\u202c",
    "שלום عليكم",
    "\u200b\u200d\ufeff\u2060",
    "👩‍👩‍👧‍👦🏳️‍🌈🇷🇺👍🏿",
    "Z̡͎͖̺a̴̢͎̟l̶̨g͎o̷" * 20,
    "x" * 4096,
    "я" * 5000,
    "🙂" * 4096,
    "<b>",
    "</b><a href='x'>",
    "&lt;&amp;&",
    "{0} {name} %s %(x)s ${y} { $z }",
    "'; DROP TABLE people; --",
    "=HYPERLINK(1)",
    "٣",
    "²",
    "½",
    "Ⅷ",
    "１２",
    "9" * 5000,
    "-1",
    "1e309",
    "NaN",
    "inf",
    "1_0",
    "+7 (900) 000-00-00",
    "31.02.2026",
    "00.00.0000",
    "01.01.0001",
    "31.12.9999",
    "2026-13-45",
    "25:61",
    "15:30",
    "завтра",
    "5",
    "да",
    "https://[::1",
    "javascript:alert(1)",
    "/start",
    "/start \x00",
    "/start " + "a" * 600,
    "/start=x@y",
    "/menu@",
    "/summary year year",
    "/summary\u00a0month",
    "/",
    "//",
    "/ёж",
    "/" + "x" * 300,
)
_PLANES = ((0x20, 0x7E), (0x400, 0x4FF), (0x590, 0x6FF), (0x2000, 0x206F), (0xD800, 0xDFFF), (0x1F300, 0x1FAFF))


def a_text(chance: Random) -> str:
    """Something odd, or a mixture of characters from anywhere."""
    if chance.random() < 0.7:
        return chance.choice(ODD)
    characters = (chr(chance.randint(*chance.choice((*_PLANES, (0, 0x10FFFF))))) for _ in range(chance.randint(1, 40)))
    return "".join(characters)
