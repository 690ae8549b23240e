import ast
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.cues import CueKind, Place, all_cues, cue_languages, cues, words


@pytest.mark.parametrize(
    ("line", "kind", "place", "cue"),
    [
        ("(See also: South Korea takes measures)", "related_link", "start", "See also"),
        ("Also read – Five things to know", "related_link", "start", "Also read"),
        ("…the talks. See also A second summit", "related_link", "inline", "See also"),
        ("Watch – The summit in Geneva", "related_link", "start", "Watch"),
        ("Читайте также — Министр встретился с послом.", "related_link", "start", "Читайте также"),
        ("Duration: 02:31", "player", "line", "Duration: 02:31"),
        ("Реклама. ООО «Пример», erid: 2Vfnx", "advert", "start", "Реклама. ООО"),
        ("Ереван, 2020 год. А. Имя/ТАСС", "credit", "end", "/ТАСС"),
        ("A street in Baku. EPA-EFE", "credit", "end", "EPA-EFE"),
        ("…the talks (read more: A second summit)", "related_link", "inline", "read more"),
        ("Hot Topics", "related_link", "line", "Hot Topics"),
        ("LIRE AUSSI : Un sommet", "related_link", "start", "LIRE AUSSI"),
        ("» Читайте также: Саммит", "related_link", "start", "Читайте также"),
        ("Կարդացեք նաև՝", "related_link", "start", "Կարդացեք նաև"),
        ("Ayrıca okuyun: Zirve", "related_link", "start", "Ayrıca okuyun"),
        ("اقرأ أيضا: القمة", "related_link", "start", "اقرأ أيضا"),
        ("- Advertisement -", "advert", "line", "Advertisement"),
        ("Publicité", "advert", "line", "Publicité"),
        ("By subscribing you agree to our", "newsletter", "start", "By subscribing you agree to"),
        ("close dialog", "newsletter", "line", "close dialog"),
        ("Please enter your comment!", "comment_form", "line", "Please enter your comment"),
        ("Laisser un commentaire", "comment_form", "line", "Laisser un commentaire"),
        ("Il vous reste 72.5% de cet article à lire.", "paywall", "start", "Il vous reste 72.5"),
        ("Cet article est réservé aux abonnés.", "paywall", "start", "Cet article est réservé"),
        ("07:41", "player", "line", "07:41"),
        ("DR", "credit", "line", "DR"),
        ("© A. Name/AP", "credit", "start", "©"),
        ("Фото: РИА Новости", "credit", "start", "Фото:"),
        ("The bridge in March (file photo)", "credit", "end", "(file photo)"),
        ("Aliev (L) and Pashinian (R) in Prague", "caption", "anywhere", "(L) and"),
        ("By Ann Reporter in Geneva", "byline", "start", "By"),
        ("Par Jean Auteur", "byline", "start", "Par"),
        ("A. Reporter is a journalist based in Tbilisi.", "bio", "anywhere", "is a journalist based in"),
        ("Tous droits réservés.", "copyright", "line", "Tous droits réservés"),
        ("Page 3 of 7", "furniture", "line", "Page 3 of 7"),
        ("5 min read", "furniture", "line", "5 min read"),
        ("Skip to content", "furniture", "line", "Skip to content"),
        ("Au sommaire", "contents", "line", "Au sommaire"),
        ("POLITIQUE", "section", "line", "POLITIQUE"),
        ("Updated 3 hours ago", "updated", "start", "Updated"),
        ("Publié le 15 janvier", "published", "start", "Publié le"),
        ("Traduit de l'anglais par A. Nom", "translated", "start", "Traduit de l'anglais"),
    ],
)
def test_cues_in_their_places(line: str, kind: CueKind, place: Place, cue: str) -> None:
    found = all_cues().match(line, kind)
    assert found is not None
    assert (found.place, line[slice(*found.span)]) == (place, cue)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("They share a border and a river.", "share"),
        ("The ministers will share the costs", "share"),
        ("He said he would read more about it.", "related_link"),
        ("More than 300 people died in the fighting.", "related_link"),
        ("She sees also a chance for talks.", "related_link"),
        ("By 2020 the army had left.", "byline"),
        ("By the time they arrived it was dark.", "byline"),
        ("Par ailleurs, le ministre a déclaré", "byline"),
        ("La politique du gouvernement", "section"),
        ("Мир наступил через год.", "section"),
        ("об этом сообщает ТАСС", "credit"),
        ("The source of the river is high.", "credit"),
        ("Comment the prime minister had made", "comment_form"),
        ("Listen to what he says, she urged.", "player"),
        ("They left at 07:41 in the morning", "player"),
        ("Updatedness is no word", "updated"),
        ("ЕРЕВАН, 15 января. /ТАСС/. Министр прибыл с визитом.", "credit"),
        ("Le crédit : les banques prêtent moins qu'en 2020.", "credit"),
        ("The EPA-EFE award went to a photographer from Georgia.", "credit"),
        ("LENGTH: 412 words", "player"),
        ("Duration: two years, with an option for a third.", "player"),
        ("Auto sales rose in May", "player"),
        ("Реклама на телевидении подорожала.", "advert"),
        ("Feedback: readers on the election", "advert"),
        ("Données personnelles : l'Union européenne tranche", "newsletter"),
        ("Success: how the talks were saved", "newsletter"),
        ("Seen in context, the vote was close.", "related_link"),
    ],
)
def test_the_same_words_in_sentences_are_no_cues(line: str, kind: CueKind) -> None:
    assert all_cues().match(line, kind) is None


