"""The digest benchmark knows exactly where its articles are, and scores accordingly."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from according.model import Article, Span
from benchmarks import SkippedError, digests
from benchmarks.layouts import HELD, SEEN
from benchmarks.sheet import Digest


@pytest.fixture(scope="module")
def composed() -> list[Digest]:
    try:
        return list(digests.compose(digests.stories()))
    except SkippedError as reason:
        pytest.skip(str(reason))


def article(start: int, end: int, title: str) -> Article:
    return Article(
        "",
        "",
        Span(start, end),
        title,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        False,
        None,
        (),
        (),
        (),
    )


def truth(digest: Digest) -> tuple[Article, ...]:
    return tuple(article(gold.start, gold.end, gold.story.title) for gold in digest.golds)


def test_composes_the_promised_digests(composed: list[Digest]) -> None:
    assert len(composed) == 200
    assert {digest.layout for digest in composed} == {*SEEN, *HELD}
    assert all(5 <= len(digest.golds) <= 25 for digest in composed)


def test_composing_again_gives_the_same(composed: list[Digest]) -> None:
    assert list(digests.compose(digests.stories())) == composed


def test_true_articles_start_with_their_title_and_end_on_ink(composed: list[Digest]) -> None:
    for digest in composed:
        for gold in digest.golds:
            text = digest.text[gold.start : gold.end]
            assert text.startswith(gold.printed), digest.layout
            assert digests.fold(gold.printed).replace(" ", "") == digests.fold(gold.story.title).replace(
                " ", ""
            )
            assert text == text.rstrip(), digest.layout


def test_no_character_belongs_to_two_articles(composed: list[Digest]) -> None:
    for digest in composed:
        ranges = [(gold.start, gold.end) for gold in digest.golds]
        ranges += [aside for gold in digest.golds for aside in gold.aside]
        assert all(left[1] <= right[0] for left, right in pairwise(sorted(ranges))), digest.layout


def test_the_truth_scores_full_marks(composed: list[Digest]) -> None:
    outcomes = [digests.compare(digest, truth(digest)) for digest in composed]
    assert digests.f1(outcomes) == 1
    assert sum(outcome.titles for outcome in outcomes) == sum(len(digest.golds) for digest in composed)


def test_where_separators_and_mastheads_go_is_immaterial(composed: list[Digest]) -> None:
    for digest in composed:
        ends = [min((a for a, _ in gold.aside), default=gold.start) for gold in digest.golds]
        starts = [min(gold.start, end) for gold, end in zip(digest.golds, ends, strict=True)]
        until = [*starts[1:], len(digest.text)]
        found = tuple(article(a, b, "") for a, b in zip(starts, until, strict=True))
        assert digests.f1([digests.compare(digest, found)]) == 1, digest.layout


def test_a_missed_boundary_costs_both_articles(composed: list[Digest]) -> None:
    digest = next(d for d in composed if d.layout == "blank-blocks")
    first, second, *rest = truth(digest)
    merged = replace(first, span=Span(first.span.start, second.span.end))
    outcome = digests.compare(digest, (merged, *rest))
    assert len(outcome.pairs) == len(digest.golds) - 2


def test_an_invented_article_costs_precision(composed: list[Digest]) -> None:
    digest = next(d for d in composed if d.layout == "newsletter")
    contents = article(0, digest.golds[0].start, "contents")
    assert 0.8 < digests.f1([digests.compare(digest, (contents, *truth(digest)))]) < 1


def test_every_single_article_is_composed_in_four_shapes() -> None:
    try:
        singles = list(digests.singles(digests.stories()))
    except SkippedError as reason:
        pytest.skip(str(reason))
    assert len(singles) == 61 * 3 * 4
    assert all(len(single.golds) == 1 for single in singles)
