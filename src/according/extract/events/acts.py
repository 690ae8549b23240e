"""Words of violence that tell of no act: floods and illness kill, teams beat one another, species are threatened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from according.extract.tree import VERBS, Tree
from according.knowledge.codebook import Codebook
from according.knowledge.lexicon import Entry

_FOUGHT = (None, "beat", "firearms", "destroy", "occupy")
"""Modes of ASSAULT whose words are those of contests, too."""
_ARMED = ("troops", "police", "crowd")
"""Classes of nouns for those who fight outside of a contest."""


class Acts:
    """A sentence in which what nobody does is told from what somebody does."""

    def __init__(
        self,
        tree: Tree,
        book: Codebook,
        is_somebody: Callable[[int], bool],
        papers: frozenset[str] = frozenset(),
        at_play: bool = False,
    ) -> None:
        """`papers` are nouns for what is written; `at_play`: the text is about a contest."""
        self._papers = papers
        self._blows = book.among("blows") if at_play else frozenset[str]()
        self._tree, self._is_somebody = tree, is_somebody
        self._mishaps, self._armed, sport = book.among("mishap"), book.among(*_ARMED), book.among("sport")
        self._contests = {
            at
            for at, token in enumerate(tree.tokens)
            if token.pos == "NOUN" and (tree.lemmas[at] in sport or tree.words[at] in sport)
        }

    def is_act(self, word: int, entry: Entry, source: Sequence[int], target: Sequence[int]) -> bool:
        """Return whether what a word tells of is somebody's act; `source` and `target` are who takes part."""
        if entry.root == "THREATEN":
            return not self._endangered(word, source, target)
        if (entry.root, entry.mode) == ("COERCE", "deport"):
            return not any(map(self._is_mishap, source))
        if (entry.root, entry.mode) == ("RETREAT", "release"):  # "released a statement"
            return not any(self._tree.lemmas[each] in self._papers for each in target)
        if entry.root != "ASSAULT":
            return True
        contest = entry.mode in _FOUGHT and self._in_contest(source, target)
        contest = contest or self._is_blow(word)
        return not contest and not self._by_nature(word, entry.mode, source)

    def _endangered(self, word: int, source: Sequence[int], target: Sequence[int]) -> bool:
        """Return whether a thing is threatened by nobody who says so: "threatened species"."""
        if source or not target or self._tree.tokens[word].pos not in VERBS:
            return False
        return not any(map(self._is_somebody, target))

    def _by_nature(self, word: int, mode: str | None, source: Sequence[int]) -> bool:
        """Return whether an accident or an illness does it: "the quake killed ten", "killed in a crash"."""
        if source:
            return any(map(self._is_mishap, source))
        tree = self._tree
        beside = (each for each in tree.below[word] if tree.child(each, "case") is not None)
        return mode is None and any(map(self._is_mishap, beside))

    def _is_mishap(self, at: int) -> bool:
        tree = self._tree
        row = f"{tree.words[at - 1]} {tree.lemmas[at]}" if at else ""
        return tree.lemmas[at] in self._mishaps or row in self._mishaps

    def _is_blow(self, word: int) -> bool:
        """Return whether a text about a contest tells of it, in a sentence without anybody who is armed."""
        tree = self._tree
        blow = bool({tree.lemmas[word], tree.words[word]} & self._blows)
        return blow and self._armed.isdisjoint(tree.lemmas)

    def _in_contest(self, source: Sequence[int], target: Sequence[int]) -> bool:
        """Return whether a team does it to another: "beat Mali in the final"."""
        if not self._contests or not source:
            return False
        armed = any(self._tree.lemmas[each] in self._armed for each in source)
        return not armed and self._contests.isdisjoint(target)