@pytest.mark.parametrize(
    "line",
    [
        "Главное — сохранить мир и не допустить новой войны.",
        "Реклама — двигатель торговли, считает министр.",
        "Тема — деликатная, и говорить о ней рано…",
        "Le contexte — celui d'une guerre – n'aide pas.",
        "Contexto – esta es la palabra.",
    ],
)
def test_a_dash_in_a_sentence_is_no_label(line: str) -> None:
    assert not any(found.labelled for found in all_cues().find(line))


@pytest.mark.parametrize(
    ("line", "buttons"),
    [
        ("FacebookTwitterWhatsApp", 3),
        ("Facebook", 1),
        ("ReddIt", 1),
        ("Facebook 12 | Twitter 3 | E-mail", 3),
        ("Share on Facebook", 2),
        ("ВКонтактеОдноклассникиTelegram", 3),
        ("Partager sur Facebook", 1),
        ("They share a border", 0),
        ("Line", 0),
        ("X", 0),
        ("Onto", 0),
        ("Facebook bans accounts", 0),
        ("12 / 13", 0),
        ("", 0),
    ],
)
def test_share_rows(line: str, buttons: int) -> None:
    assert all_cues().share_row(line) == buttons


def test_a_label_knows_whether_a_colon_follows() -> None:
    labelled = all_cues().match("Lire aussi : Un sommet", "related_link")
    plain = all_cues().match("Lire aussi notre enquête", "related_link")
    assert labelled is not None
    assert labelled.labelled
    assert plain is not None
    assert not plain.labelled


def test_the_whole_line_tells_more_than_its_start() -> None:
    found = all_cues().match("Photo", "credit", "player")
    assert found is not None
    assert found.place == "line"


def test_one_language_alone() -> None:
    assert cues("fr").match("Lire aussi : Un sommet", "related_link") is not None
    assert cues("en").match("Lire aussi : Un sommet", "related_link") is None
    assert cues("pt-BR").match("Leia também: Cúpula", "related_link") is not None
    with pytest.raises(KeyError):
        cues("xx")


def test_every_kind_that_is_asked_for_has_cues() -> None:
    asked: set[object] = set()
    for path in (Path(__file__).parents[2] / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "all_cues().match":
                asked.update(kind.value for kind in node.args[1:] if isinstance(kind, ast.Constant))
            elif isinstance(node, ast.Match) and ast.unparse(node.subject) == "cue.kind":
                values = [value for case in node.cases for value in ast.walk(case.pattern)]
                asked.update(kind.value for kind in values if isinstance(kind, ast.Constant))
    assert len(asked) > 5
    assert asked <= set(get_args(CueKind))


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("related_link", "See also"), ("advert", "Advertisement"), ("newsletter", "Sign up"), ("share", "Facebook"),
        ("comment_form", "Leave a reply"), ("paywall", "Subscribers only"), ("player", "Play video"),
        ("credit", "Photo"), ("caption", "File photo"), ("byline", "By"), ("bio", "About the author"),
        ("copyright", "All rights reserved"), ("furniture", "Menu"), ("contents", "In this issue"),
        ("section", "World"), ("published", "Published on"), ("updated", "Last modified"),
        ("translated", "Translated from"),
    ],
)  # fmt: skip
def test_kinds(kind: CueKind, line: str) -> None:
    assert kind in get_args(CueKind)
    assert all_cues().match(line, kind) is not None


@pytest.mark.parametrize("language", cue_languages())
def test_every_language_has_words_of_every_sort(language: str) -> None:
    known = cues(language)
    assert len(known.function_words) >= 100
    assert len(known.finite_verbs) >= 75


def test_languages_of_the_room() -> None:
    assert set(cue_languages()) >= {
        "en",
        "fr",
        "ru",
        "uk",
        "tr",
        "az",
        "hy",
        "de",
        "es",
        "it",
        "pt",
        "ar",
        "fa",
        "ka",
    }


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The minister said so", True),
        ("Le ministre n'est pas là", True),
        ("Министр заявил об этом", True),
        ("Նախարարը հայտնել է", True),
        ("Minister in Geneva, 2020", False),
        ("Un jeune couple arménien", False),
    ],
)
def test_finite_verbs(text: str, verb: bool) -> None:
    assert all_cues().has_finite_verb(text) is verb


def test_words_are_split_at_elisions_only() -> None:
    assert words("L’accord n'est pas signé; it isn't") == [
        "l",
        "accord",
        "n",
        "est",
        "pas",
        "signe",
        "it",
        "isn't",
    ]


@given(st.text() | st.text(alphabet="see also:() read more.Share©12:0\u0301\n "))
def test_every_cue_lies_in_its_line(line: str) -> None:
    for found in all_cues().find(line):
        assert 0 <= found.span.start < found.span.end <= len(line)


@given(st.text(max_size=60))
def test_finding_is_the_same_each_time(line: str) -> None:
    assert all_cues().find(line) == all_cues().find(line)
