from __future__ import annotations

from collections import Counter

from according.knowledge.fates import fates
from according.store.fold import fold


def test_no_word_says_two_things() -> None:
    count = Counter(word for group in fates() for word in {fold(each) for each in group})
    assert not [word for word, times in count.items() if times > 1]
    assert {"dead", "killed"} <= set(fates()[0])
