"""Whether what is told took place: modality, negation, conditions, and who says it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.extract.events.status import Telling, status
from according.extract.tree import Tree
from according.knowledge.speech_cues import speech_cues
from according.knowledge.status_words import status_words
from according.language.engine import engine
from according.model import Status


def told(text: str, language: str, word: str, told: Telling = Telling(deed=True)) -> Status:  # noqa: B008 - frozen
    """Return the status of the act that a word of a sentence tells of: one that does harm."""
    words = status_words(language)
    assert words is not None
    sentence = next(each for each in engine(language).annotate(text) if word in text[slice(*each.span)])
    tree = Tree(sentence, speech_cues(language))
    return status(tree, tree.words.index(word.casefold()), words, harm=True, told=told)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chad attacked Niger.", "attacked", "happened"),
        ("Chad concealed the massacre of villagers.", "massacre", "happened"),
        ("The lull enabled an attack on Kati.", "attack", "happened"),
        ("The lull will enable an attack on Kati.", "attack", "planned"),
        ("She told the court that she is certain that Chad attacked Niger.", "attacked", "happened"),
        ("Togo insisted that Chad is to blame and has attacked Niger.", "attacked", "happened"),
        ("Niger encouraged those attacked in Kati to come home.", "attacked", "happened"),
        ("Togo gave its consent to attack Niger.", "attack", "planned"),
        ("There was no attack on Niger.", "attack", "denied"),
        ("Chad launched no attack on Niger.", "attack", "denied"),
        ("Chad has yet to attack Niger.", "attack", "denied"),
        ("It was not until May that Chad attacked Niger.", "attacked", "happened"),
        ("Chad never ceased to attack Niger.", "attack", "ongoing"),
        ("Chad did not fail to attack Niger.", "attack", "happened"),
        ("Chad did not rule out an attack.", "attack", "hypothetical"),
        ("Niger has not confirmed the attack.", "attack", "hypothetical"),
        ("Should Chad invade Niger, others may follow.", "invade", "hypothetical"),
        ("Togo wants Chad to attack Niger.", "attack", "demanded"),
        ("Togo wants to attack Niger.", "attack", "planned"),
        ("Togo called on Chad to attack Niger.", "attack", "demanded"),
        ("Chad vowed to attack Niger.", "attack", "threatened"),
        ("Niger must disarm or Chad will attack the camp.", "attack", "threatened"),
        ("Chad is shelling the camp.", "shelling", "ongoing"),
        ("Chad holds two soldiers.", "holds", "ongoing"),
        ("Chad held two soldiers.", "held", "happened"),
        ("Since the end of the war, both have talked.", "war", "happened"),
        ("Nobody was killed in the attack.", "attack", "happened"),
        ("Chad did not condemn the attack.", "attack", "happened"),
        ("Chad has not carried out the attack.", "attack", "denied"),
        ("Chad attacked neither Mali nor Togo.", "attacked", "denied"),
        ("Did Ghana attack Mali?", "attack", "hypothetical"),
        ("Why did Ghana attack Mali?", "attack", "happened"),
        ("Were Chad to attack Niger, others may follow.", "attack", "hypothetical"),
        ("Chad denied reports that its men had attacked Niger.", "attacked", "denied"),
        ("Fears that Chad had attacked Niger have spread.", "attacked", "hypothetical"),
        ("In addition to the attack, Chad banned flights.", "attack", "happened"),
        ("The planned attack never took place.", "attack", "denied"),
        ("Chad plans to attack Niger.", "attack", "planned"),
        ("Chad narrowly escaped attack.", "attack", "denied"),
        ("The mayor asked for troops to be deployed.", "deployed", "demanded"),
        ("Chad was to attack Niger.", "attack", "planned"),
        ("Chad announced the arrest of ten men.", "arrest", "happened"),
        ("Chad has now attacked Niger.", "attacked", "happened"),
        ("Chad is poised to attack Niger.", "attack", "planned"),
        ("The attack on Niger is set to begin in June.", "attack", "planned"),
        ("New sanctions against Chad will take effect in June.", "sanctions", "planned"),
        ("The fighting was not weakening.", "fighting", "ongoing"),
        ("If Niger asks, Chad will go there and attack the camp.", "attack", "hypothetical"),
        ("Togo praised Chad after attacking Niger.", "attacking", "happened"),
        ("Not one soldier attacked the camp.", "attacked", "denied"),
        ("Not all soldiers attacked the camp.", "attacked", "happened"),
        ("Nobody has claimed the attack.", "attack", "happened"),
        ("Chad did not hide its attack on Niger.", "attack", "happened"),
    ],
)
def test_english(text: str, word: str, expected: Status) -> None:
    assert told(text, "en", word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ce n'est qu'en mai que le Tchad a attaqué le Niger.", "attaqué", "happened"),
        ("Le Tchad n'a pas attaqué le Niger.", "attaqué", "denied"),
        ("Le Tchad ne cesse d'attaquer le Niger.", "attaquer", "ongoing"),
        ("Le Tchad bombarde toujours le camp.", "bombarde", "ongoing"),
        ("Le Tchad menace d'attaquer le Niger.", "attaquer", "threatened"),
        ("Le Tchad aurait attaqué le Niger.", "attaqué", "happened"),
        ("Le Togo veut que le Tchad attaque le Niger.", "attaque", "demanded"),
        ("Depuis la fin de la guerre, tous se parlent.", "guerre", "happened"),
        ("Le Tchad a été puni pour avoir attaqué le Niger.", "attaqué", "happened"),
        ("Outre l'attaque, le Tchad a interdit les vols.", "attaque", "happened"),
        ("Le Tchad a-t-il attaqué le Niger ?", "attaqué", "hypothetical"),
        ("Pourquoi le Tchad a-t-il attaqué le Niger ?", "attaqué", "happened"),
        ("L'attaque prévue n'a pas eu lieu.", "attaque", "denied"),
        ("S'il attaquait la ville, l'armée riposterait.", "attaquait", "hypothetical"),
        ("Que les rebelles déposent les armes !", "déposent", "demanded"),
        ("Les rebelles sont en train de déposer les armes.", "déposer", "ongoing"),
        ("Le Tchad ne peut pas attaquer le Niger.", "attaquer", "denied"),
        ("Douze civils auraient été tués au Niger.", "tués", "happened"),
        ("Le Tchad aurait attaqué le Niger si le Togo l'avait aidé.", "attaqué", "hypothetical"),
        ("Le Tchad aurait pu attaquer le Niger.", "attaquer", "hypothetical"),
        ("Le Tchad attaquerait le Niger.", "attaquerait", "hypothetical"),
        ("Le Tchad est sur le point d'attaquer le Niger.", "attaquer", "planned"),
        ("L'attaque du Tchad doit commencer en juin.", "attaque", "planned"),
        ("Les combats se poursuivent autour de la ville.", "combats", "ongoing"),
        ("Le Chili et le Pérou signeront mardi un accord.", "signeront", "planned"),
    ],
)
def test_french(text: str, word: str, expected: Status) -> None:
    assert told(text, "fr", word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Чад обстреливает лагерь.", "обстреливает", "ongoing"),
        ("Чад обстрелял лагерь.", "обстрелял", "happened"),
        ("Чад не обстреливал лагерь.", "обстреливал", "denied"),
        ("Чад не перестает обстреливать лагерь.", "обстреливать", "ongoing"),
        ("Чад грозится обстрелять лагерь.", "обстрелять", "threatened"),
        ("Того требует, чтобы Чад обстрелял лагерь.", "обстрелял", "demanded"),
        ("Чад обязуется вывести войска.", "вывести", "planned"),
        ("Мэр был арестован.", "арестован", "happened"),
        ("Мэр будет арестован.", "арестован", "planned"),
        ("Пусть повстанцы сложат оружие!", "сложат", "demanded"),
        ("Чад хочет, чтобы дипломатов выслали.", "выслали", "demanded"),
        ("Следователи выясняют, убивали ли боевики крестьян.", "убивали", "hypothetical"),
        ("Если повстанцы не уйдут, армия атакует город.", "атакует", "hypothetical"),
        ("Чад должен был вывести войска.", "вывести", "planned"),
        ("После окончания войны все говорят друг с другом.", "войны", "happened"),
    ],
)
def test_russian(text: str, word: str, expected: Status) -> None:
    assert told(text, "ru", word) == expected


def test_a_duty_that_somebody_lays_on_another_is_demanded() -> None:
    text = "Чад должен был вывести войска."
    assert told(text, "ru", "вывести", Telling(deed=True, said=True)) == "demanded"


def test_what_somebody_announces_that_he_will_do_is_planned() -> None:
    assert told("Le ministre a annoncé qu'il démissionnerait.", "fr", "démissionnerait") == "planned"


def test_what_its_doer_announces_is_threatened() -> None:
    text = "Chad said that it will attack the camp."
    assert told(text, "en", "attack", Telling(deed=True, said=True, own=True)) == "threatened"
    assert told(text, "en", "attack", Telling(deed=True, said=True, own=False)) == "planned"


def test_a_duty_that_nobody_speaks_of_is_arranged() -> None:
    text = "Le ministre doit rencontrer son homologue jeudi."
    assert told(text, "fr", "rencontrer") == "planned"
    assert told(text, "fr", "rencontrer", Telling(said=True)) == "demanded"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(("en", "fr", "ru")), st.text(min_size=1, max_size=120), st.booleans())
def test_any_word_has_a_status(language: str, text: str, harm: bool) -> None:
    words = status_words(language)
    assert words is not None
    for sentence in engine(language).annotate(text):
        tree = Tree(sentence, speech_cues(language))
        for at in range(len(tree.tokens)):
            assert status(tree, at, words, harm) in words.verbs.values()
