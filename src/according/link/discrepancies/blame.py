"""The same deed laid at each other's door, and accusations that are answered with the same."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from itertools import permutations
from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.knowledge.event_kinds import ontology
from according.link.days import Days, days
from according.link.discrepancies.account import NEAR, Account, beside, shown
from according.link.discrepancies.blocks import pairs
from according.link.discrepancies.deeds import Deed, place_agrees, stems, time_agrees, told_in
from according.link.discrepancies.groups import Verdict, grouped
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, Sort, discrepancy, leading
from according.link.world import World
from according.model import Commitment, Span, Statement, content_id

SURE = 0.5
"""Score from which two charges are of one deed, or the one answers the other."""
_TWO = 2
_NEXT = 2
"""Sentences between an accusation and the one that answers it at most."""
_BY = 3
"""Words at most between "held responsible by" and the name of who accuses: "the government of"."""
_BROKEN, _FEWEST = "broken", 2
"""The kind of charge of a broken commitment; words that two charges share whose kind is not known."""


class Charge(NamedTuple):
    """That somebody is said to have done harm: by whom, who, what kind of it, to whom, where and when.

    `outright`: it is called an accusation. `words` are stems of what it was done to, `whom` the states whose
    people it was done to.
    """

    account: Account
    accuser: frozenset[str]
    accused: frozenset[str]
    kind: str | None
    outright: bool
    target: frozenset[str]
    words: frozenset[str]
    place: str | None
    days: Days | None
    about: str
    whom: frozenset[str] = frozenset()


def charges(page: Page, told: Iterable[Deed]) -> Iterator[Charge]:
    """Yield what an article's speakers charge others with, `told` being what it says was done."""
    some = [each for each in told if not each.denied and _is_harm(each)]
    for statement in page.read.statements:
        if statement.manner == "accuse":
            yield from _mutual(page, statement)
            charge = _outright(page, statement, some)
            if charge is not None:
                yield charge
    yield from _pointing(page)
    for each in some:
        accuser = page.lifted([each.account.who]) if each.account.who is not None else frozenset()
        if each.source and accuser and not each.accused and not accuser & each.source:
            yield Charge(
                each.account, accuser, each.source, each.family, False, each.target, each.words, each.place,
                each.days, told_in(page, each.event, each.event.target),
                page.states(each.event.target.text or ""),
            )  # fmt: skip


def _mutual(page: Page, statement: Statement) -> Iterator[Charge]:
    """Yield what two charge each other with in one sentence: "accused each other of"."""
    span = statement.speaker_span
    accusers = sorted(page.lifted(page.named(span))) if span is not None else []
    said = page.sentence(statement.cue.start)[1].text
    if (
        len(accusers) != _TWO
        or not set(accusers) <= set(page.world.kinds)
        or not comparable().mutual.first(said)
    ):
        return
    for one, other in permutations(accusers):
        finding = content_id("charge", statement.id, one)
        account = page.account(finding, statement.content_span, shown(statement.text), one, None)
        yield Charge(
            account, frozenset([one]), frozenset([other]), None, True, frozenset(), stems(statement.text), None, None,
            shown(statement.text),
        )  # fmt: skip


def _pointing(page: Page) -> Iterator[Charge]:
    """Yield accusations that say nothing more: "Accra put the blame on Mali"."""
    cues = {each.cue for each in page.read.statements}
    told = {page.number(each.start) for each in cues}
    for event in page.read.events:
        if (
            event.root != "ACCUSE"
            or event.mode != "allege"
            or event.trigger in cues
            or event.status != "happened"
        ):
            continue
        accuser, accused = (
            page.lifted(each for each in party.chains if each in page.world.kinds)
            for party in (event.source, event.target)
        )
        if not accuser or not accused or accuser & accused:
            continue
        told.add(page.number(event.trigger.start))
        about = told_in(page, event, event.source, event.target)
        account = page.account(event.id, event.sentence, about, event.source.chains[0], event.source.text)
        yield Charge(
            account,
            accuser,
            accused,
            None,
            True,
            frozenset(),
            frozenset(),
            event.place,
            days(event.date),
            about,
        )
    yield from _faults(page, told)


