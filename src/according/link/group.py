"""A group: the candidates of one article that are taken to mean one thing, while more of them are found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from according.model import Candidate, Kind, Location, Span


@dataclass(frozen=True, slots=True)
class Member:
    """A candidate in a group, how sure that is (0 to 1), and why.

    `credited` says that its span is in the document, not in the running text: it is named in the masthead.
    """

    candidate: Candidate
    confidence: float
    reason: str
    credited: bool = False


@dataclass(slots=True)
class Group:
    """What is known so far. `offices` are as `office@state`; a group without a name is only described.

    `states` are the codes of those that a person is said to be of, apart from offices ("Turkey's Erdogan").
    """

    kind: Kind
    key: str | None = None
    offices: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    location: Location | None = None
    members: list[Member] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter, init=False)
    _descriptions: Counter[str] = field(default_factory=Counter, init=False)
    _pronouns: Counter[str] = field(default_factory=Counter, init=False)
    _fullest: str | None = field(default=None, init=False)

    def take(self, candidate: Candidate, reason: str, share: float = 1.0, *, credited: bool = False) -> None:
        """Add a candidate; `share` of its own confidence is left."""
        self.members.append(Member(candidate, round(candidate.confidence * share, 3), reason, credited))
        counts = {"name": self._names, "description": self._descriptions, "pronoun": self._pronouns}
        counts[candidate.form][candidate.name] += 1
        self._fullest = None

    def leave(self, span: Span) -> None:
        """Give up the descriptions inside a stretch of running text, which mean something else."""
        left = [each for each in self.members if not each.credited and span.contains(each.candidate.span)]
        for each in left:
            if each.candidate.form == "description":
                self.members.remove(each)
                self._descriptions[each.candidate.name] -= 1
        self._descriptions += Counter()
        self._fullest = None

    def absorb(self, other: Group) -> None:
        """Take over all of another group."""
        self.members += other.members
        self._names.update(other._names)
        self._descriptions.update(other._descriptions)
        self._pronouns.update(other._pronouns)
        self._fullest = None
        self.offices |= other.offices
        self.states |= other.states
        self.key = self.key or other.key
        self.location = self.location or other.location

    @property
    def named(self) -> bool:
        """Whether some member is a name."""
        return bool(self._names)

    @property
    def name(self) -> str:
        """The fullest name: of those with the most words the most frequent, then the longest; a pronoun is no name."""
        if self._fullest is None:
            counts = self._names or self._descriptions or self._pronouns
            self._fullest = min(
                counts, key=lambda name: (-len(name.split()), -counts[name], -len(name), name)
            )
        return self._fullest

    @property
    def start(self) -> int:
        """Where its first member stands."""
        return min(member.candidate.span.start for member in self.members)
