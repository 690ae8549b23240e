"""Chains made by hand, for tests of what is done with them."""

from __future__ import annotations

from according.model import Chain, Judgement, Kind, Location, Side, Verdict, content_id


def chain(
    name: str,
    article: str,
    kind: Kind = "person",
    *,
    key: str | None = None,
    offices: tuple[str, ...] = (),
    country: str | None = None,
    language: str | None = "en",
) -> Chain:
    """A named chain without mentions; its id is of its name and article. A country gives it a location there."""
    at = Location(40.0, 45.0, country, "town", 0.8) if country else None
    return Chain(
        id=content_id("chain", article, kind, name),
        article=article,
        kind=kind,
        name=name,
        language=language,
        key=key,
        offices=offices,
        location=at,
        named=True,
        mentions=(),
    )


def judged(verdict: Verdict, first: Side, second: Side, number: int = 0) -> Judgement:
    """A judgement, the `number`th of its day."""
    return Judgement(
        content_id("judgement", verdict, repr(first), repr(second), number), verdict, first, second, "2021"
    )


def side(*chains: Chain) -> Side:
    """A side of a judgement that was made when these chains were seen under the first one's name."""
    return Side(chains[0].name, chains[0].kind, tuple(sorted(each.id for each in chains)))
