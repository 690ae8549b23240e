"""Which articles tell of one piece of news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from according.model import content_id
from according.views import Belonging, Item, Story


def stories(items: Iterable[Item], origins: Mapping[str, str]) -> tuple[Story, ...]:
    """Bring the articles on one piece of news together.

    Args:
        items: All articles, in any order.
        origins: What articles share with all copies of one original, by their ids.

    Returns:
        Every article in one story, sorted by id.
    """
    return tuple(
        Story(
            content_id("story", each.article),
            each.title or "",
            (Belonging(each.article, 1.0, "its only article"),),
            each.published,
            each.published,
            1,
        )
        for each in sorted(items, key=lambda each: each.article)
    )
