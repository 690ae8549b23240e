from __future__ import annotations

from collections import Counter

import pytest

from according.knowledge.fates import fatal, fates
from according.knowledge.fold import fold_name
from according.store.fold import fold


def test_no_word_says_two_things() -> None:
    count = Counter(word for group in fates() for word in {fold(each) for each in group})
    assert not [word for word, times in count.items() if times > 1]
    assert {"dead", "killed"} <= set(fates()[0])


@pytest.mark.parametrize(
    "word",
    [
        "killing",
        "massacred",
        "tuant",
        "tué",
        "убив",
        "убили",
        "tötete",
        "getötet",
        "matando",
        "mató",
        "öldürerek",
        "öldürdü",
        "вбивши",
        "սպանեց",
    ],
)  # fmt: skip
def test_words_by_which_somebody_kills_are_fatal(word: str) -> None:
    assert fold_name(word) in fatal()


def test_wounds_are_not_fatal() -> None:
    assert fatal().isdisjoint(
        map(fold_name, ("wounded", "blessés", "ранил", "verletzt", "yaralı", "поранив"))
    )
