"""The benchmark of names: its file holds what it promises, and its figures mean what they say."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

import pytest

from benchmarks import names
from benchmarks.names import FILE, Pair

PAIRS = names.load(FILE.read_text(encoding="utf-8"))


def line(
    a: str, b: str, split: str = "tune", group: str = "g", more: str = "same: true, kind: person"
) -> str:
    return f"- {{a: {a}, b: {b}, languages: [en, ru], split: {split}, group: {group}, {more}}}\n"


def equal_letters(a: str, b: str, kind: str) -> float:
    """A matcher that any reader can redo: the share of letters in the same place."""
    return sum(x == y for x, y in zip(a.casefold(), b.casefold(), strict=False)) / max(len(a), len(b))


def pairs(*rows: tuple[str, str, bool, str]) -> Sequence[Pair]:
    text = "".join(
        line(a, b, split, f"g{i}", f"same: {str(same).lower()}, kind: person")
        for i, (a, b, same, split) in enumerate(rows)
    )
    return names.load(text)


def test_the_file_is_large_and_even() -> None:
    assert len(PAIRS) >= 360
    for split in ("tune", "held"):
        share = sum(pair.same for pair in PAIRS if pair.split == split)
        count = sum(pair.split == split for pair in PAIRS)
        assert 0.45 <= share / count <= 0.55
        assert 0.45 <= count / len(PAIRS) <= 0.55
    kinds = Counter(pair.kind for pair in PAIRS)
    assert kinds["person"] > len(PAIRS) / 2
    assert min(kinds.values()) >= 20


def test_every_language_that_matters_is_in_both_splits() -> None:
    for language in ("en", "fr", "ru", "tr", "az", "hy", "uk", "de"):
        for split in ("tune", "held"):
            found = {pair.same for pair in PAIRS if pair.split == split and language in pair.languages}
            assert found == {True, False}, (language, split)


def test_persons_are_given_with_more_than_a_surname() -> None:
    assert [pair for pair in PAIRS if pair.kind == "person" and not (" " in pair.a and " " in pair.b)] == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (line("Ann Bo", "Энн Бо") + line("Ann Coe", "Энн Коу", "held"), "both splits: group g"),
        (line("Ann Bo", "Энн Бо") + line("Ann Bo", "Анна Бо", "held", "h"), "both splits: name Ann Bo"),
        (line("Ann Bo", "Энн Бо") + line("Энн Бо", "Ann Bo"), "occurs twice"),
        (line("Ann Bo", "Ann Bo"), "twice the same spelling"),
        (line("Ann Bo", "Энн Бо", "other"), "out of range"),
        (line("Ann Bo", "Энн Бо", more="same: 1, kind: person"), "out of range"),
        (line("Ann Bo", "Энн Бо", more="same: true, kind: ship"), "out of range"),
        (line("Ann Bo", "Энн Бо", more="same: true"), "missing or unknown"),
        (line("Ann Bo", "Энн Бо", more="same: true, kind: person, age: 3"), "missing or unknown"),
        (line("Ann Bo", "''"), "needs two names"),
        (line("Ann Bo", "Энн Бо").replace("en, ru", "en"), "needs two names"),
    ],
)
def test_a_bad_file_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        names.load(text)


def test_figures_count_each_split_for_itself() -> None:
    judged = names.judge(
        pairs(
            ("Ann Bo", "ann bo", True, "tune"),
            ("Ann Bo", "Xnn Xx", True, "tune"),
            ("Eva Lu", "eva lu", False, "held"),
            ("Ida Po", "ida po", True, "held"),
            ("Kim Wu", "Zoe Xa", False, "held"),
        ),
        equal_letters,
        0.9,
    )
    assert names.figures(judged) == {
        "names.tune_precision": 1,
        "names.tune_recall": 0.5,
        "names.held_precision": 0.5,
        "names.held_recall": 1,
    }


def test_languages_have_a_recall_of_their_own_in_either_order() -> None:
    rows = pairs(*((f"Ann B{c}", f"ann b{c if c != 'd' else 'x'}", True, "tune") for c in "abcd"))
    assert names.figures(names.judge(rows, equal_letters, 0.9))["names.recall.en-ru"] == 0.75


def test_the_threshold_itself_makes_one_name() -> None:
    (pair,) = pairs(("Ann Bo", "Ann Bx", True, "tune"))
    exact = equal_letters(pair.a, pair.b, pair.kind)
    assert [verdict.found for verdict in names.judge([pair], equal_letters, exact)] == [True]


def test_held_out_pairs_are_not_shown_unasked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["names", "held"])
    assert names.main() == 2
    assert not any(pair.a in printed for pair in PAIRS for printed in capsys.readouterr().out.splitlines())


def test_errors_are_those_of_the_split_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(names, "SAME", 2.0)  # nothing is one name
    missed = [verdict.pair for verdict in names.errors("tune")]
    assert missed == [pair for pair in PAIRS if pair.same and pair.split == "tune"]
    monkeypatch.setattr(sys, "argv", ["names", "held", "--held"])
    assert names.main() == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == sum(pair.same and pair.split == "held" for pair in PAIRS)
