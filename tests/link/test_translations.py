"""Translated copies: sentences aligned by their lengths, then numbers and vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.kept import Kept
from according.link.origins import origins
from according.link.translations import Bead, aligned, translations
from according.model import Sketch, Span
from according.views import Item, Prose

ENGLISH = (
    "The council of Westport decided on Monday to close the old bridge over the river.",
    "In 2019, 412 lorries crossed it every day.",
    "Engineers found cracks in 9 of its 14 pillars, and the repair will cost 3,200,000 euros.",
    "The mayor asked for patience.",
    "A ferry with room for 60 passengers will leave every 20 minutes from the northern bank until the work is done.",
)
FRENCH = (
    "Le conseil de Westport a décidé lundi de fermer le vieux pont sur la rivière.",
    "En 2019, 412 camions le traversaient chaque jour.",
    "Des ingénieurs ont trouvé des fissures dans 9 de ses 14 piliers, et la réparation coûtera 3 200 000 euros.",
    "Le maire a demandé de la patience.",
    "Un bac de 60 passagers partira toutes les 20 minutes de la rive nord jusqu'à la fin des travaux.",
)
ANOTHER = (
    "À Westport, le vieux pont ne rouvrira pas avant longtemps, dit-on dans les cafés de la ville.",
    "« Personne ne nous a rien dit », se plaint une commerçante.",
    "Selon l'opposition, la mairie connaissait l'état des piliers depuis 2016.",
    "Elle demande une enquête.",
    "Le parti du maire, qui gouverne seul, refuse d'en parler avant le vote du budget.",
)


def item(name: str, language: str | None, published: str | None = None) -> Item:
    return Item(
        name, None, language, translated=False, outlet=None, agency=None, published=published, sentences=5,
        sketch=Sketch(60, b"", None), actors=(("westport", 2), ("mayor", 1)), places=frozenset(), days=frozenset(),
        figures=frozenset({(412.0, "lorry")}),
    )  # fmt: skip


def prose(sentences: tuple[str, ...]) -> Prose:
    spans, at = list[Span](), 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Prose("\n".join(sentences), tuple(spans))


TEXTS = {"en": prose(ENGLISH), "fr": prose(FRENCH), "other": prose(ANOTHER)}


@pytest.mark.parametrize("language", ["fr", "hy"])
def test_a_translation_is_told_with_vectors_and_by_numbers_alone(language: str) -> None:
    rows = [item("en", "en"), item("fr", language)]
    ((row, (original, score, reason, passages)),) = translations(
        rows, [0, 1], TEXTS.__getitem__, Kept()
    ).items()
    assert (row, original) == (1, 0)
    assert 0.6 <= score <= 1
    assert "numbers" in reason
    assert [TEXTS["fr"].text[slice(*each.span)] for each in passages] == list(FRENCH)
    assert [TEXTS["en"].text[slice(*each.other_span)] for each in passages] == list(ENGLISH)


@pytest.mark.parametrize(
    "other",
    [item("other", "fr"), item("fr", "en"), item("fr", None), item("fr", "fr", "2020-10-20")],
)
def test_another_account_another_time_and_the_same_language_are_none(other: Item) -> None:
    assert translations([item("en", "en", "2020-10-05"), other], [0, 1], TEXTS.__getitem__, Kept()) == {}


def test_a_parallel_text_with_another_figure_is_an_account_of_its_own() -> None:
    said, alike = frozenset({(3.0, "person"), (9.0, "km")}), frozenset({(3.0, "person"), (6.0, "mile")})
    gainsaid = frozenset({(5.0, "person"), (9.0, "km")})

    def found(figures: frozenset[tuple[float, str]], words: int) -> bool:
        rows = [item("en", "en"), item("fr", "fr")]
        rows = [
            replace(each, figures=each.figures | mine, sketch=replace(each.sketch, words=words))
            for each, mine in zip(rows, (said, figures), strict=True)
        ]
        return bool(translations(rows, [0, 1], TEXTS.__getitem__, Kept()))

    assert found(said, 100)
    assert found(alike, 100)
    assert not found(gainsaid, 100)
    assert found(gainsaid, 900), "a toll that was updated leaves a long dispatch a translation"


def test_the_other_side_s_communique_is_no_translation() -> None:
    said = (
        "The ministry of Ghana said on 12 March that Togo opened fire near the village of Aflao.",
        "The shelling began at 5:30 in the morning and went on for 3 hours.",
        "Togo is fully responsible for the breach of the ceasefire and for what follows.",
        "The units of Ghana kept to all agreements of 1994 and 2011, the ministry said.",
        "The border was calm by noon, and 12 soldiers were taken to hospital.",
    )
    retold = (
        "Le ministère du Ghana a déclaré le 12 mars que le Togo avait ouvert le feu près du village d'Aflao.",
        "Les tirs ont commencé à 5:30 du matin et ont duré 3 heures.",
        "Le Togo est pleinement responsable de la violation du cessez-le-feu et de ses suites.",
        "Les unités du Ghana ont respecté tous les accords de 1994 et de 2011, dit le ministère.",
        "La frontière était calme à midi, et 12 soldats ont été conduits à l'hôpital.",
    )
    turned = [each.replace("Togo", "?").replace("Ghana", "Togo").replace("?", "Ghana") for each in retold]

    def found(text: Sequence[str]) -> bool:
        texts = {"en": prose(said), "fr": prose(tuple(text))}
        some = {name: replace(each, named=mentions(each.text)) for name, each in texts.items()}
        rows = [item("en", "en"), item("fr", "fr")]
        return bool(translations(rows, [0, 1], some.__getitem__, Kept()))

    def mentions(text: str) -> tuple[tuple[Span, str], ...]:
        return tuple((Span(*each.span()), each.group()) for each in re.finditer("Ghana|Togo|Aflao", text))

    assert found(retold)
    assert not found(turned)
    # Nor is what denies where the other one does not.
    denied = [each.replace("avait", "n'avait pas").replace("est plein", "n'est plein") for each in retold]
    assert not found(denied)


def test_the_credited_dispatch_is_the_original_however_long_its_translation_is() -> None:
    french = replace(item("fr", "fr", "2020-10-05"), sketch=Sketch(90, b"", None))
    credited = replace(item("en", "en", "2020-10-05"), agency="Example Agency")
    of = {each.article: each for each in origins([french, credited], TEXTS.__getitem__)}
    assert (of["en"].kind, of["fr"].kind) == ("original", "translated")
    # What is a machine's is no original, lengths say nothing, and a day earlier is.
    machine = replace(french, translated=True)
    assert origins([machine, item("en", "en", "2020-10-05")], TEXTS.__getitem__)[0].kind == "original"
    assert (
        origins([replace(french, published="2020-10-04"), credited], TEXTS.__getitem__)[1].kind == "original"
    )


def test_one_sentence_may_be_two() -> None:
    assert aligned([100, 60, 40], [98, 104]) == [Bead(0, 1, 0, 1), Bead(1, 3, 1, 2)]


LENGTHS = st.lists(st.integers(0, 400), max_size=60)


@given(LENGTHS, LENGTHS)
def test_any_two_are_aligned_in_order(one: list[int], other: list[int]) -> None:
    last, other_last = 0, 0
    for bead in aligned(one, other):
        assert last <= bead.start < bead.end <= len(one)
        assert other_last <= bead.other_start < bead.other_end <= len(other)
        last, other_last = bead.end, bead.other_end
