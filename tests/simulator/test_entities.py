"""HTML becomes text with entities, in UTF-16 units."""

from __future__ import annotations

import pytest

from simulator.entities import formatted, utf16_length


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt;b&gt; &amp;amp; &#1103;&quot; &nbsp;", 'a <b> &amp; я" &nbsp;', []),
        ("😀<i>я</i>", "😀я", [{"type": "italic", "offset": 2, "length": 1}]),
        ("<b><i>x</i></b>", "x", [{"type": t, "offset": 0, "length": 1} for t in ("bold", "italic")]),
        ("<B>x</B>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
        (
            '<a href="https://x.org/?a=1&amp;b=2">y</a>',
            "y",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "https://x.org/?a=1&b=2"}],
        ),
        (
            "<blockquote expandable>q</blockquote>",
            "q",
            [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
        ),
        ('<span class="tg-spoiler">s</span>', "s", [{"type": "spoiler", "offset": 0, "length": 1}]),
        (
            '<pre><code class="language-python">p</code></pre>',
            "p",
            [{"type": "pre", "offset": 0, "length": 1, "language": "python"}],
        ),
        (
            '<tg-emoji emoji-id="5">👍</tg-emoji>',
            "👍",
            [{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5"}],
        ),
        (
            '<tg-time unix="7" format="t">в 7</tg-time>',
            "в 7",
            [{"type": "date_time", "offset": 0, "length": 3, "unix_time": 7, "date_time_format": "t"}],
        ),
        ("  <b> x </b> ", "x", [{"type": "bold", "offset": 0, "length": 1}]),
        ("<b></b>x", "x", []),
        (
            "/log и https://t.me/bot?start=1.",
            "/log и https://t.me/bot?start=1.",
            [{"type": "bot_command", "offset": 0, "length": 4}, {"type": "url", "offset": 7, "length": 24}],
        ),
        ("<code>/log</code>", "/log", [{"type": "code", "offset": 0, "length": 4}]),
        ("и/или, 5/10", "и/или, 5/10", []),
    ],
)
def test_html(source: str, text: str, entities: list[dict[str, object]]) -> None:
    assert formatted(source, "HTML") == (text, entities)


def test_plain_text_is_left_alone() -> None:
    assert formatted("<b>x</b>", None) == ("<b>x</b>", [])


def test_length_counts_pairs_twice() -> None:
    assert utf16_length("я😀a") == 4
