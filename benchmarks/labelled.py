"""Events against the sentences of `tests/annotations`: which are found, by whom, to whom, and how sure they are.

    python -m benchmarks.labelled                     the figures
    python -m benchmarks.labelled events|status LANG  what is coded otherwise in the half to tune on

An event agrees when the root is the same and its trigger overlaps the labelled one, or it is the only other of that
root in the sentence ("held | talks"); events that are only what another is about (`inner`) may be found or not. A party
agrees when all words of one labelled name are in its words or in the name of its actor, for whom a pronoun may stand:
"the Malian army" is not "the Ghanaian army". What several do to each other agrees when all of them are found, on either
side. The status of a labelled event counts as wrong where nothing is found.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from according.knowledge.fold import fold_name
from according.model import Event, Findings, Party, Span
from benchmarks.articles import analysed, reading
from benchmarks.event_swaps import FILE, load

ANNOTATIONS = Path(__file__).parents[1] / "tests" / "annotations"
LANGUAGES = ("en", "fr", "ru")
_ELIDED = re.compile(r"\b([dl]|qu)['’](?=\w)", re.IGNORECASE)
"""Words glued to the next one: "l'opposition"."""
_SMALL = frozenset(("the", "a", "an", "of", "le", "la", "les", "l", "de", "du", "des", "d", "un", "une"))
"""Words of a name, folded, that may be missing."""


def _rows(name: str, language: str) -> Iterator[tuple[str, dict[str, Any], Findings]]:
    """Yield half, row and what is found in each sentence of a file."""
    table = yaml.load((ANNOTATIONS / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    for row in table[language]:
        half = "tune" if int(row["id"][-1]) % 2 else "held"
        yield half, row, analysed(reading(row["text"], language, row["id"]))


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _paired(row: dict[str, Any], found: Sequence[Event]) -> Iterator[tuple[dict[str, Any], Event | None]]:
    """Yield each labelled event with the one that is found for it: at its trigger, else the only other of its root."""
    free, pairs = list(found), list[Event | None]()
    for gold in row["events"]:
        trigger = _span(row["text"], gold["trigger"])
        fits = [each for each in free if each.root == gold["root"] and each.trigger.overlap(trigger)]
        best = max(fits, key=lambda each: each.trigger.overlap(trigger), default=None)
        if best is not None:
            free.remove(best)
        pairs.append(best)
    missed = Counter(gold["root"] for gold, event in zip(row["events"], pairs, strict=True) if event is None)
    for at, gold in enumerate(row["events"]):
        others = [each for each in free if each.root == gold["root"]]
        if pairs[at] is None and missed[gold["root"]] == len(others) == 1:
            pairs[at] = others[0]
    yield from zip(row["events"], pairs, strict=True)


def _words(party: Party, found: Findings) -> set[str]:
    """Return the words for a party and those of the names of its actors, folded."""
    names = (each.name for each in found.chains if each.id in party.chains)
    return {word for text in (party.text or "", *names) for word in _folded(text)}


def _agree(gold: dict[str, Any], event: Event, found: Findings) -> bool:
    """Return whether source and target are those labelled; nobody agrees with nobody."""
    source, target = (_words(party, found) for party in (event.source, event.target))
    labelled = [[_names(each) for each in gold.get(side, ()) or ()] for side in ("source", "target")]
    if labelled[0] and labelled[0] == labelled[1]:
        return all(words <= (source | target) for words in labelled[0])
    return all(
        any(words <= named for words in side) if side else not named
        for side, named in zip(labelled, (source, target), strict=True)
    )


def _names(label: str) -> set[str]:
    """Return the words of a labelled party that say who it is."""
    words = set(_folded(label))
    return words - _SMALL or words


def _folded(text: str) -> list[str]:
    """Return the words of a name, folded, articles that are glued to them apart."""
    return fold_name(_ELIDED.sub(r"\1 ", text)).split()


def _events(language: str) -> dict[str, float]:
    counts: dict[str, Counter[str]] = {"tune": Counter(), "held": Counter()}
    for half, row, found in _rows("events", language):
        count, inner = counts[half], 0
        for gold, event in _paired({"events": [], **row}, found.events):
            if gold.get("inner"):
                inner += event is not None
                continue
            count["gold"] += 1
            if event is not None:
                whole = _agree(gold, event, found)
                count.update(right=1, whole=whole, status=event.status == gold["status"])
        count["found"] += len(found.events) - inner
    figures = {}
    for half, count in counts.items():
        both = count["gold"] + count["found"]
        figures[f"labelled.{language}.{half}.root_f1"] = 2 * count["right"] / both
        figures[f"labelled.{language}.{half}.whole_f1"] = 2 * count["whole"] / both
        figures[f"labelled.{language}.{half}.status"] = count["status"] / count["right"]
    return figures


def _plain() -> dict[str, float]:
    """Return F1 of roots, of whole events, and statuses in languages without a parser, of each half and language."""
    table = yaml.load((ANNOTATIONS / "events_plain.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    counts: dict[str, Counter[str]] = {}
    for language, rows in table.items():
        for number, (text, *labelled) in enumerate(rows):
            found = analysed(reading(text, language, f"{language}{number}"))
            for name in ("held" if number % 2 else "tune", language):
                _count(counts.setdefault(name, Counter()), text, labelled, found)
    figures = {}
    for name, count in counts.items():
        both = count["gold"] + count["found"]
        figures[f"labelled.plain.{name}.root_f1"] = 2 * count["right"] / both
        figures[f"labelled.plain.{name}.whole_f1"] = 2 * count["whole"] / both
        figures[f"labelled.plain.{name}.status"] = count["status"] / max(1, count["right"])
    return figures


def _rows_of(labelled: Sequence[Sequence[str | None]]) -> list[dict[str, Any]]:
    """Return the events of a sentence without a parser as those of the other files."""
    return [
        {
            "root": root, "status": status, "trigger": trigger,
            "source": [source] if source else [], "target": [target] if target else [],
        }
        for root, status, trigger, source, target in labelled
    ]  # fmt: skip


def _count(count: Counter[str], text: str, labelled: Sequence[Sequence[str | None]], found: Findings) -> None:
    row = {"text": text, "events": _rows_of(labelled)}
    for gold, event in _paired(row, found.events):
        count["gold"] += 1
        if event is not None:
            whole = _agree(gold, event, found)
            count.update(right=1, whole=whole, status=event.status == gold["status"])
    count["found"] += len(found.events)


def _told(row: dict[str, Any], found: Sequence[Event]) -> Event | None:
    """Return the event found at a row's trigger, one of its root before others."""
    trigger = _span(row["text"], row["trigger"])
    fits = [each for each in found if each.trigger.overlap(trigger)]
    return max(fits, key=lambda each: each.root == row["root"], default=None)


