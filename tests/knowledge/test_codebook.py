"""The codebook: kinds of events, their places in other schemes, the words of each language, a user's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from according.errors import SettingsError
from according.knowledge import codebook as module
from according.knowledge.codebook import Codebook, codebook, extended, languages, own_words
from according.knowledge.event_kinds import Mode, ontology
from according.knowledge.fold import fold_name
from according.knowledge.lexicon import Entry, lexicon, refuse_clashes
from according.knowledge.states import states

ROOTS = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
CAMEO_LAST = dict(
    zip(range(1, 21), (9, 8, 9, 6, 7, 4, 5, 7, 4, 8, 6, 9, 9, 5, 4, 6, 5, 6, 6, 4), strict=True)
)
"""The last digit of the three-digit codes of each root of CAMEO, which begin at 0."""
CAMEO_DEEPER = {
    "081": 4, "083": 4, "084": 2, "086": 3, "087": 4, "131": 3, "132": 4, "138": 5, "171": 2, "172": 4, "182": 3,
    "183": 3, "195": 2, "204": 2,
}  # fmt: skip
"""The last digit of the four-digit codes that maps use, which begin at 1."""
WORDS = {"en": (1200, 400), "fr": (800, 300), "ru": (800, 300)}
"""How many verbs and nouns, in their constructions, a language with a parser has at least."""
MEETINGS = {"reunion"}
"""Words that are also the name of an island."""
FILES = sorted(Path(module.__file__).with_name("codebook").glob("*.yml"))


def is_cameo(code: str) -> bool:
    root, rest = int(code[:2]), code[2:]
    if root not in CAMEO_LAST or len(rest) > 2 or (rest and int(rest[0]) > CAMEO_LAST[root]):
        return False
    return len(rest) < 2 or 1 <= int(rest[1]) <= CAMEO_DEEPER.get(code[:3], 0)


def kinds() -> list[tuple[str, str | None, Mode]]:
    return [
        (root.name, mode and mode.name, mode or root)
        for root in ontology().roots.values()
        for mode in (None, *root.modes.values())
    ]


def entries(book: Codebook) -> list[Entry]:
    return [entry for part in (book.verbs, book.nouns, book.light) for row in part.values() for entry in row]


def book(language: str) -> Codebook:
    found = codebook(language)
    assert found is not None
    return found


def readings(language: str, part: str, word: str) -> list[tuple[str, str | None, str]]:
    rows = getattr(book(language), part)[word]
    return [(row.root, row.mode, row.construction.text) for row in rows if row.words == (word,)]


class TestKinds:
    def test_the_roots_are_plovers(self) -> None:
        assert list(ontology().roots) == ROOTS
        quads = Counter(root.quad for root in ontology().roots.values())
        assert quads == {
            "verbal cooperation": 4, "material cooperation": 3, "verbal conflict": 4, "material conflict": 5,
        }  # fmt: skip
        assert set(quads) == set(ontology().quads)

    @pytest.mark.parametrize(("root", "name", "mode"), kinds(), ids=lambda value: str(value)[:20])
    def test_a_kind_has_its_places(self, root: str, name: str | None, mode: Mode) -> None:
        assert mode.says.endswith(".")
        assert is_cameo(mode.cameo)
        back = ontology().from_cameo(mode.cameo)
        assert back is not None
        assert back[0] == root
        assert all(ontology().event_type(each) for each in mode.acled)
        assert len(mode.acled) <= 2
        assert ontology().mode(root, name) is mode

    def test_what_has_not_happened_becomes_a_root(self) -> None:
        for roots in ontology().quads.values():
            assert set(roots.values()) <= set(ROOTS)
        assert ontology().quads["material conflict"]["threatened"] == "THREATEN"

    @pytest.mark.parametrize("code", sorted(ontology().cameo))
    def test_codes_of_cameo_are_codes(self, code: str) -> None:
        assert is_cameo(code)
        kind = ontology().from_cameo(code)
        assert kind is None or ontology().mode(*kind).says

    def test_every_code_of_cameo_but_comments_has_a_root(self) -> None:
        codes = [f"{root:02}{third}" for root, last in CAMEO_LAST.items() for third in range(last + 1)]
        assert [code for code in codes if ontology().from_cameo(code) is None] == [
            f"01{third}" for third in range(8)
        ]

    @pytest.mark.parametrize(
        ("code", "kind"),
        [
            ("0874", ("RETREAT", "withdraw")),
            ("1951", ("ASSAULT", "aerial")),
            ("2042", ("ASSAULT", "unconventional")),
            ("046", ("CONSULT", None)),
            ("012", None),
            ("99", None),
            ("", None),
        ],
    )
    def test_the_longest_beginning_of_a_code_wins(
        self, code: str, kind: tuple[str, str | None] | None
    ) -> None:
        assert ontology().from_cameo(code) == kind


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
class TestEveryLanguage:
    def test_nothing_has_two_kinds(self, file: Path) -> None:
        words = lexicon(file.stem, yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader))
        for rows in words.entries.values():
            refuse_clashes(rows, file.stem)
        for rows in (words.stems, *words.entries.values()):
            twice = [row for row, times in Counter(rows).items() if times > 1]
            assert not twice
        assert len({stem.words for stem in words.stems}) == len(words.stems)

    def test_no_key_stands_twice(self, file: Path) -> None:
        nodes = [yaml.compose(file.read_bytes(), Loader=yaml.CSafeLoader)]
        for node in nodes:
            if isinstance(node, yaml.MappingNode):
                keys = [key.value for key, _ in node.value]
                assert len(keys) == len(set(keys)), node.start_mark
                nodes.extend(value for _, value in node.value)

    def test_all_roots_have_words(self, file: Path) -> None:
        found = book(file.stem)
        told = {entry.root for entry in entries(found)} | {stem.root for stem in found.stems}
        assert told - {""} == set(ROOTS)
        if file.stem in WORDS:
            for part, least in zip((found.verbs, found.nouns), WORDS[file.stem], strict=True):
                assert sum(map(len, part.values())) >= least
                assert {entry.root for row in part.values() for entry in row} == set(ROOTS)

    def test_no_side_is_named(self, file: Path) -> None:
        found = book(file.stem)
        names = {
            fold_name(phrase)
            for state in states()
            for phrase, word in state.words
            if word.role in ("name", "demonym", "adjective") and word.language == file.stem
        }
        spoken = [entry.words for entry in entries(found)] + [stem.words for stem in found.stems]
        assert not {fold_name(" ".join(words)) for words in spoken} & names - MEETINGS

    def test_all_is_in_small_letters(self, file: Path) -> None:
        found = book(file.stem)
        for entry in entries(found):
            nouns = [noun for place in entry.construction.places for noun in place.nouns]
            assert all(word == word.lower() and "ё" not in word for word in (*entry.words, *nouns))


class TestWords:
    @pytest.mark.parametrize(
        ("language", "part", "word", "kind"),
        [
            ("en", "verbs", "shell", ("ASSAULT", "heavy-weapons", "S V T")),
            ("en", "verbs", "withdraw", ("RETREAT", "withdraw", "S V [from T]")),
            ("en", "verbs", "sign", ("SUPPORT", "sign", "B V (@agreement @ceasefire) [with B]")),
            ("en", "nouns", "assassination", ("ASSAULT", "assassinate", "T's N [by S]")),
            ("fr", "verbs", "pilonner", ("ASSAULT", "heavy-weapons", "S V T")),
            (
                "fr",
                "nouns",
                "signature",
                ("SUPPORT", "sign", "N de (@agreement @ceasefire) [par S] [entre|avec B]"),
            ),
            ("ru", "verbs", "обстрелять", ("ASSAULT", "heavy-weapons", "S V T")),
            ("ru", "verbs", "обстреливать", ("ASSAULT", "heavy-weapons", "S V T")),
            ("ru", "nouns", "вывод", ("RETREAT", "withdraw", "N (@troops @arms).gen [из|с|от T]")),
        ],
    )
    def test_a_word_has_its_kind(
        self, language: str, part: str, word: str, kind: tuple[str, str, str]
    ) -> None:
        assert kind in readings(language, part, word)

    def test_what_asks_for_most_comes_first(self) -> None:
        for part in (book("en").verbs, book("fr").nouns):
            for row in part.values():
                asked = [entry.rank for entry in row]
                assert asked == sorted(asked, reverse=True)

    def test_objects_decide_on_the_root(self) -> None:
        roots = {
            place_noun: entry.root
            for entry in reversed(book("en").verbs["impose"])
            for place in entry.construction.places
            for place_noun in place.nouns
        }
        assert (roots["sanction"], roots["curfew"], roots["blockade"]) == ("COERCE", "COERCE", "COERCE")

    def test_reflexive_verbs_lie_under_the_verb(self) -> None:
        rows = book("fr").verbs["retirer"]
        assert {entry.reflexive for entry in rows} == {True, False}
        assert not any(word.startswith(("se ", "s'")) for word in book("fr").verbs)

    def test_light_verbs_have_no_root_and_hold_an_event(self) -> None:
        for language in WORDS:
            for row in book(language).light.values():
                for entry in row:
                    assert entry.root == ""
                    assert any(place.role == "event" for place in entry.construction.places)

    def test_idioms_are_no_events(self) -> None:
        for language in WORDS:
            assert not book(language).idioms & {entry.words for entry in entries(book(language))}
        assert ("press", "conference") in book("en").idioms

    def test_stems_come_the_longest_first(self) -> None:
        lengths = [sum(map(len, stem.words)) for stem in book("tr").stems]
        assert lengths == sorted(lengths, reverse=True)
        assert book("tr").marks["source"] == ("tarafından",)

    def test_a_root_can_be_listed(self) -> None:
        rows = book("en").of("PROTEST")
        assert rows
        assert {entry.root for entry in rows} == {"PROTEST"}
        assert ("hunger", "strike") in {entry.words for entry in rows}

    def test_languages_are_told_by_their_subtag(self) -> None:
        assert codebook("en-GB") == codebook("en")
        assert codebook("tlh") is None
        assert codebook(None) is None
        assert set(languages()) >= {"en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es"}


def own(path: Path, text: str) -> Mapping[str, Codebook]:
    file = path / "codebook.yml"
    file.write_text(text, "utf-8")
    return extended(own_words(file))


class TestOwnWords:
    def test_words_are_added(self, tmp_path: Path) -> None:
        found = own(tmp_path, "en: {verbs: {ASSAULT: {drone: {S V T: [shahed]}}}}")["en"]
        assert [(row.root, row.mode) for row in found.verbs["shahed"]] == [("ASSAULT", "drone")]
        assert found.verbs["shell"] == book("en").verbs["shell"]
        assert found.light == book("en").light

    def test_hers_wins(self, tmp_path: Path) -> None:
        found = own(tmp_path, "en: {verbs: {ASSAULT: {aerial: {S V T: [shell]}}}}")["en"]
        kinds_of = {row.mode for row in found.verbs["shell"] if row.construction.text == "S V T"}
        assert kinds_of == {"aerial"}

    def test_words_are_taken_away(self, tmp_path: Path) -> None:
        found = own(tmp_path, "en: {without: {nouns: [air strike], verbs: [shell]}}")["en"]
        assert "shell" not in found.verbs
        assert ("air", "strike") not in {row.words for row in found.nouns["air"]}
        assert ("air", "raid") in {row.words for row in found.nouns["air"]}

    def test_her_classes_and_ours(self, tmp_path: Path) -> None:
        text = (
            "en: {classes: {grain: [barley]}, verbs: {AID: {any: {'S V (@grain @supplies) to T': [cart]}}}}"
        )
        nouns = own(tmp_path, text)["en"].verbs["cart"][0].construction.places[1].nouns
        assert nouns > {"barley", "tent"}

    def test_her_idioms_and_ours(self, tmp_path: Path) -> None:
        idioms = own(tmp_path, "en: {idioms: [battle royal]}")["en"].idioms
        assert idioms == book("en").idioms | {("battle", "royal")}

    def test_her_words_of_a_class_are_of_it_in_our_entries(self, tmp_path: Path) -> None:
        found = own(tmp_path, "en: {classes: {buildings: [kraal]}}")["en"]
        assert found.classes["buildings"] == book("en").classes["buildings"] | {"kraal"}
        held = [place.nouns for row in found.verbs["burn"] for place in row.construction.places]
        assert any({"kraal", "church"} <= nouns for nouns in held)

    def test_capitals_are_small_letters(self, tmp_path: Path) -> None:
        text = "en: {verbs: {ASSAULT: {drone: {'S V (Village)': [Swarm]}}}, without: {verbs: [Shell]}}"
        found = own(tmp_path, text)["en"]
        assert [row.words for row in found.verbs["swarm"] if row.mode == "drone"] == [("swarm",)]
        assert "shell" not in found.verbs
        assert "village" in found.verbs["swarm"][0].construction.places[1].nouns

    def test_an_empty_file_has_nothing(self, tmp_path: Path) -> None:
        assert own(tmp_path, "# nothing yet\n") == {}

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("en: {verbs: {ATTACK: {any: {S V T: [hit]}}}}", "'ATTACK' is no root"),
            ("en: {verbs: {ASSAULT: {nuke: {S V T: [hit]}}}}", "ASSAULT has no mode 'nuke'"),
            ("en: {verbs: {ASSAULT: {any: {S V [T: [hit]}}}}", "no YAML"),
            ("en: {verbs: {ASSAULT: {any: {'S V [T': [hit]}}}}", "brackets"),
            ("en: {verbs: {ASSAULT: {any: {'S V (@nothing)': [hit]}}}}", "no class of nouns"),
            ("en: {verbs: {ASSAULT: {any: {S V T: hit}}}}", "a list of words"),
            ("en: {verbs: {ASSAULT: {any: {S V T: [on]}}}}", "in quotes"),
            ("en: {verbs: {ASSAULT: {any: {S V T: ['']}}}}", "empty word"),
            ("en: {verbs: [hit]}", "must hold names"),
            ("en: {verb: {}}", "'verb' is none of"),
            ("en: {marks: {victim: [by]}}", "'victim' is none of"),
            ("en: {without: {words: [hit]}}", "'words' is none of"),
            ("- en", "must hold names"),
            ("english: {}", "'english' is none of the languages az, de, en"),
            ("EN: {}", "'EN' is none of the languages"),
            ("en-GB: {}", "'en-GB' is none of the languages"),
            ("it: {stems: {ASSAULT: {any: [attacc]}}}", "'it' is none of the languages"),
            ("en: {without: {verbs: [slamm]}}", "we have no 'slamm' to leave out"),
            ("de: {stems: {ASSAULT: {any: [griff …]}}}", "on both sides of '…'"),
            ("de: {stems: {ASSAULT: {any: [… an]}}}", "on both sides of '…'"),
            ("de: {stems: {ASSAULT: {any: [griff … … an]}}}", "on both sides of '…'"),
            ("de: {stems: {ASSAULT: {any: [g]}}}", "must begin with 2 letters"),
            ("a: &a [x]\nb: *a", "alias"),
            ("en: " + "[" * 50 + "]" * 50, "deeper"),
            (
                "en: {verbs: {ASSAULT: {any: {S V T: [hit]}, aerial: {S V T: [hit]}}}}",
                "nothing tells 'hit' as ASSAULT aerial",
            ),
        ],
    )
    def test_an_error_names_the_file_and_what_is_wrong(self, tmp_path: Path, text: str, says: str) -> None:
        with pytest.raises(SettingsError) as caught:
            own(tmp_path, text)
        assert "codebook.yml" in str(caught.value)
        assert says in str(caught.value)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="cannot be read"):
            extended(own_words(tmp_path / "none.yml"))

    def test_a_file_that_is_too_large(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "MOST_BYTES", 10)
        with pytest.raises(SettingsError, match="larger"):
            own(tmp_path, "en: {verbs: {}}")

    @given(data=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(str.encode)))
    def test_no_file_breaks_it(self, tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
        file = tmp_path_factory.mktemp("own") / "codebook.yml"
        file.write_bytes(data)
        try:
            found = extended(own_words(file))
        except SettingsError as error:
            said = str(error)
        else:
            said = str(file)
            assert all(each.language == language for language, each in found.items())
        assert str(file) in said