def _faults(page: Page, told: Container[int]) -> Iterator[Charge]:
    """Yield who holds whom responsible, by the words for that, in a sentence that names just these two.

    Sentences of which it is `told` already, by their numbers, are left out; so are those in which the two do not stand
    where the words have who accuses and who is accused.
    """
    for number, (sentence, written) in enumerate(page.read.sentences):
        text = page.sentence(sentence.start)[1]
        met = next(iter(comparable().faults.find(text.text)), None)
        if met is None or number in told:
            continue
        cue = Span(*(sentence.start + at for at in text.span(met.start, met.end)))
        sides = _opponents(page, sentence, cue, met.name)
        if sides is None or page.negates(cue):
            continue
        (span, who), accused = sides
        account = page.account(
            content_id("fault", page.read.article, *sentence),
            sentence,
            shown(written),
            who,
            page.written(span),
        )
        accuser = page.lifted([who])
        yield Charge(
            account, accuser, accused, None, True, frozenset(), frozenset(), None, None, shown(written)
        )


def _opponents(
    page: Page, sentence: Span, cue: Span, order: str
) -> tuple[tuple[Span, str], frozenset[str]] | None:
    """Return who accuses, with the place of the name, and who is accused; None where the words do not tell.

    Args:
        page: The article.
        sentence: One of its sentences.
        cue: Words by which somebody is held responsible.
        order: Where the two stand by these words, who accuses first: each before, inside or behind.
    """
    named = [each for each in page.spans(sentence) if page.world.kinds.get(each[1]) not in (None, "place")]
    if len(page.lifted(who for _, who in named)) != _TWO:
        return None
    found = {
        "before": [each for each in named if each[0].end <= cue.start],
        "inside": [each for each in named if cue.start < each[0].end and each[0].start < cue.end],
        "behind": [each for each in named if each[0].start >= cue.end],
    }
    accusers, others = (found[where] for where in order.split())
    near, first = (others, accusers) if order.startswith("before") else (accusers, others)
    if not near:
        return None
    # Whoever stands before the words may have named the other one as well; who stands in or behind them is one.
    one = page.lifted([near[0][1]])
    rest = [each for each in first if not page.lifted([each[1]]) & one]
    if not rest:
        return None
    if order.startswith("before"):
        return rest[0], one
    if order.startswith("behind") and not _follows(page.written(Span(cue.end, near[0][0].start))):
        return None
    return near[0], page.lifted([rest[0][1]])


def _follows(between: str) -> bool:
    """Return whether a name behind such words belongs to "by": nothing but a few words stands between."""
    words = between.replace("’", " ").replace("'", " ").split()
    return len(words) <= _BY and all(map(str.isalpha, words))


def _is_harm(deed: Deed) -> bool:
    return ontology().roots[deed.event.root].quad == "material conflict" or deed.event.root == "ASSAULT"


def _outright(page: Page, statement: Statement, some: Iterable[Deed]) -> Charge | None:
    """Return the charge of a statement that accuses: who is named first in it is accused."""
    content = statement.content_span
    inside = [each for each in some if content.start <= each.event.trigger.start < content.end]
    broken = next((each for each in page.read.commitments if _is_broken(each, content)), None)
    accuser = _accuser(page, statement)
    # Where nothing tells who did it, the accuser may have been taken for him.
    accused = frozenset(each for deed in inside for each in deed.source) - accuser or _accused(
        page, statement
    )
    if not accused or not accuser or accuser <= accused:
        return None
    first = inside[0] if inside else None
    account = page.account(
        statement.id, content, shown(statement.text), statement.speaker, statement.speaker_text
    )
    return Charge(
        account=account,
        accuser=accuser,
        accused=accused - accuser,
        kind=_BROKEN if broken is not None else first.family if first is not None else None,
        outright=True,
        target=first.target if first is not None else frozenset(),
        words=first.words if first is not None else stems(statement.text),
        place=first.place if first is not None else None,
        days=first.days if first is not None else None,
        about=told_in(page, first.event, first.event.target) if first is not None else shown(statement.text),
        whom=page.states(first.event.target.text or "") if first is not None else frozenset(),
    )


def _accuser(page: Page, statement: Statement) -> frozenset[str]:
    """Return who accuses: the speaker, else who is named in the words for him, else those words."""
    if statement.speaker is not None and statement.speaker in page.world.kinds:
        return page.lifted([statement.speaker])
    named = page.named(statement.speaker_span) if statement.speaker_span is not None else ()
    found = page.lifted(each for each in named if each in page.world.kinds)
    return found or frozenset(f"~{stem}" for stem in stems(statement.speaker_text or ""))


