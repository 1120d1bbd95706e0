"""The summaries' numbers, worked out by hand from the diary (`autumn.py`, `winter.py`).

    A Громов – Нина          order on 9 September, completed on 14 December
    B Ветрова – Петя, Алина  (a group) 11 September – 16 December
    C Ткачёв – Денис         11 September – 21 December
    D Громов – Кирилл        9 September, ended early on 20 October
    E Ткачёв – Кирилл        9 November, goes on until May

The summaries are asked for on 24 December, 12:00. Every meeting, with the marks given (– none):

    A  11.09 held 5 4 | 18.09 held (moved: another time was proposed) 4 5 | 28.09 held (moved) 5 – | 08.10 cancelled
       14.10 unplanned 5 5 | 05.11 not held | 12.11 held 4 4 | 10.12 held 5 5
    B  15.09 held 4 3 5 | 22.09 held 5 – 4 | 06.10 held 5 5 5 | 27.10 held (moved from 20.10) 4 4 –
       17.11 not held | 24.11 held 5 4 3 | 15.12 held 5 5 5
    C  18.09 held 4 2 | 14.10 held 3 – | 23.10 never logged | 20.11 held 4 4 | 03.12 unplanned 5 –
    D  16.09 held 3 2 | 30.09 not held | 22.10 cancelled by the early end
    E  16.11 held 5 5 | (28.12 planned: after the summaries)
"""

from __future__ import annotations

from tests.year.counting import Marks, Numbers

YEAR = Numbers(
    active=5,  # A B C D E
    planned=20,  # A 6, B 7, C 4, D 2, E 1: without what was cancelled or unplanned
    held=16,  # A 5, B 6, C 3, D 1, E 1
    unplanned=2,  # A 14.10, C 03.12
    not_held=3,  # A 05.11, B 17.11, D 30.09
    unlogged=1,  # C 23.10; 16 + 3 + 1 = 20
    cancelled=2,  # A 08.10, D 22.10
    moved=3,  # A 18.09, A 28.09, B 27.10
    # asked: A 6 meetings x 2, B 6 x 3, C 4 x 2, D 1 x 2, E 1 x 2: 12 + 18 + 8 + 2 + 2 = 42
    # no answer: A 28.09 Нина, B 22.09 Петя, B 27.10 Алина, C 14.10 and 03.12 Денис: 42 - 5 = 37
    feedback=(37, 42),
    # entry: A 2, B 3, C 2, D 2, E 2 = 11, without Денис 10; halfway: A 2, B 3, C 2 = 7, without Петя and Денис 5;
    # exit: A 2, B 3, C 2 = 7, without Денис 6: 21 of 25; on 1 December the calendar asked all 8, who did not answer;
    # the closing reports of A, B and C, which nobody wrote
    questionnaires=(21, 36),
    # A 9 + 9 + 5 + 10 + 8 + 10 = 51; B 12 + 9 + 15 + 8 + 12 + 15 = 71; C 6 + 3 + 8 + 5 = 22; D 5; E 10: 159
    meeting_marks=Marks(159, 37),  # 4.297… = 4.30
    # halfway: 8 + 9 + 7 + 6 + 5 = 35 (5); exit: A 9 + 10, B 8 + 7, 10 + 8 + 9, 7 + 6 + 8, C 8 + 7 = 97 (12)
    satisfaction=Marks(132, 17),  # 7.764… = 7.76
)

QUARTER = Numbers(  # from 24 September, 12:00: without six held meetings of September
    active=5,  # D ended in it
    planned=14,  # 20 - 6
    held=10,  # 16 - 6
    unplanned=2,
    not_held=3,
    unlogged=1,
    cancelled=2,
    moved=2,  # without A 18.09
    # September: A 2 x 2, B 2 x 3, C 2, D 2 = 14 asked, 13 answered
    feedback=(24, 28),
    questionnaires=(13, 27),  # entry of E 2 of 2, halfway 5 of 7, exit 6 of 7, calendar 0 of 8, reports 0 of 3
    # September: 9 + 9 + 12 + 9 + 6 + 5 = 50 of 13, mean 3.846…; 159 - 50 = 109 of 24, mean 4.541…: up by 0.695… = 0.70
    meeting_marks=Marks(109, 24),
    satisfaction=Marks(132, 17),  # nobody was asked before
)

MONTH = Numbers(  # from 24 November, 12:00
    active=4,  # without D
    planned=3,  # A 10.12, B 24.11, B 15.12
    held=3,
    unplanned=1,  # C 03.12
    not_held=0,
    unlogged=0,
    cancelled=0,
    moved=0,
    feedback=(9, 10),  # 2 + 3 + 3 + 2, without Денис
    questionnaires=(6, 18),  # exit 6 of 7, calendar 0 of 8, reports 0 of 3
    # 10 + 12 + 15 + 5 = 42 of 9, mean 4.666…; the 30 days before: B 27.10 8, A 12.11 8, C 20.11 8, E 10 = 34 of 8,
    # mean 4.25: up by 0.416… = 0.42
    meeting_marks=Marks(42, 9),
    satisfaction=Marks(97, 12),  # 8.083…; the 30 days before (halfway): 35 of 5, mean 7: up by 1.083… = 1.08
)

MONDAYS = (  # 09:00 each, from the first one with a curator
    *("07.09", "14.09", "21.09", "28.09", "05.10", "12.10", "19.10", "26.10"),
    *("02.11", "09.11", "16.11", "23.11", "30.11", "07.12", "14.12", "21.12"),
)
