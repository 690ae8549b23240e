"""Denials that do not say of what: "Mali accused Ghana of the attack. Accra denies." What was told just before is.

News puts the answer behind the charge, and does not say the charge again. Whoever denies must be he who is said to have
done it; what he denies in so many words is compared as any other event (`denials.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.link.discrepancies.account import Account, shown
from according.link.discrepancies.blame import Charge
from according.link.discrepancies.deeds import Deed, stems
from according.link.discrepancies.groups import Verdict
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, Sort, discrepancy
from according.model import Span, content_id

_AFTER = 2
"""Sentences behind a charge at most in which the answer stands."""
_SCORE, _NEXT = 0.6, 0.1
"""How sure it is that a denial is of a charge, and how much surer in the same sentence or the next."""
_WORDS = 3
"""Words of a denial from which it says itself what it denies."""
_TOUCHES = 2
"""Characters between a town and the word that denies at most where the town stands for its government."""


class Answer(NamedTuple):
    """That somebody denies, or that he is charged: what such a discrepancy has for positions."""

    account: Account
    denied: bool
    about: str
    words: frozenset[str]


def answers(page: Page, told: Sequence[Deed], charged: Sequence[Charge]) -> Iterator[Found]:
    """Yield what an article's speakers are charged with and deny, `told` being what it says was done."""
    claims = list(_claims(told, charged))
    for sentence, written in page.read.sentences if claims else ():
        _, text = page.sentence(sentence.start)
        for met in comparable().denies.find(text.text):
            cue = Span(*(sentence.start + at for at in text.span(met.start, met.end)))
            who = None if page.negates(cue) else _denier(page, sentence, cue)
            claim = None if who is None else _claim(page, claims, who[0], cue)
            if who is None or claim is None:
                continue
            account = page.account(
                content_id("answer", page.read.article, *cue), sentence, shown(written), *who
            )
            near = _NEXT if account.sentence - claim.account.sentence < _AFTER else 0.0
            verdict = Verdict(True, False, _SCORE + near, "denied right behind it")
            yield discrepancy(
                "denial", f"Whether it is so: {claim.about}",
                [claim, Answer(account, True, claim.about, claim.words)], [verdict],
                lambda one, other: one.denied == other.denied, _sort,
            )  # fmt: skip
            break


def _sort(each: Answer) -> Sort:
    stance = ("denied", each.account.side) if each.denied else "told"
    return Sort(stance, each.account.says.finding, frozenset(), each.words)


def _claims(told: Iterable[Deed], charged: Iterable[Charge]) -> Iterator[tuple[frozenset[str], Answer]]:
    """Yield what somebody else tells that somebody did, and who he is."""
    for charge in charged:
        yield charge.accused, Answer(charge.account, False, charge.about, charge.words)
    for deed in told:
        if not deed.denied and deed.account.who is not None:
            yield deed.source, Answer(deed.account, False, deed.about, deed.words)


def _denier(page: Page, sentence: Span, cue: Span) -> tuple[str, str] | None:
    """Return who denies: who is named last before the word, else first behind it, and how he is written.

    A town denies nothing but where it stands right beside the word.
    """
    named = [each for each in page.spans(sentence) if each[0].end <= cue.start or each[0].start >= cue.end]
    before = [each for each in named if each[0].end <= cue.start][::-1]
    for span, who in before + [each for each in named if each[0].start >= cue.end]:
        far = min(abs(cue.start - span.end), abs(span.start - cue.end))
        if who in page.world.kinds and (far < _TOUCHES or page.world.kinds[who] != "place"):
            return who, page.written(span)
    return None


def _claim(page: Page, claims: Iterable[tuple[frozenset[str], Answer]], who: str, cue: Span) -> Answer | None:
    """Return the last charge before a denial of which the denier is accused, by somebody else."""
    mine, number = page.lifted([who]), page.number(cue.start)
    statement = next((each for each in page.read.statements if each.cue.overlap(cue)), None)
    words = stems(statement.text) if statement is not None else frozenset[str]()
    near = [
        claim
        for accused, claim in claims
        if accused & mine
        and claim.account.side not in mine
        and claim.account.says.span.end <= cue.start
        and _is_meant(claim, words, number - claim.account.sentence)
    ]
    return max(near, key=lambda each: each.account.at, default=None)


def _is_meant(claim: Answer, words: frozenset[str], after: int) -> bool:
    """Return whether a denial so many sentences behind a charge is of it, `words` being those that say of what."""
    if len(words) < _WORDS:
        return after <= _AFTER
    return after < _AFTER and bool(words & (claim.words | stems(claim.account.says.says)))