def _accused(page: Page, statement: Statement) -> frozenset[str]:
    """Return who is accused: as the event of the accusation has it, else who is named first; words where nobody is."""
    event = next((each for each in page.read.events if each.trigger == statement.cue), None)
    target = event.target if event is not None else None
    named = page.named(statement.content_span)[:1] if target is None else list(target.chains)
    found = page.lifted(each for each in named if page.world.kinds.get(each) not in (None, "place"))
    return found or frozenset(f"~{stem}" for stem in stems(target.text or "" if target is not None else ""))


def _is_broken(each: Commitment, content: Span) -> bool:
    return each.status == "reported broken" and content.start <= each.what_span.start < content.end


def differences(some: Iterable[Charge], world: World, names: Mapping[str, str]) -> Iterator[Found]:
    """Yield charges that are held against one another."""
    for members, verdicts in grouped(pairs(some, _blocks), lambda one, other: _verdict(one, other, world)):
        first = leading(members)[0]
        place = names.get(first.place or "")
        about = f"Who is to blame: {first.about}" + (
            f", {place}" if place and place.casefold() not in first.about.casefold() else ""
        )
        yield discrepancy("blame", about, members, verdicts, _blame_one, _sort)


def _sort(charge: Charge) -> Sort:
    return Sort(charge.accused, charge.kind, frozenset(filter(None, [charge.place])), charge.words)


def _blame_one(one: Charge, other: Charge) -> bool:
    return bool(one.accused & other.accused)


def _blocks(each: Charge) -> Iterator[Hashable]:
    yield each.account.article
    if each.account.story is not None:
        yield each.account.story
    for span in (each.days, each.account.told):
        if span is not None and span[1] - span[0] <= 7:
            for who in sorted(filter(None, {each.place, *each.target, *each.accuser, *each.accused})):
                for bucket in range((span[0] - 2) // 4, (span[1] + 2) // 4 + 1):
                    yield who, bucket


def _verdict(one: Charge, other: Charge, world: World) -> Verdict | None:
    a, b = one.account, other.account
    if one.accused & other.accused or one.accuser & other.accuser or a.who == b.who:
        return None
    time = time_agrees(one.days, other.days, a, b)
    if time is None or not _of_one_kind(one, other):
        return None
    place = place_agrees(one.place, other.place, world)
    mutual = bool(one.accuser & other.accused) and bool(other.accuser & one.accused)
    answered = bool(one.accuser & other.accused) or bool(other.accuser & one.accused)
    same = bool(one.target & other.target) or bool(one.words & other.words)
    near = a.article == b.article and abs(a.at - b.at) <= NEAR
    score = 0.2 + time + (place or 0.0) + (0.15 if same else 0.0) + beside(a, b)
    if mutual and one.outright and other.outright:
        return Verdict(True, False, score + 0.3, "accuse each other of one kind of deed")
    if answered and one.outright and other.outright and near:
        return Verdict(True, False, score + 0.2, "an accusation answered with the same")
    if place is None or one.kind is None or not (place or same) or _of_others(one, other):
        return None
    score += 0.2 if mutual else 0.1 if answered else 0.0
    return Verdict(True, False, score, "the same laid at others' doors") if score >= SURE else None


def _of_others(one: Charge, other: Charge) -> bool:
    """Return whether two charges name what was done to different victims: people of two states, or two things."""
    if one.whom and other.whom and not one.whom & other.whom:
        return True
    if one.words & other.words or one.target & other.target or (one.place and one.place == other.place):
        return False
    return bool(one.target and other.target) and bool(one.words and other.words)


def _of_one_kind(one: Charge, other: Charge) -> bool:
    """Return whether two charges are of the same kind of deed; of kinds that are not known, by their words.

    Who only says in the next sentence whose fault it is answers.
    """
    if one.kind is None or other.kind is None:
        a, b = one.account, other.account
        if (
            a.article == b.article
            and abs(a.sentence - b.sentence) <= _NEXT
            and not (one.words and other.words)
        ):
            return True
        return one.kind is other.kind and len(one.words & other.words) >= _FEWEST
    return one.kind == other.kind
