"""Whom "they" means: the several that the sentence before tells of."""

from __future__ import annotations

from according.extract.events.names import Names
from according.extract.tree import Tree
from according.model import NOBODY, Party, Text

_SEVERAL = 2


class Earlier:
    """An article read sentence by sentence, with those that the last one has for its subject if they are several."""

    def __init__(self, text: Text, they: frozenset[str]) -> None:
        """`they` are the pronouns that mean several."""
        self._text, self._they = text.text, they
        self._before = NOBODY

    def meant(self, source: Party, target: Party, mutual: bool) -> tuple[Party, Party]:
        """Return the sides of an event of which "they" is one, with those who are meant."""
        if source.chains or not self._before.chains or not self._is_they(source):
            return source, target
        found = Party(self._before.chains, source.span, None)
        both = mutual and (target.span is None or target == source)
        return found, found if both else target

    def read(self, tree: Tree, names: Names) -> None:
        """Take note of whom a sentence is about."""
        top = next((at for at, token in enumerate(tree.tokens) if token.head == at), None)
        subject = None if top is None else tree.child(top, "subject", "passive subject")
        if subject is None:
            self._before = NOBODY
            return
        named = names.named((subject,), -1)
        if self._is_they(named.party) and not named.party.chains:
            return
        several = named.several or names.is_group(subject)
        self._before = named.party if several and len(named.party.chains) >= _SEVERAL else NOBODY

    def _is_they(self, party: Party) -> bool:
        return (
            party.span is not None and self._text[party.span.start : party.span.end].casefold() in self._they
        )
