"""The paired change against scipy, against every possible assignment of signs, and against published figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from math import sqrt
from random import Random
from statistics import fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from surveys.change import RULE_VERSION, Change, Pair, paired_change

STUDENT_BEFORE = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
STUDENT_AFTER = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
"""Hours of sleep gained by ten patients with each of two drugs: Student (1908), «The probable error of a mean»,
Biometrika 6:1, section IX (dextro- and laevo-hyoscyamine). One difference is zero, two are tied."""

DARWIN_SELF = [17.375, 20.375, 20, 20, 18.375, 18.625, 18.625, 15.25, 16.5, 18, 16.25, 18, 12.75, 15.5, 18]
DARWIN_CROSS = [23.5, 12, 21, 22, 19.125, 21.5, 22.125, 20.375, 18.25, 21.625, 23.25, 21, 22.125, 23, 12]
"""Heights in inches of fifteen pairs of maize: Darwin (1876), «The effects of cross and self fertilisation», chapter I;
Fisher (1935), «The design of experiments», chapter III (data set ZeaMays of the R package HistData)."""

CRITICAL = {
    10: 8, 11: 10, 12: 13, 13: 17, 14: 21, 15: 25, 16: 29, 17: 34, 18: 40, 19: 46, 20: 52, 21: 58, 22: 65, 23: 73,
    24: 81, 25: 89,
}  # fmt: skip
"""The largest rank sum T that is significant at 5 %, two-sided, by n: University of York, Department of Mathematics,
statistical tables, «Critical values for T in the Wilcoxon matched-pairs signed-rank test»; the same in McCornack
(1965), «Extended tables of the Wilcoxon matched pair signed rank statistic», JASA 60:864."""


def change(before: Sequence[float], after: Sequence[float]) -> Change:
    return paired_change("item", len(before), list(zip(before, after, strict=True)))


def by_all_signs(differences: Sequence[float]) -> float:
    """The two-sided p of the signed-rank sum by trying every assignment of signs to the differences but zero."""
    sizes = [abs(value) for value in differences if value]
    ranks = [sum(other < size for other in sizes) + (sum(other == size for other in sizes) + 1) / 2 for size in sizes]
    middle = sum(ranks) / 2
    seen = abs(sum(rank for rank, value in zip(ranks, filter(None, differences), strict=True) if value > 0) - middle)
    far = sum(
        abs(sum(rank for rank, sign in zip(ranks, signs, strict=True) if sign) - middle) >= seen - 1e-9
        for signs in product((0, 1), repeat=len(ranks))
    )
    return float(far / 2 ** len(ranks))


def with_rank_sum(n: int, total: int) -> list[float]:
    """Differences of sizes 1…n, those of which the ranks add up to `total` being negative."""
    differences: list[float] = []
    for size in range(n, 0, -1):
        negative = size <= total
        differences.append(-size if negative else size)
        total -= size if negative else 0
    return differences


def answers(n: int, seed: int = 1) -> tuple[list[int], list[int]]:
    """Answers of 1–10 before and after, with many ties and zeros."""
    random = Random(seed)
    before = [random.randint(2, 9) for _ in range(n)]
    return before, [min(10, max(1, value + random.choice((-1, 0, 0, 1, 1, 2)))) for value in before]


def test_students_sleep_as_published() -> None:
    """Mean 1.58 and s.d. 1.17 (with n) by Student; t = 4.06, interval 0.70–2.46 in the manual of R, `sleep`."""
    found = change(STUDENT_BEFORE, STUDENT_AFTER)
    assert (found.enrolled, found.paired, found.rule) == (10, 10, RULE_VERSION)
    assert found.mean_before == pytest.approx(0.75)
    assert found.mean_after == pytest.approx(2.33)
    assert found.mean_change == pytest.approx(1.58)
    assert found.interval95 == pytest.approx((0.7001142, 2.4598858), abs=5e-8)
    assert found.effect == pytest.approx(4.0621 / sqrt(10), abs=5e-5), "d_z = t / √n"
    assert found.wilcoxon_p == pytest.approx(2 / 2**9), "nine differences, all of one sign"


def test_darwins_maize_as_published() -> None:
    """Fisher: mean 20.93 eighths of an inch, t = 2.148. Wilcoxon (1945), Biometrics Bulletin 1:80, ranks the same
    fifteen differences: the negative ones add up to 24."""
    found = change(DARWIN_SELF, DARWIN_CROSS)
    assert found.mean_change == pytest.approx(20.93 / 8, abs=1e-3)
    assert found.effect == pytest.approx(2.148 / sqrt(15), abs=2e-4)
    margin = 2.145 * (20.93 / 8) / 2.148
    assert found.interval95 == pytest.approx((20.93 / 8 - margin, 20.93 / 8 + margin), abs=2e-3), "t(14) = 2.145"
    differences = [cross - own for cross, own in zip(DARWIN_CROSS, DARWIN_SELF, strict=True)]
    assert found.wilcoxon_p == pytest.approx(by_all_signs(differences))
    assert found.wilcoxon_p == pytest.approx(by_all_signs(with_rank_sum(15, 24)))


@pytest.mark.parametrize(("n", "critical"), CRITICAL.items())
def test_the_published_critical_values_are_where_p_crosses_five_per_cent(n: int, critical: int) -> None:
    last, next_ = (change([0.0] * n, with_rank_sum(n, total)).wilcoxon_p for total in (critical, critical + 1))
    assert last is not None
    assert next_ is not None
    assert last <= 0.05 < next_


@pytest.mark.parametrize("n", [5, 9, 10, 13, 14, 41, 51, 500])
def test_mean_interval_and_effect_are_those_of_scipy_and_of_the_formula(n: int) -> None:
    before, after = answers(n)
    found = change(before, after)
    low, high = stats.ttest_rel(after, before).confidence_interval(0.95)
    differences = [later - earlier for earlier, later in zip(before, after, strict=True)]
    assert found.interval95 == pytest.approx((low, high))
    half = stats.t.ppf(0.975, n - 1) * stdev(differences) / sqrt(n)
    assert found.interval95 == pytest.approx((fmean(differences) - half, fmean(differences) + half))
    assert found.mean_change == pytest.approx(fmean(differences))
    assert found.effect == pytest.approx(fmean(differences) / stdev(differences))


@pytest.mark.parametrize("n", [100, 200, 500])
def test_the_p_of_many_is_that_of_scipy(n: int) -> None:
    before, after = answers(n, seed=n)
    assert sum(later != earlier for earlier, later in zip(before, after, strict=True)) > 50
    assert change(before, after).wilcoxon_p == pytest.approx(stats.wilcoxon(after, before).pvalue)


@pytest.mark.parametrize("n", [10, 14, 25, 50])
def test_the_p_of_few_is_scipys_exact_one_where_it_has_one(n: int) -> None:
    """Without ties and zeros."""
    random = Random(n)
    differences = [size * random.choice((-1, 1, 1)) for size in range(1, n + 1)]
    expected = stats.wilcoxon(differences, method="exact").pvalue
    assert change([0] * n, differences).wilcoxon_p == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("n", [10, 12, 13])
def test_and_with_ties_and_zeros_that_of_its_permutations(n: int) -> None:
    before, after = answers(n, seed=n)
    expected = stats.wilcoxon(after, before, method=stats.PermutationMethod()).pvalue
    assert change(before, after).wilcoxon_p == pytest.approx(expected)


@given(st.lists(st.integers(-4, 4), min_size=10, max_size=12))
@settings(max_examples=25, deadline=None)
def test_with_ties_and_zeros_a_small_p_is_exact(differences: list[int]) -> None:
    assert change([5] * len(differences), [5 + value for value in differences]).wilcoxon_p == pytest.approx(
        by_all_signs(differences)
    )


def test_ties_beyond_what_scipy_tries_are_still_counted_out() -> None:
    """14 pairs with two zeros: the normal distribution would say 0.083."""
    differences = [2, 1, 1, -1, 3, 0, 2, 2, -1, 1, 1, -2, 0, 1]
    found = change([5] * 14, [5 + value for value in differences]).wilcoxon_p
    assert found == pytest.approx(by_all_signs(differences))
    assert found == pytest.approx(0.1089, abs=5e-5)


def test_both_ways_agree_where_one_follows_the_other() -> None:
    """50 differences are counted out, more are approximated."""
    differences = [size % 5 + 1 if size % 3 else -(size % 4 + 1) for size in range(50)]
    exact = change([0] * 50, differences).wilcoxon_p
    assert exact == pytest.approx(stats.wilcoxon(differences, method="asymptotic").pvalue, abs=1e-3)


@pytest.mark.parametrize("n", [0, 1, 4])
def test_below_five_pairs_nothing_but_their_number_is_told(n: int) -> None:
    before, after = answers(n)
    found = paired_change("comfort", 12, list(zip(before, after, strict=True)))
    assert found == Change("comfort", 12, n)
    assert found.too_few


def test_nine_pairs_have_an_interval_and_no_p_and_ten_have_both() -> None:
    nine, ten = change(*answers(9)), change(*answers(10))
    assert not nine.too_few
    assert nine.interval95 is not None
    assert nine.wilcoxon_p is None
    assert ten.wilcoxon_p is not None


def test_an_answer_missing_on_either_side_takes_its_pair_out_and_nobody_elses() -> None:
    whole: list[Pair] = [(4, 6), (5, 5), (3, 7), (6, 5), (2, 4)]
    missing: list[Pair] = [(None, 10), (1, None), (None, None)]
    found = paired_change("item", 9, [missing[0], *whole, *missing[1:]])
    assert found == paired_change("item", 9, whole)
    assert (found.enrolled, found.paired, found.mean_before) == (9, 5, 4.0)


def test_where_nobody_changed_there_is_no_effect_and_no_interval() -> None:
    found = change([7] * 12, [7] * 12)
    assert (found.mean_change, found.interval95, found.effect, found.wilcoxon_p) == (0, None, None, 1.0)


def test_where_all_changed_alike_there_is_no_interval_but_a_p() -> None:
    found = change([5] * 10, [6] * 10)
    assert (found.mean_change, found.interval95, found.effect) == (1, None, None)
    assert found.wilcoxon_p == pytest.approx(2 / 2**10)


def test_the_effect_has_the_sign_of_the_change() -> None:
    before, after = answers(20)
    up, down = change(before, after), change(after, before)
    assert up.effect is not None
    assert up.effect > 0
    assert down.effect == pytest.approx(-up.effect)


def test_decimal_answers_that_differ_equally_are_ties() -> None:
    before = [Decimal(text) for text in ("4.1", "3.0", "2.7", "4.4", "3.3", "2.2", "3.6", "4.0", "2.9", "3.1")]
    steps = [Decimal(text) for text in ("0.5", "0.5", "-0.5", "0.3", "0.3", "0.3", "0.1", "-0.1", "0.7", "0")]
    pairs = [(value, value + step) for value, step in zip(before, steps, strict=True)]
    assert paired_change("mark", 10, pairs).wilcoxon_p == pytest.approx(by_all_signs([float(step) for step in steps]))


def test_more_pairs_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="2 pairs of 1"):
        paired_change("item", 1, [(1, 2), (2, 3)])
