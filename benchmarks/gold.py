"""The whole command line on real digests and pages, scored against annotations made by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import shared

SHARES = {
    "articles: boundaries f1": "gold.boundaries_f1",
    "articles: title": "gold.title",
    "articles: outlet": "gold.outlet",
    "articles: agency": "gold.agency",
    "articles: author": "gold.author",
    "articles: published": "gold.published",
    "articles: language": "gold.language",
    "articles: translated flag": "gold.translated",
    "boilerplate: characters f1": "gold.boilerplate_f1",
    "entities: person found": "gold.persons",
    "entities: organization found": "gold.organizations",
    "entities: state found": "gold.states",
    "entities: place found": "gold.places",
    "entities: one article, one id": "gold.one_id_in_article",
    "entities: one id across articles": "gold.one_id_across_articles",
    "places: located": "gold.located",
    "stories: pairs f1": "gold.stories",
    "discrepancies: recall": "gold.discrepancies",
}
INVENTED = {f"articles: {field} invented (want 0)": f"gold.{field}_invented"
            for field in ("outlet", "agency", "author", "published")}  # fmt: skip
SHARED_IDS = "entities: ids shared by two gold entities (want 0)"


def _run(*command: str) -> str:
    """Return what a command prints; RuntimeError with its complaint when it fails."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def measure() -> dict[str, float]:
    """Read and export the seeds, score the export, and return the figures about what is found, linked and compared.

    `*_invented` count fields that were filled in where the text does not say, `shared_ids` entities that stand for two
    of the annotators' (who count two spellings of a name as two); the others are shares or F1.
    """
    seeds, scorer = shared("seeds"), shared("eval/score.py")
    gold = sorted(map(str, shared("gold").glob("*.json")))
    with TemporaryDirectory() as folder:
        record, export = str(Path(folder, "seeds.according")), str(Path(folder, "export"))
        _run("-m", "according", "read", str(seeds), "--record", record)
        # What could not be split or analysed would otherwise count as nothing to be found.
        notices = _run("-m", "according", "notices", "--json", "--record", record).splitlines()
        if damaged := [notice for notice in notices if json.loads(notice)["kind"] == "damaged"]:
            raise RuntimeError("\n".join(damaged))
        _run("-m", "according", "export", "--format", "jsonl", export, "--record", record)
        rows = json.loads(_run(str(scorer), export, *gold, "--json"))
    shares = {mine: rows[theirs]["value"] for theirs, mine in SHARES.items() if theirs in rows}
    invented = {mine: float(rows.get(theirs, {"hit": 0})["hit"]) for theirs, mine in INVENTED.items()}
    return shares | invented | {"gold.shared_ids": float(rows[SHARED_IDS]["hit"])}
