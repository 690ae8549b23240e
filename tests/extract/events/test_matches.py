"""Which words of a sentence are found to tell of an event, and of which kind and status."""

from __future__ import annotations

import pytest

from according.model import Event
from benchmarks.articles import analysed, reading


def found(text: str, language: str) -> tuple[Event, ...]:
    return analysed(reading(text, language, text)).events


@pytest.mark.parametrize(
    ("language", "text", "root", "status"),
    [
        (
            "en",
            "Togo called for a dialogue between the government and the opposition.",
            "CONSULT",
            "demanded",
        ),
        ("en", "Rights groups are seeking an investigation into the killings.", "ACCUSE", "demanded"),
        ("en", "Ghana called for a truce.", "RETREAT", "demanded"),
        ("en", "Ghana demanded the release of its diplomats.", "RETREAT", "demanded"),
        ("en", "A cease-fire between Mali and Chad began.", "RETREAT", "happened"),
        ("en", "A sit-in was held by students.", "PROTEST", "happened"),
        ("en", "No group has claimed responsibility for the attack on the market.", "ASSAULT", "happened"),
        ("en", "Twelve dead in drone strike on Kati", "ASSAULT", "happened"),
        ("en", "A ceasefire came into force at midnight.", "RETREAT", "happened"),
        ("en", "The fighting has not stopped in Bor.", "ASSAULT", "ongoing"),
        ("en", "Mali to expel French envoy", "SANCTION", "planned"),
        ("en", "Delegations from Mali and Chad are due to meet in Geneva on Friday.", "CONSULT", "planned"),
        ("fr", "Les combats n'ont pas cessé à Bor.", "ASSAULT", "ongoing"),
        ("fr", "Le Ghana accuse le Mali d'avoir violé la trêve.", "ASSAULT", "happened"),
        ("fr", "Un cessez-le-feu est entré en vigueur à minuit.", "RETREAT", "happened"),
        ("fr", "L'ONU réclame un cessez-le-feu immédiat.", "RETREAT", "demanded"),
        ("fr", "La contre-offensive de l'armée a commencé lundi.", "ASSAULT", "happened"),
        ("fr", "12 morts dans un bombardement à Kati", "ASSAULT", "happened"),
        ("fr", "Les manifestants réclament la démission du ministre.", "CONCEDE", "demanded"),
        ("fr", "La ville est tombée aux mains des rebelles.", "ASSAULT", "happened"),
        ("ru", "Катар выступил посредником между сторонами.", "CONSULT", "happened"),
        ("ru", "Судан пригрозил Чаду нападением.", "ASSAULT", "threatened"),
        ("ru", "ООН призвала к немедленному прекращению огня.", "RETREAT", "demanded"),
        ("ru", "12 погибших при обстреле Кати", "ASSAULT", "happened"),
    ],
)
def test_what_is_told(language: str, text: str, root: str, status: str) -> None:
    assert (root, status) in {(each.root, each.status) for each in found(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "root"),
    [
        ("fr", "Le Mali a violé le cessez-le-feu, accuse le Ghana.", "RETREAT"),
        ("en", "Somalia asked Turkey to send drones.", "ASSAULT"),
        ("en", "The fighting has not stopped in Bor.", "RETREAT"),
        ("en", "Lee asked when the next meeting would be.", "REQUEST"),
        ("en", "Guests will be treated to a free meal by Google.", "AID"),
        ("en", "Discover what works for launching your products and services.", "COOPERATE"),
        ("fr", "La réunion s'est tenue au siège de l'entreprise.", "COERCE"),
        ("ru", "Новые санкции против Минска вступят в силу в июне.", "SANCTION"),
    ],
)
def test_what_is_not_told(language: str, text: str, root: str) -> None:
    assert root not in {each.root for each in found(text, language)}


def test_whoever_vows_to_arm_threatens_nobody() -> None:
    told = {each.root: each.status for each in found("Chad vowed to modernise its army.", "en")}
    assert told["MOBILIZE"] == "planned"
