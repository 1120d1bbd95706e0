"""What a person hears when their update is not done: after a fault, or when they send more than a hand can."""

from __future__ import annotations

from messaging.arrivals import Arrival
from messaging.flood import Verdict
from messaging.replies import Replies, Say, Show, Toast

APOLOGY = "fault-apology"
CALM = "flood-calm"


def apology(arrival: Arrival) -> tuple[Show, ...]:
    """To somebody who said or pressed something, not for what happens to them."""
    asked = isinstance(arrival.raw, dict) and bool({"message", "callback_query"} & arrival.raw.keys())
    if arrival.chat is None or not asked:
        return ()
    return (Show(arrival.chat, "fault", Say(APOLOGY), fresh=True),)


def calm(arrival: Arrival, seconds: int) -> Replies:
    """The first time: why nothing of it is done, that what was entered is kept, and how long to rest. Then silence."""
    if arrival.chat is None or arrival.verdict is not Verdict.FIRST:
        return ()
    text = Say(CALM, {"seconds": seconds})
    return (Toast(text), Show(arrival.chat, "flood", text, fresh=True))
