"""Denials that do not say of what: "Mali accused Ghana of the attack. Accra denies." What was told just before is.

News puts the answer behind the charge, and does not say the charge again. Whoever denies must be he who is said to have
done it; what he denies in so many words is compared as any other event (`denials.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.knowledge.fold import fold
from according.link.discrepancies.account import Account, shown
from according.link.discrepancies.blame import Charge
from according.link.discrepancies.deeds import Deed, stems
from according.link.discrepancies.groups import Verdict
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, Sort, discrepancy
from according.model import Span, Statement, content_id

_AFTER = 2
"""Sentences behind a charge at most in which the answer stands."""
_SCORE, _NEXT = 0.6, 0.1
"""How sure it is that a denial is of a charge, and how much surer in the same sentence or the next."""
_WORDS = 2
"""Words of a denial from which it says itself what it denies."""
_STEM = 4
"""Letters by which a verb is known in its noun: violé, violation."""
_REJECTS = "rejects"
_TOUCHES = 2
"""Characters between a town and the word that denies at most where the town stands for its government."""


class Answer(NamedTuple):
    """That somebody denies, or that he is charged: what such a discrepancy has for positions."""

    account: Account
    denied: bool
    words: frozenset[str]


class Denial(NamedTuple):
    """The words by which somebody denies, who he is and how he is written, and stems of what he denies, if he says."""

    cue: Span
    who: str | None
    text: str | None
    named: frozenset[str]
    words: frozenset[str]


def answers(
    page: Page, told: Sequence[Deed], charged: Sequence[Charge], denied: Iterable[Sequence[Denial]]
) -> Iterator[Found]:
    """Yield what an article's speakers are charged with and deny.

    Args:
        page: The article.
        told: What it says was done.
        charged: What its speakers charge others with.
        denied: What its sentences deny.
    """
    claims: dict[int, list[tuple[frozenset[str], Answer]]] = defaultdict(list)
    for accused, claim in _claims(told, charged):
        claims[claim.account.sentence].append((accused, claim))
    for some in denied:
        answered = ((denial, _claim(page, claims, denial)) for denial in some)
        denial, found = next((each for each in answered if each[1] is not None), (some[0], None))
        if found is None:
            continue
        account = told_by(page, denial, "answer")
        near = _NEXT if account.sentence - found.account.sentence < _AFTER else 0.0
        yield discrepancy(
            "denial", f"Whether it is so: {found.account.says.says}", [found, Answer(account, True, found.words)],
            [Verdict(True, False, _SCORE + near, "denied right behind it")],
            lambda one, other: one.denied == other.denied, _sort,
        )  # fmt: skip


def told_by(page: Page, denial: Denial, name: str) -> Account:
    """Return the account of a denial: its sentence, as a finding of this name."""
    sentence, written = page.read.sentences[page.number(denial.cue.start)]
    finding = content_id(name, page.read.article, *denial.cue)
    return page.account(finding, sentence, shown(written), denial.who, denial.text)


def _sort(each: Answer) -> Sort:
    stance = ("denied", each.account.side) if each.denied else "told"
    return Sort(stance, each.account.says.finding, frozenset(), each.words)


def _claims(told: Iterable[Deed], charged: Iterable[Charge]) -> Iterator[tuple[frozenset[str], Answer]]:
    """Yield what somebody else tells that somebody did, and who he is."""
    for charge in charged:
        yield charge.accused, Answer(charge.account, False, charge.words)
    for deed in told:
        if not deed.denied and deed.account.who is not None:
            yield deed.source, Answer(deed.account, False, deed.words)


def denials(page: Page) -> list[list[Denial]]:
    """Return what each sentence denies that does: by a verb of its own, or by a word for what is not so."""
    verbs: dict[int, list[Statement]] = defaultdict(list)
    for said in page.read.statements:
        if said.manner == "deny":
            verbs[page.number(said.cue.start)].append(said)
    found = (
        [*_denials(page, sentence, verbs.get(number, ()))]
        for number, (sentence, _) in enumerate(page.read.sentences)
    )
    return [each for each in found if each]


def _denials(page: Page, sentence: Span, verbs: Iterable[Statement]) -> Iterator[Denial]:
    for said in verbs:
        if not page.negates(said.cue):
            yield _spoken(page, said, said.cue, _denied(said.text))
    text = page.sentence(sentence.start)[1]
    for met in comparable().untrue.find(text.text):
        cue = Span(*(sentence.start + at for at in text.span(met.start, met.end)))
        around = page.statement(cue.start)
        if page.negates(cue):
            continue
        if met.name == _REJECTS and around is not None:
            yield _spoken(page, around, cue, frozenset())
        elif (found := _beside(page, sentence, cue)) is not None:
            yield found


def _spoken(page: Page, said: Statement, cue: Span, words: frozenset[str]) -> Denial:
    """Return what the speaker of a statement denies."""
    known = [said.speaker] if said.speaker in page.world.kinds else []
    if not known and said.speaker_span is not None:
        known = [each for each in page.named(said.speaker_span) if each in page.world.kinds]
    return Denial(cue, said.speaker, said.speaker_text, page.lifted(filter(None, known)), words)


def _beside(page: Page, sentence: Span, cue: Span) -> Denial | None:
    """Return what is denied by who is named last before a word, else first behind it.

    A town denies nothing unless it stands right beside the word, or alone; whose people alone is told, that state does.
    """
    named = [each for each in page.spans(sentence) if each[1] in page.world.kinds]
    before = [each for each in named if each[0].end <= cue.start][::-1]
    sides = stems(" ".join(page.written(span) for span, _ in page.spans(sentence)))
    words = _denied(page.written(Span(cue.end, sentence.end))) - sides
    for span, who in before + [each for each in named if each[0].start >= cue.end]:
        far = min(abs(cue.start - span.end), abs(span.start - cue.end))
        if far < _TOUCHES or len(named) == 1 or page.world.kinds[who] != "place":
            return Denial(cue, who, page.written(span), page.lifted([who]), words)
    called = page.written(Span(sentence.start, cue.start))
    states = page.states(called) if not named else frozenset[str]()
    return Denial(cue, None, called.strip(), states, words) if len(states) == 1 else None


def _denied(text: str) -> frozenset[str]:
    """Return stems of what is denied; none where it is a charge as such: "the allegations", "any involvement"."""
    return frozenset() if comparable().charges.first(fold(text).text) is not None else stems(text)


def _claim(
    page: Page, claims: Mapping[int, Sequence[tuple[frozenset[str], Answer]]], denial: Denial
) -> Answer | None:
    """Return the last charge before a denial of which the denier is accused, by somebody else."""
    number = page.number(denial.cue.start)
    near = [
        claim
        for after in range(_AFTER + 1)
        for accused, claim in claims.get(number - after, ())
        if accused & denial.named
        and claim.account.side not in denial.named
        and claim.account.says.span.end <= denial.cue.start
        and _is_meant(claim, denial.words, after)
    ]
    return max(near, key=lambda each: each.account.at, default=None)


def _is_meant(claim: Answer, words: frozenset[str], after: int) -> bool:
    """Return whether a denial so many sentences behind a charge is of it, `words` being those that say of what."""
    if len(words) < _WORDS:
        return after <= _AFTER
    told = claim.words | stems(claim.account.says.says)
    return after < _AFTER and bool({word[:_STEM] for word in words} & {word[:_STEM] for word in told})
