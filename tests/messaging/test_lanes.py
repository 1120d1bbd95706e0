"""What waits in memory: a mailing as far as there is room, and what somebody waits for before it."""

from collections.abc import Iterable

from messaging.lanes import ROOM, URGENT_ROOM, Lanes
from messaging.ports import Head, Outgoing, Written
from messaging.replies import Lane


def row(number: int, lane: Lane) -> Outgoing:
    """A message to a chat of its own."""
    return Outgoing(number, number, int(lane), "slot", {}, True, None)


def head(number: int, lane: Lane) -> Head:
    return Head(number, number, int(lane), more=False)


def full_of(lane: Lane, numbers: Iterable[int]) -> Lanes:
    lanes = Lanes()
    lanes.offer(Written(tuple(row(number, lane) for number in numbers)))
    return lanes


def test_a_mailing_fills_its_room_and_no_more_and_nobody_looks_for_the_rest_at_once() -> None:
    lanes = full_of(Lane.MAILING, range(ROOM))
    assert lanes.offer(Written((row(ROOM, Lane.MAILING),)))
    assert len(lanes) == ROOM
    assert lanes.wanted([head(ROOM, Lane.MAILING)]) == []


def test_an_answer_needs_no_look_at_the_database_while_a_mailing_waits() -> None:
    lanes = full_of(Lane.MAILING, range(1, ROOM + 1))
    assert lanes.offer(Written((row(ROOM + 1, Lane.ANSWER),)))
    assert lanes.ready(0.0)[0].id == ROOM + 1


def test_a_crowd_is_answered_in_the_order_of_writing_out_of_memory() -> None:
    lanes = full_of(Lane.ANSWER, range(3000))
    assert [row.id for row in lanes.ready(0.0)] == list(range(3000))


def test_of_what_the_database_holds_the_urgent_is_taken_in_and_a_mailing_as_far_as_there_is_room() -> None:
    lanes = full_of(Lane.MAILING, range(ROOM - 1))
    heads = [head(5000, Lane.REMINDER), head(0, Lane.MAILING), head(5001, Lane.MAILING)]
    assert [one.id for one in lanes.wanted(heads)] == [5000]
    heads = [head(5001, Lane.MAILING), head(5002, Lane.MAILING)]
    assert [one.id for one in lanes.wanted(heads)] == [5001]


def test_there_is_an_end_to_the_room_of_answers_too() -> None:
    lanes = full_of(Lane.ANSWER, range(URGENT_ROOM))
    assert lanes.offer(Written((row(URGENT_ROOM, Lane.ANSWER),)))
    assert len(lanes) == URGENT_ROOM
