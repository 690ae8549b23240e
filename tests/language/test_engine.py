import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.language import french
from according.language.engine import engine, missing
from according.model import Sentence

LANGUAGES = ["en", "fr", "ru", "tr", "az", "hy", "uk", "ka", "de", "ja", None]


def named(text: str, language: str) -> list[tuple[str, str, str]]:
    """Return what stands there, its kind and its base, of all names."""
    found = [name for sentence in engine(language).annotate(text) for name in sentence.named]
    return [(text[name.span.start : name.span.end], name.kind, name.base) for name in found]


def relation(sentence: Sentence, word: str) -> tuple[str, str]:
    """Return what a word is to which other word."""
    token = next(token for token in sentence.tokens if token.text == word)
    return token.relation, sentence.tokens[token.head].text


def check(text: str, sentences: list[Sentence]) -> None:
    assert all(left.span.end <= right.span.start for left, right in pairwise(sentences))
    for sentence in sentences:
        tokens = sentence.tokens
        assert tokens[0].span.start >= sentence.span.start
        assert tokens[-1].span.end <= sentence.span.end
        assert all(left.span.end <= right.span.start for left, right in pairwise(tokens))
        assert all(text[token.span.start : token.span.end] == token.text != "" for token in tokens)
        assert [token.relation for token in tokens].count("root") == 1
        for index in range(len(tokens)):
            path = [index]
            while tokens[path[-1]].head not in path:
                path.append(tokens[path[-1]].head)
            assert tokens[path[-1]].relation == "root"
            assert tokens[path[-1]].head == path[-1]
        for name in sentence.named:
            assert sentence.span.start <= name.span.start < name.span.end <= sentence.span.end
            assert name.base.strip() == name.base != ""


