"""Who takes part in events, where the plain subject or object does not tell: states are not blamed for others' acts."""

from __future__ import annotations

import pytest

from according.model import Event
from benchmarks.articles import analysed, reading
from tests.extract.events.test_events import read

CHAD, NIGER = {"Chad"}, {"Niger"}


def sides(text: str, language: str, trigger: str) -> tuple[set[str], set[str]]:
    """Return the names of the actors on both sides of the event that a word tells of."""
    found = read(text, language)
    names = {chain.id: chain.name for chain in found.chains}
    event: Event = next(each for each in found.events if each.text == trigger)
    return {names[each] for each in event.source.chains}, {names[each] for each in event.target.chains}


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("The army, which Chad says shelled the hospital, denied it.", "shelled", {"army"}, set()),
        ("The shelling of Kati by Chad killed 12 civilians.", "killed", CHAD, set()),
        ("The shelling of Kati killed 12 civilians.", "killed", set(), set()),
        ("Chad's war with Niger killed 300 people.", "killed", set(), set()),
        ("The Chad war has displaced millions.", "displaced", set(), set()),
        ("Chad urged Niger and Mali to stop fighting.", "fighting", {"Niger", "Mali"}, {"Niger", "Mali"}),
        ("Chad warned Niger against attacking Mali.", "attacking", NIGER, {"Mali"}),
        ("Chad called on Niger to withdraw its troops and to release prisoners.", "release", NIGER, set()),
        ("They used firearms and Molotov cocktails to attack a police station.", "attack", set(), {"police"}),
        ("It was Chad that attacked Niger.", "attacked", CHAD, NIGER),
        ("The Hong Kong Human Rights Act would impose sanctions on officials.", "impose", set(), set()),
        ("The Chad Rights and Freedom Act would impose sanctions on officials.", "impose", set(), set()),
    ],
)  # fmt: skip
def test_who_acts(text: str, trigger: str, source: set[str], target: set[str]) -> None:
    assert sides(text, "en", trigger) == (source, target)


@pytest.mark.parametrize(
    ("text", "trigger", "target"),
    [
        ("Chad shells Kati; Niger urged to respond", "urged", NIGER),
        ("Chad accused of shelling Kati", "accused", CHAD),
        ("Chad condemned over attack on Niger", "condemned", CHAD),
        ("Policeman shot dead after leaving Chad.", "shot dead", set()),
        ("12 killed in Kati, police say.", "killed", set()),
        ("At least 12 people were killed and 30 wounded in Kati.", "wounded", set()),
    ],
)
def test_headlines_leave_out_their_helpers(text: str, trigger: str, target: set[str]) -> None:
    assert sides(text, "en", trigger) == (set(), target)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Niger's ally Chad attacked Mali.", CHAD),
        ("Niger's rival, Chad, attacked Mali.", CHAD),
        ("Pro-Chad protesters attacked Mali.", set()),
        ("Hamas's army attacked Mali's forces.", {"Hamas"}),
        ("The rebels' army attacked Mali's forces.", set()),
        ("Chad's army attacked Mali's forces.", {"Armed Forces of Chad", "Chad"}),
        ("A northern Chad man attacked Mali.", set()),
        ("A Chadian minister attacked Mali.", {"Chadian minister", "Chad"}),
    ],
)
def test_whose_act_it_is(text: str, source: set[str]) -> None:
    assert sides(text, "en", "attacked")[0] == source


def test_whoever_mourns_mourns_the_dead() -> None:
    assert sides("Chad mourns 12 soldiers killed by Niger.", "en", "mourns") == (CHAD, set())


@pytest.mark.parametrize(
    "text", ["Ghana-Mali peace talks resumed on Tuesday.", "Peace talks between Ghana and Mali resumed."]
)
def test_names_joined_by_a_hyphen(text: str) -> None:
    assert sides(text, "en", "talks") == ({"Ghana", "Mali"}, {"Ghana", "Mali"})


def test_between_behind_another_noun() -> None:
    text = "The exchange of prisoners between Chad and Niger took place on Monday."
    assert sides(text, "en", "exchange of prisoners") == (CHAD | NIGER, CHAD | NIGER)


def test_no_state_signs_with_itself() -> None:
    assert sides("Chad and the rebels signed a ceasefire.", "en", "signed") == (CHAD, set())


def test_one_another() -> None:
    text = "Chad and Niger met. Both sides accused each other of violating the ceasefire."
    assert sides(text, "en", "accused") == (CHAD | NIGER, CHAD | NIGER)


