"""What was worked out before, by what it was worked out from: what has not changed is not worked out again.

A result is found by a hash of all that it depends on, so that whoever works on from what is kept comes to exactly what
working all out anew would come to. What nobody asks for any more is forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from according.model import content_id

RULES = 9
"""Raise it when articles are compared otherwise than before: nothing that is kept counts any more then."""


class Kept:
    """Results of earlier work. `used` are those that still count, `worked` how many comparisons were made anew."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        """Begin with what is known, as `used` told it at the end of earlier work."""
        self._known = known if known is not None else {}
        self.used: dict[str, str] = {}
        self.worked = 0

    def recall(self, work: Callable[[], object], *of: str | int) -> Any:
        """Return what `work` gives, as JSON has it: from before, if it is known.

        Args:
            work: Works it out; returns what can be JSON.
            of: All that the result depends on, what it is first.
        """
        key = content_id(RULES, *of)
        result = self.used.get(key) or self._known.get(key)
        if result is None:
            self.worked += 1
            result = json.dumps(work(), ensure_ascii=False, separators=(",", ":"))
        self.used[key] = result
        return json.loads(result)

    def before(self, *name: str | int) -> Any:
        """Return what `keep` was given under a name in earlier work; None where it was given nothing."""
        result = self._known.get(content_id(RULES, *name))
        return json.loads(result) if result is not None else None

    def keep(self, result: object, *name: str | int) -> None:
        """Keep something under a name, for who checks for himself whether it still holds."""
        self.used[content_id(RULES, *name)] = json.dumps(result, ensure_ascii=False, separators=(",", ":"))