def output(program: str, seed: str) -> bytes:
    """Return what a program prints in a fresh process with that hash seed."""
    command = [sys.executable, "-c", program]
    environment = {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


PIECES = [
    *(
        "Nikol Pashinyan",
        "Пашиняна",
        "Փաշինյանը",
        "Ermenistan'ın",
        "said",
        "a déclaré",
        "сказал",
        "Mr",
        "М. ",
    ),
    *(
        "A.",
        "«",
        "»",
        '"',
        "’",
        "\n",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "e\u0301",
        "\u0301",
        "\x00",
        "\x1f",
        "\ud800",
        "İ",
        "ß",
    ),
    *("։", ". ", "…", "12-ի", "中", "_", "-"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=40)
def test_any_text_gives_trees_over_its_own_characters(language: str | None, text: str) -> None:
    check(text, engine(language).annotate(text))


@pytest.mark.parametrize("language", ["en", "fr", "ru", "tr"])
@pytest.mark.parametrize("text", ["", " \n\t", "x" * 20_000, "слово " * 2_000, "( " * 500, "A." * 1_000])
def test_texts_without_sentences_and_sentences_without_end(language: str, text: str) -> None:
    sentences = engine(language).annotate(text)
    check(text, sentences)
    assert bool(sentences) is bool(text.strip())


def test_positions_survive_invisible_characters_and_typography() -> None:
    text = "\u00ad\u200bLe\u00a0 président\u202fNikol Pachi\u00adnian a dit\u00a0: «\u00a0l’Arme\u0301nie\u00a0» part."
    (sentence,) = engine("fr").annotate(text)
    check(text, [sentence])
    assert [token.text for token in sentence.tokens][:4] == ["Le", "président", "Nikol", "Pachi\u00adnian"]
    assert ("Nikol Pachi\u00adnian", "person", "Nikol Pachinian") in named(text, "fr")
    assert ("Arme\u0301nie", "place", "Arménie") in named(text, "fr")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Les négociations ont échoué, a affirmé Cavusoglu.", "Cavusoglu", ("subject", "affirmé")),
        ("« Nous partons », a déclaré mardi le ministre à Bakou.", "ministre", ("subject", "déclaré")),
        ("Comme l'a annoncé le ministère, deux soldats sont morts.", "ministère", ("subject", "annoncé")),
        ("Le ministère a annoncé un accord.", "accord", ("object", "annoncé")),
        ("Le comité a indiqué le mois dernier que le commerce avait chuté.", "chuté", ("clause", "indiqué")),
        ("Le comité a publié le rapport que le ministre a commandé.", "commandé", ("modifier", "rapport")),
        ("Il est venu pour assurer la sécurité.", "sécurité", ("object", "assurer")),
        ("Le village a été bombardé par l'armée.", "armée", ("agent", "bombardé")),
        ("Le village a été bombardé par l'armée.", "village", ("passive subject", "bombardé")),
        ("Il vit à Bakou.", "à", ("case", "Bakou")),
        ("Il vit à Bakou.", "Bakou", ("oblique", "vit")),
        ("Il n'a pas signé.", "pas", ("negation", "signé")),
        ("M. Macron a signé.", "Macron", ("subject", "signé")),
        ("La Bolivie renoue avec Israël après quinze ans de brouille.", "Bolivie", ("subject", "renoue")),
        ("Le régime menace d'interdire deux partis d'opposition.", "régime", ("subject", "menace")),
        ("Le Croissant-Rouge distribue toujours des vivres aux blessés.", "vivres", ("object", "distribue")),
        ("Les ministres ont discuté des prisonniers.", "prisonniers", ("oblique", "discuté")),
    ],
)
def test_french_relations(text: str, word: str, expected: tuple[str, str]) -> None:
    (sentence,) = engine("fr").annotate(text)
    assert relation(sentence, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They met the president of Turkey in Baku.", "Turkey", ("genitive", "president")),
        ("They met the president of Turkey in Baku.", "of", ("case", "Turkey")),
        ("They met the president of Turkey in Baku.", "Baku", ("oblique", "met")),
        ("Ilham Aliyev is the president.", "Ilham", ("subject", "president")),
        ("Ilham Aliyev is the president.", "is", ("auxiliary", "president")),
        ("Ilham Aliyev is the president.", "Aliyev", ("name", "Ilham")),
        ("The bridge was destroyed by the army.", "army", ("agent", "destroyed")),
        ("The bridge was destroyed by the army.", "bridge", ("passive subject", "destroyed")),
        ('"We will win," said Smith.', "Smith", ("subject", "said")),
        ("The army did not leave.", "not", ("negation", "leave")),
    ],
)
def test_english_relations(text: str, word: str, expected: tuple[str, str]) -> None:
    (sentence,) = engine("en").annotate(text)
    assert relation(sentence, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Премьер-министр заявил, что село было захвачено войсками.", "войсками", ("agent", "захвачено")),
        ("Премьер-министр заявил, что село было захвачено войсками.", "захвачено", ("clause", "заявил")),
        ("Они встретились в Москве.", "Москве", ("oblique", "встретились")),
        ("Она не подписала договор.", "не", ("negation", "подписала")),
        ("Она не подписала договор.", "договор", ("object", "подписала")),
    ],
)
def test_russian_relations(text: str, word: str, expected: tuple[str, str]) -> None:
    (sentence,) = engine("ru").annotate(text)
    assert relation(sentence, word) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "President John Smith’s office is in the U.S. now.",
            [("John Smith", "person"), ("U.S.", "place")],
        ),
        ("en", "On Tuesday Azerbaijani soldiers left.", []),
        ("fr", "L’Arménie et M. Macron discutent.", [("Arménie", "place"), ("Macron", "person")]),
        ("fr", "Le ministre des Affaires étrangères Jean Martin est là.", [("Jean Martin", "person")]),
        ("ru", "Село взяли. Партия «Новый путь» победила.", [("Партия «Новый путь»", "organization")]),
    ],
)
def test_names_come_without_what_stands_beside_them(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [found[:2] for found in named(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Он видел Никола Пашиняна и Дмитрия Пескова.", ["Никол Пашинян", "Дмитрий Песков"]),
        ("Беседа с Ильхамом Алиевым и Анной Нагдалян.", ["Ильхам Алиев", "Анна Нагдалян"]),
        ("Об этом спросили Марию Захарову и Лейлу Абдуллаеву.", ["Мария Захарова", "Лейла Абдуллаева"]),
        ("Встреча с Зурабом Жвания и Сергеем Шойгу.", ["Зураб Жвания", "Сергей Шойгу"]),
        ("Бои идут в Степанакерте и Нагорном Карабахе.", ["Степанакерт", "Нагорный Карабах"]),
        ("Ураган движется на юг штатов Невада и Аризона.", ["Невада", "Аризона"]),
        ("Он жил в Неваде, а затем в Ялте.", ["Невада", "Ялта"]),
        ("Заявление Министерства обороны прочли.", ["Министерство обороны"]),
        ("А. Г. Лукашенко и Н. В. Пашинян приехали.", ["А. Г. Лукашенко", "Н. В. Пашинян"]),
    ],
)
def test_russian_names_in_the_nominative(text: str, bases: list[str]) -> None:
    assert [base for _, _, base in named(text, "ru")] == bases


def test_a_missing_model_is_named_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing("fr") is None
    assert missing("tr") is None
    monkeypatch.setattr(french, "PACKAGES", ("no_such_model",))
    assert missing("fr") == "no_such_model"
    fallback = engine.__wrapped__("fr")
    assert fallback.language == "fr"
    assert [t.text for t in fallback.annotate("L'armée part.")[0].tokens] == ["L'", "armée", "part", "."]


def test_one_engine_a_language() -> None:
    assert engine("tr") is engine("tr")
    assert engine("tr") is not engine("az")


def test_nothing_heavy_is_loaded_before_an_engine_is_asked_for() -> None:
    program = "import sys, according.language.engine; print({'spacy', 'natasha', 'numpy'} & set(sys.modules))"
    assert output(program, "0") == b"set()\n"


def test_the_same_on_every_run() -> None:
    """In a fresh process with a hash seed of its own, and in this one, whatever it has annotated before."""
    texts = (
        ("fr", "Le président Jean Martin est à Paris."),
        ("tr", "Başbakan Ahmet Yılmaz geldi."),
        ("ru", "Он видел Никола Пашиняна."),
    )
    program = (
        "from according.language.engine import engine\n"
        f"print([engine(code).annotate(text) for code, text in {texts!r}])"
    )
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    here = [engine(code).annotate(text) for code, text in texts]
    assert output(program, seed).decode() == f"{here}\n"
    assert all(here)
