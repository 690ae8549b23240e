"""The people of one article."""

from __future__ import annotations

import pytest

from according.link import people as module
from according.link.beside import office_of
from according.link.people import people
from according.link.spellings import compare_spellings
from according.model import Candidate
from tests.chains import named, told


def members(text: str, *candidates: Candidate, language: str = "en") -> list[list[str]]:
    """The people that candidates name or describe, without a parse."""
    found = people(text, candidates, (), language)
    return [[text[slice(*member.candidate.span)] for member in group.members] for group in found]


def office(text: str, written: str, role: str, state: str | None = None, nth: int = 0) -> Candidate:
    return named(text, written, "person", nth, form="description", role=role, state=state, basis="office")


class TestNames:
    @pytest.mark.parametrize(
        ("one", "other", "language"),
        [
            ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "en"),
            ("Abiy Ahmed", "Abiy Ahmed Ali", "en"),
            ("Mouammar Kadhafi", "Muammar Gaddafi", "fr"),
            ("Иван Петров", "Иваном Петровым", "ru"),
        ],
    )
    def test_spellings_of_one_name_are_one(self, one: str, other: str, language: str) -> None:
        text = f"{one} / {other}"
        both = [named(text, one, "person"), named(text, other, "person", text.count(other) - 1)]
        found = members(text, *both, language=language)
        assert found == [[one, other]]

    @pytest.mark.parametrize(
        ("one", "other", "language"),
        [
            ("Ilham Aliyev", "Nurlan Aliyev", "en"),
            ("Omar al-Bashir", "Hassan al-Bashir", "en"),
            ("Александр Иванов", "Александра Иванова", "ru"),
            ("John Smith", "Jane Smith", "en"),
            ("Michel Dupont", "Michelle Dupont", "fr"),
            ("Louis Example", "Louise Example", "fr"),
            ("Armen Sargsyan", "Armine Sargsyan", "en"),
        ],
    )
    def test_two_of_one_surname_are_two(self, one: str, other: str, language: str) -> None:
        text = f"{one} / {other}"
        assert (
            len(members(text, named(text, one, "person"), named(text, other, "person"), language=language))
            == 2
        )

    def test_of_several_the_one_named_last(self) -> None:
        text = "Aliyev. Ilham Aliyev. Aliyev. Nurlan Aliyev. Aliyev."
        full = [named(text, "Ilham Aliyev", "person"), named(text, "Nurlan Aliyev", "person")]
        bare = [named(text, "Aliyev", "person", nth) for nth in (0, 2, 4)]
        first, second = people(text, [*full, *bare], (), "en")
        assert [each.candidate.span.start for each in first.members] == [8, 0, 22]
        assert [each.candidate.span.start for each in second.members] == [30, 45]
        assert first.members[-1].confidence < first.members[0].confidence
        assert "nearest of that name" in first.members[-1].reason

    def test_a_name_cut_short_that_fits_two_is_neither(self) -> None:
        text = "Hamdan Dagalo / Mohamed Hamdan Dagalo / Abdelrahim Hamdan Dagalo / Hamdan Dagalo"
        names = [named(text, "Hamdan Dagalo", "person", nth) for nth in (0, 3)]
        names += [named(text, f"{given} Hamdan Dagalo", "person") for given in ("Mohamed", "Abdelrahim")]
        assert members(text, *names) == [
            ["Hamdan Dagalo", "Hamdan Dagalo"],
            ["Mohamed Hamdan Dagalo"],
            ["Abdelrahim Hamdan Dagalo"],
        ]

    def test_what_fits_one_is_that_one_wherever_it_stands(self) -> None:
        text = "Hamdan Dagalo / Mohamed Hamdan Dagalo / Mohammed Hamdan Daglo"
        names = [named(text, "Hamdan Dagalo", "person")]
        names += [named(text, name, "person") for name in ("Mohamed Hamdan Dagalo", "Mohammed Hamdan Daglo")]
        assert len(members(text, *names)) == 1

    def test_a_given_name_that_was_overlooked_tells_two_apart(self) -> None:
        text = "Mohamed Hamdan Dagalo left. Nurlan Hamdan Dagalo stayed."
        names = [named(text, "Mohamed Hamdan Dagalo", "person"), named(text, "Hamdan Dagalo", "person", 1)]
        assert members(text, *names) == [["Mohamed Hamdan Dagalo"], ["Hamdan Dagalo"]]

    def test_of_several_bearers_who_fits_as_it_is_written(self) -> None:
        text = "Ильхам Алиев и Нурлан Алиев. Алиев. Мехрибан Алиева. Нурлан Алиев. Алиева. Алиевой."
        full = [named(text, "Ильхам Алиев", "person"), named(text, "Мехрибан Алиева", "person")]
        full += [named(text, "Нурлан Алиев", "person", nth) for nth in (0, 1)]
        bare = [named(text, "Алиева", "person", 1), named(text, "Алиевой", "person")]
        (found,) = (each for each in members(text, *full, *bare, language="ru") if "Мехрибан Алиева" in each)
        assert found == ["Мехрибан Алиева", "Алиева", "Алиевой"]

    def test_of_a_crowd_few_are_compared(self, monkeypatch: pytest.MonkeyPatch) -> None:
        count = 400
        compared: list[str] = []
        compare = compare_spellings

        def counted(one: str, *rest: object) -> object:
            compared.append(one)
            return compare(one, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(module, "compare_spellings", counted)
        vowels = [f"{a}{b}{c}{d}" for a in "aeiou" for b in "aeiou" for c in "aeiou" for d in "aeiou"][:count]
        text = " / ".join("M{}r{}n S{}rgsy{}n".format(*four) for four in vowels)
        names = [named(text, "M{}r{}n S{}rgsy{}n".format(*four), "person") for four in vowels]
        people(text, names, (), "en")
        assert len(compared) <= count * (module.MOST + 1)

    def test_an_initial_is_no_surname(self) -> None:
        text = "Dionisio A. Lind met Adams."
        both = [named(text, "Dionisio A. Lind", "person"), named(text, "Adams", "person")]
        assert len(members(text, *both)) == 2

    def test_a_surname_is_a_whole_word(self) -> None:
        text = "Anna Mann met Mannheim."
        assert len(members(text, named(text, "Anna Mann", "person"), named(text, "Mannheim", "person"))) == 2

    def test_single_names_of_nobody_are_one_each(self) -> None:
        text = "Pelé. Xavi. Pelé."
        found = members(
            text, *(named(text, name, "person", nth) for name, nth in (("Pelé", 0), ("Xavi", 0), ("Pelé", 1)))
        )
        assert found == [["Pelé", "Pelé"], ["Xavi"]]

    def test_own_actors_go_by_their_keys(self) -> None:
        text = "The Doctor Who / John Roe"
        keys = [named(text, name, "person", key="own:one") for name in ("The Doctor Who", "John Roe")]
        assert members(text, *keys) == [["The Doctor Who", "John Roe"]]


class TestOffices:
    @pytest.mark.parametrize(
        "text",
        ["the president William Ruto", "William Ruto, the president", "William Ruto (president)",
         "president Mr. William Ruto", "president, William Ruto"],
    )  # fmt: skip
    def test_beside_the_name(self, text: str) -> None:
        (group,) = people(
            text,
            [office(text, "president", "president", "KE"), named(text, "William Ruto", "person")],
            (),
            "en",
        )
        assert group.offices == {"president@KE"}
        assert group.named

    @pytest.mark.parametrize(
        "text",
        ["the president and William Ruto", "William Ruto met the president", "William Ruto. The president"],
    )
    def test_not_beside_the_name(self, text: str) -> None:
        found = people(
            text,
            [office(text, "president", "president", "KE"), named(text, "William Ruto", "person")],
            (),
            "en",
        )
        assert [group.offices for group in found] == [set(), {"president@KE"}]

    TEXT = "President Ruto met Prime Minister Abiy. The president left. The president of Chad did not."

    def test_a_description_is_whoever_holds_the_office(self) -> None:
        text = self.TEXT
        ruto, abiy, chad = people(
            text,
            [
                office(text, "President", "president", "KE"), named(text, "Ruto", "person"),
                office(text, "Prime Minister", "prime-minister"), named(text, "Abiy", "person"),
                office(text, "president", "president"), office(text, "president of Chad", "president", "TD"),
            ],
            (), "en",
        )  # fmt: skip
        assert [text[slice(*each.candidate.span)] for each in ruto.members] == [
            "Ruto",
            "President",
            "president",
        ]
        assert abiy.offices == {"prime-minister@"}
        assert (chad.named, chad.offices) == (False, {"president@TD"})
        assert ruto.members[-1].reason == "office of Ruto"

    def test_of_two_holders_it_is_nobody(self) -> None:
        text = "minister Anna Roe and minister John Doe. The minister left."
        found = people(
            text,
            [
                office(text, "minister", "minister"), named(text, "Anna Roe", "person"),
                office(text, "minister", "minister", None, 1), named(text, "John Doe", "person"),
                office(text, "minister", "minister", None, 2),
            ],
            (), "en",
        )  # fmt: skip
        assert [group.named for group in found] == [True, True, False]

    @pytest.mark.parametrize(
        ("text", "language", "described", "name"),
        [
            (
                "Defence Minister Anita Anand spoke in Ottawa. The minister left.",
                "en",
                "minister",
                "Anita Anand",
            ),
            (
                "La ministre de la Défense Florence Parly a parlé. La ministre part demain.",
                "fr",
                "ministre",
                "Florence Parly",
            ),
            (
                "French President Emmanuel Macron spoke. The French leader left.",
                "en",
                "leader",
                "Emmanuel Macron",
            ),
            (
                "Министр обороны Китая Дун Цзюнь выступил в Пекине. Министр уехал в понедельник.",
                "ru",
                "Министр",
                "Дун Цзюнь",
            ),
        ],
    )
    def test_what_an_office_is_called_in_general(
        self, text: str, language: str, described: str, name: str
    ) -> None:
        chain = next(each for each in told(text, language).chains if each.name == name)
        mention = next(
            each for each in chain.mentions if each.text.endswith(described) and each.span.start > 30
        )
        assert mention.reason == f"in general the office of {name}"

    @pytest.mark.parametrize(
        "text",
        [
            "Prime Minister Anna Sample spoke in Ottawa. The minister left.",
            "Former defence minister Anna Sample spoke in Ottawa. The minister left.",
            "French President Emmanuel Macron spoke in Ottawa. The Turkish leader left.",
        ],
    )
    def test_what_it_is_not_called(self, text: str) -> None:
        assert [each.named for each in told(text).chains if each.kind == "person"] == [True, False]

    def test_of_two_ministers_the_one_named_just_before(self) -> None:
        text = (
            "Foreign Minister Melanie Joly arrived on Monday. It rained. Nothing happened for hours. Defence "
            "Minister Anita Anand came. The minister left."
        )
        assert told(text).chain("minister") == told(text).chain("Anita Anand")

    def test_the_one_of_that_state_before_one_of_an_unknown_state(self) -> None:
        text = (
            "President Macron met Recep Tayyip Erdogan, the president of Turkey. The Turkish president left."
        )
        assert told(text).chain("Turkish president") == told(text).chain("Recep Tayyip Erdogan")

    def test_who_is_named_in_a_sentence_is_not_the_one_described_there_by_a_state(self) -> None:
        found = told("President Emmanuel Macron met the Armenian president.")
        assert found.chain("Armenian president") != found.chain("Emmanuel Macron")

    @pytest.mark.parametrize(
        ("indefinite", "language"),
        [("A ", "en"), ("Another ", "en"), ("Un ", "fr"), ("Bir ", "tr"), ("Мի ", "zh")],
    )
    def test_somebody_new_each_time(self, indefinite: str, language: str) -> None:
        text = f"minister Anna Roe. {indefinite}minister left. {indefinite}minister came."
        described = [office(text, "minister", "minister", None, nth) for nth in range(3)]
        found = people(text, [*described, named(text, "Anna Roe", "person")], (), language)
        assert len(found) == (1 if language == "zh" else 3)

    def test_an_office_as_chains_have_it(self) -> None:
        assert office_of(office("president", "president", "president", "KE")) == "president@KE"
        assert office_of(office("president", "president", "president")) == "president@"


class TestArticles:
    """With the engines that read the articles."""

    @pytest.mark.parametrize(
        ("text", "language", "mentions", "offices"),
        [
            ("Turkish President Recep Tayyip Erdogan flew to Doha. The Turkish president thanked Qatar. Erdogan will "
             "return. He was tired.", "en",
             ["Turkish President", "Recep Tayyip Erdogan", "Turkish president", "Erdogan", "He"], ("president@TR",)),
            ("Mevlüt Çavuşoğlu, chef de la diplomatie turque, est arrivé à Tripoli. Le chef de la diplomatie turque a "
             "rencontré ses hôtes. Il repart mardi.", "fr",
             ["Mevlüt Çavuşoğlu", "chef de la diplomatie turque", "chef de la diplomatie turque", "Il"],
             ("foreign-minister@TR",)),
            ("Президент Турции Реджеп Тайип Эрдоган прибыл в Доху. Турецкий президент поблагодарил Катар. Эрдоган "
             "вернется в понедельник. Он устал.", "ru",
             ["Президент Турции", "Реджеп Тайип Эрдоган", "Турецкий президент", "Эрдоган", "Он"], ("president@TR",)),
            ("Президент Володимир Зеленський прибув до Варшави. Зеленський виступив у Києві.", "uk",
             ["Президент", "Володимир Зеленський", "Зеленський"], ("president@",)),
            ("Bundeskanzler Olaf Scholz reiste nach Kiew. Scholz sprach dort.", "de",
             ["Bundeskanzler", "Olaf Scholz", "Scholz"], ("chancellor@",)),
            ("El presidente Gustavo Petro viajó a Caracas. Petro habló allí.", "es",
             ["presidente", "Gustavo Petro", "Petro"], ("president@",)),
            ("The president of Kenya, William Ruto, spoke.", "en", ["president of Kenya", "William Ruto"],
             ("president@KE",)),
            ("Emmanuel Macron's office called. Macron, president of France, was away.", "en",
             ["Emmanuel Macron", "Macron", "president of France"], ("president@FR",)),
        ],
    )  # fmt: skip
    def test_one_person(
        self, text: str, language: str, mentions: list[str], offices: tuple[str, ...]
    ) -> None:
        found = told(text, language)
        (person,) = [chain for chain in found.chains if chain.kind == "person"]
        assert [mention.text for mention in person.mentions] == mentions
        assert person.offices == offices
        assert person.named

    def test_two_presidents_of_two_states(self) -> None:
        found = told(
            "Ethiopian Prime Minister Abiy Ahmed and Egyptian President Abdel Fattah al-Sisi met. The Ethiopian prime "
            "minister left first. The Egyptian president stayed."
        )
        assert found.of("person") == [
            ["Ethiopian Prime Minister", "Abiy Ahmed", "Ethiopian prime minister"],
            ["Egyptian President", "Abdel Fattah al-Sisi", "Egyptian president"],
        ]

    def test_two_of_one_surname(self) -> None:
        found = told(
            "Omar al-Bashir fell. Hassan al-Bashir, a doctor, was not his brother. Bashir treated the wounded."
        )
        assert found.of("person") == [["Omar al-Bashir"], ["Hassan al-Bashir", "Bashir"]]
