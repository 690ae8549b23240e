"""Demands that no verb names: somebody says what another must do."""

from __future__ import annotations

from collections.abc import Iterator

from according.extract.events.names import Names
from according.extract.events.scene import Scene
from according.extract.events.status import obliging
from according.extract.tree import VERBS, Tree
from according.knowledge.status_words import StatusWords
from according.model import Party, Statement


def demands(
    tree: Tree, names: Names, scene: Scene, words: StatusWords
) -> Iterator[tuple[int, Statement, Party]]:
    """Yield the auxiliaries that oblige somebody in what another says, with the statement and who is to do it."""
    for at, token in enumerate(tree.tokens):
        must = obliging(tree, at, words) if token.pos in VERBS else None
        reporter = None if must is None else scene.reporter(tree.tokens[must].span)
        if must is None or reporter is None or reporter.speaker_span is None:
            continue
        subjects = tuple(tree.children(at, "subject"))
        if any(each > must for each in subjects):  # "should they attack": a condition
            continue
        asked = names.named(subjects, at)
        himself = reporter.speaker in asked.party.chains or asked.party.span == reporter.speaker_span
        if asked.party.chains and not himself:
            yield must, reporter, asked.party
