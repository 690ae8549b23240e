"""Whom "the two sides" and their like mean."""

from __future__ import annotations

import pytest

from according.model import Event, Findings
from benchmarks.articles import analysed, reading


def _sides(text: str, language: str, root: str) -> tuple[set[str], set[str]]:
    """Return the names of the actors on both sides of the last event of a root."""
    found: Findings = analysed(reading(text, language, text))
    names = {chain.id: chain.name for chain in found.chains}
    event: Event = [each for each in found.events if each.root == root][-1]
    return {names[each] for each in event.source.chains}, {names[each] for each in event.target.chains}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Peru and Chile met in Lima. The two sides agreed on a deal.", {"Peru", "Chile"}),
        ("en", "Peru, Chile and Iran met. The three countries agreed on a border.", {"Peru", "Chile", "Iran"}),
        ("en", "Peruvian and Chilean envoys flew to Peru and Chile. Both sides agreed on a border.", {"Peru", "Chile"}),
        ("fr", "Le Mali et le Niger se sont rencontrés. Les deux pays ont conclu un accord.", {"Mali", "Niger"}),
        ("ru", "Перу и Чили провели переговоры. Стороны договорились о границе.", {"Peru", "Chile"}),
    ],
)  # fmt: skip
def test_those_named_together_before(language: str, text: str, names: set[str]) -> None:
    assert _sides(text, language, "AGREE") == (names, names)


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile and Iran met. The two sides agreed on a border.",
        "Peru and Chile met. The two sides of the valley dispute agreed on a border.",
        "The two sides agreed on a border.",
    ],
)
def test_nobody_where_it_is_not_sure_whom(text: str) -> None:
    source, _ = _sides(text, "en", "AGREE")
    assert source == set()


def test_leaders_are_people() -> None:
    text = "President Emmanuel Macron and Chancellor Olaf Scholz dined in Bonn. The two presidents agreed on a border."
    source, _ = _sides(text, "en", "AGREE")
    assert {"Emmanuel Macron", "Olaf Scholz"} <= source


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Ghana has repeated its refusal to attack Togo.", "Ghana"),
        ("en", "Western powers urged Ghana and Togo to attack Mali and to bomb Chad.", "Western powers"),
        ("fr", "Le Ghana a annoncé son intention d'attaquer le Togo.", "Ghana"),
    ],
)
def test_who_does_what_has_no_subject(language: str, text: str, source: str) -> None:
    found = analysed(reading(text, language, text))
    attack = [each for each in found.events if each.root == "ASSAULT"]
    assert attack
    assert (source in (attack[0].source.text or "")) == (source != "Western powers")


def _parties(text: str, language: str, root: str) -> tuple[str | None, str | None]:
    """Return the words for source and target of the first event of a root."""
    event = next(each for each in analysed(reading(text, language, text)).events if each.root == root)
    return event.source.text, event.target.text


@pytest.mark.parametrize(
    ("language", "text", "root", "source", "target"),
    [
        ("fr", "Le Ghana est un État dont l'armée a bombardé le Togo.", "ASSAULT", "l'armée", "Togo"),
        ("fr", "Le Ghana parviendra à un accord avec le Togo.", "AGREE", "Le Ghana", "Togo"),
        ("en", "Ghana shelled homes in Togo.", "ASSAULT", "Ghana", "Togo"),
        ("en", "Ghana prepares an attack on Togo.", "ASSAULT", "Ghana", "Togo"),
        ("en", "Ghana offered the Tamil parties a seat, but they attacked Togo.", "ASSAULT", "they", "Togo"),
        ("en", "There was no attack by Ghana on Togo.", "ASSAULT", "Ghana", "Togo"),
        ("en", "Ghana imposed a curfew in Accra.", "COERCE", "Ghana", None),
        ("en", "Denmark will not send weapons, said the minister of Norway.", "AID", "Denmark", None),
        ("ru", "«Исламский джихад» раскритиковал ХАМАС.", "ACCUSE", "Исламский джихад", "ХАМАС"),
    ],
)
def test_who_does_it_to_whom(language: str, text: str, root: str, source: str, target: str | None) -> None:
    found = _parties(text, language, root)
    assert source in (found[0] or "")
    assert (found[1] is None) if target is None else (target in (found[1] or ""))


def test_whose_army_it_is() -> None:
    text = "Ghana est un pays. Le Ghana est un État dont l'armée a bombardé le Togo."
    found = analysed(reading(text, "fr", text))
    ghana = next(chain.id for chain in found.chains if chain.name == "Ghana")
    attack = next(each for each in found.events if each.root == "ASSAULT")
    assert ghana in attack.source.chains