def test_who_is_spoken_to_and_who_speaks() -> None:
    text = '"You attacked us," Chad\'s president told Niger.'
    assert sides(text, "en", "attacked") == (NIGER, {"Chad's president", "Chad"})
    assert sides('"You attacked us," Chad\'s president said.', "en", "attacked")[0] == set()
    assert sides("“Our troops shelled Kati,” the Chadian minister said.", "en", "shelled")[0] == CHAD


@pytest.mark.parametrize(
    ("language", "text", "trigger", "source", "target"),
    [
        ("fr", "Le ministre tchadien a rencontré le ministre malien.", "rencontré",
         {"ministre tchadien", "Chad"}, {"ministre malien", "Mali"}),
        ("fr", "Le Tchad a parlé au Niger.", "parlé", CHAD, NIGER),
        ("fr", "Le Tchad condamne le Niger pour avoir attaqué Kati.", "attaqué", NIGER, {"Kati"}),
        ("fr", "Le Tchad a envoyé des soldats pour attaquer le Niger.", "attaquer", CHAD, NIGER),
        ("ru", "Переговоры между ливийской армией и чадской армией сорваны.", "сорваны", set(), set()),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, trigger: str, source: set[str], target: set[str]) -> None:
    assert sides(text, language, trigger) == (source, target)


def test_a_state_told_by_an_adjective_has_a_chain() -> None:
    found = analysed(reading("The Chadian army shelled Kati. French cuisine is liked.", "en", "test"))
    states = [chain for chain in found.chains if chain.kind == "state"]
    assert [(chain.name, chain.key, chain.named) for chain in states] == [("Chad", "state:TD", False)]
    assert [mention.text for mention in states[0].mentions] == ["Chadian"]


def test_pronouns_that_mean_one_another_end_nowhere() -> None:
    written = (
        "La Zambie affirme que le nom de son voisin représente un droit sur son territoire "
        "et a opposé son veto à son entrée."
    )
    assert read(written, "fr").problem is None


def test_whoever_led_a_state_on_the_day_acts_for_it() -> None:
    told = "Emmanuel Macron met Ilham Aliyev in Paris. France and Azerbaijan are at odds."
    assert sides(told, "en", "met") == ({"Emmanuel Macron", "France"}, {"Ilham Aliyev", "Azerbaijan"})


@pytest.mark.parametrize(
    ("one", "side", "other", "against"),
    [
        ("Khalil al-Hayya", "Hamas", "Benjamin Netanyahu", "Israel"),
        ("Mohamed Hamdan Dagalo", "Rapid Support Forces", "Abdel Fattah al-Burhan", "Sudan"),
        ("Denis Pushilin", "Donetsk People's Republic", "Volodymyr Zelensky", "Ukraine"),
        ("Abdul Hamid Dbeibah", "Libya", "Khalifa Haftar", "Libyan National Army"),
    ],
)
def test_leaders_of_either_side_act_for_it(one: str, side: str, other: str, against: str) -> None:
    for first, own, second, their in ((one, side, other, against), (other, against, one, side)):
        told = f"{first} threatened {second}. The {own} and {their} are at war."
        assert sides(told, "en", "threatened") == ({first, own}, {second, their})


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("Les bombardements du Niger sur le Tchad ont repris.", "bombardements", "Niger", "le Tchad"),
        (
            "Les frappes aériennes du Niger contre le Tchad ont repris.",
            "frappes aériennes",
            "Niger",
            "le Tchad",
        ),
        ("Les bombardements de Kati par le Niger ont repris.", "bombardements", "le Niger", "Kati"),
    ],
)
def test_a_noun_s_doer_ends_where_its_target_begins(
    text: str, trigger: str, source: str, target: str
) -> None:
    event = next(each for each in read(text, "fr").events if each.text == trigger)
    assert (event.source.text, event.target.text) == (source, target)


@pytest.mark.parametrize(
    ("language", "text", "root"),
    [
        ("fr", "Frappes sur Kati : 12 morts.", "ASSAULT"),
        ("fr", "Raid sur Kati : 12 morts", "ASSAULT"),
        ("fr", "Tchad : Frappes sur Kati", "ASSAULT"),
        ("fr", "Paris contre Marseille", None),
        ("en", "Raid Niger", None),
    ],
)
def test_the_noun_that_opens_a_headline(language: str, text: str, root: str | None) -> None:
    assert [event.root for event in read(text, language).events] == ([] if root is None else [root])


def test_a_verdict_is_the_speakers() -> None:
    told = "« C'est une erreur grave de la part du Niger », a déclaré le Tchad."
    found = read(told, "fr")
    names = {chain.id: chain.name for chain in found.chains}
    event = next(each for each in found.events if each.text == "erreur grave")
    assert [[names[each] for each in side.chains] for side in (event.source, event.target)] == [
        ["Chad"],
        ["Niger"],
    ]