def _statuses() -> dict[str, float]:
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for language in LANGUAGES:
        for half, row, found in _rows("status", language):
            event = _told(row, found.events)
            for name in (half, f"{half}.{language}"):
                count[name] += 1
                right[name] += event is not None and event.status == row["status"]
                count[f"{name}.found"] += event is not None
    figures = {name: right[name] / count[name] for name in right}
    figures |= {f"{name}.of_found": right[name] / count[f"{name}.found"] for name in right}
    return {f"labelled.status.{name}": value for name, value in sorted(figures.items())}


def _coded(text: str, language: str) -> list[tuple[str, str, str]]:
    """Return what is coded in a sentence without who it is: root, status and how its parties are filled."""
    found = analysed(reading(text, language, text)).events
    return [
        (each.root, each.status, f"{each.source.span is None} {each.target.span is None}") for each in found
    ]


def _swapped() -> dict[str, float]:
    exchanges = load(FILE.read_text("utf-8"))
    alike = Counter(
        each.language for each in exchanges if _coded(each.a, each.language) == _coded(each.b, each.language)
    )
    count = Counter(each.language for each in exchanges)
    figures = {
        f"labelled.swapped.{language}": alike[language] / count[language] for language in sorted(count)
    }
    return {"labelled.swapped": alike.total() / count.total(), **figures}


def measure() -> dict[str, float]:
    """Return F1 of roots and of whole events, the share of right statuses, and of sentences coded alike swapped."""
    figures: dict[str, float] = {}
    for language in LANGUAGES:
        figures |= _events(language)
    return figures | _statuses() | _swapped() | _plain()


def show(name: str, language: str) -> None:
    """Print what is coded otherwise than labelled in the half to tune on."""
    if name == "events_plain":
        _show_plain(language)
        return
    for half, row, found in _rows(name, language):
        if half == "held":
            continue
        said = [f"{e.root} {e.status} {e.text!r} | {e.source.text} | {e.target.text}" for e in found.events]
        if name == "status":
            event = _told(row, found.events)
            if event is None or event.status != row["status"]:
                print(row["text"], f"   - {row['status']} {row['root']} {row['trigger']!r}", sep="\n")
                print(*(f"   + {each}" for each in said), sep="\n")
            continue
        missed = [gold for gold, event in _paired({"events": [], **row}, found.events) if event is None]
        if missed or len(found.events) != len(row.get("events", ())):
            print(row["text"])
            print(
                *(
                    f"   - {g['root']} {g['status']} {g['trigger']!r} {g.get('source')} {g.get('target')}"
                    for g in missed
                ),
                sep="\n",
            )
            print(*(f"   + {each}" for each in said), sep="\n")


def _show_plain(language: str) -> None:
    table = yaml.load((ANNOTATIONS / "events_plain.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    for text, *labelled in table[language][::2]:
        found = analysed(reading(text, language, text))
        pairs = list(_paired({"text": text, "events": _rows_of(labelled)}, found.events))
        right = all(
            event and _agree(gold, event, found) and event.status == gold["status"] for gold, event in pairs
        )
        if not right or len(found.events) != len(labelled):
            print(text, *(f"   - {each}" for each in labelled), sep="\n")
            print(
                *(
                    f"   + {e.root} {e.status} {e.text!r} | {e.source.text} | {e.target.text}"
                    for e in found.events
                ),
                sep="\n",
            )


if __name__ == "__main__":
    if len(sys.argv) > 2:
        show(sys.argv[1], sys.argv[2])
    else:
        print(json.dumps(measure(), indent=1))
