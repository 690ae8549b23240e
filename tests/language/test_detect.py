import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.detect import language, passages
from according.model import Span

FRENCH = (
    "Les deux pays ont signé lundi un accord qui prévoit le retrait des troupes et l'échange des prisonniers. "
    "Le ministre a précisé que les observateurs arriveront avant la fin du mois dans les villages de la frontière."
)
ENGLISH = (
    "The two countries signed an agreement on Monday that provides for the withdrawal of troops and an exchange of "
    "prisoners. The minister said that observers would arrive in the border villages before the end of the month."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("Стороны договорились о прекращении огня и обмене пленными", "ru"),
        ("Сторони домовилися про припинення вогню та обмін полоненими", "uk"),
        ("Бакі дамовіліся аб спыненні агню і абмене палоннымі, паведаміў міністр", "be"),
        ("Кодош мектептер эки айдан кийин ачылат, деди министр өзүнүн сөзүндө", "ky"),
        ("Կողմերը պայմանավորվել են հրադադարի շուրջ", "hy"),
        ("მხარეები შეთანხმდნენ ცეცხლის შეწყვეტაზე", "ka"),
        ("הצדדים הסכימו על הפסקת אש", "he"),
        ("양측은 휴전에 합의했다", "ko"),
        ("双方就停火达成一致，并将交换战俘", "zh"),
        ("両者は停戦で合意した", "ja"),
        ("Taraflar ateşkes konusunda anlaştı, esir takası yarın başlıyor", "tr"),
        ("Tərəflər atəşkəs barədə razılığa gəliblər", "az"),
        ("طرفین بر سر آتش‌بس و تبادل اسیران توافق کردند", "fa"),
        ("اتفق الطرفان على وقف إطلاق النار وتبادل الأسرى", "ar"),
        ("As partes chegaram a um acordo de cessar-fogo e não haverá novas eleições", "pt"),
        ("Las partes alcanzaron un alto el fuego y el canje de los prisioneros", "es"),
    ],
)
def test_tells_languages_and_their_neighbours(text, code):
    assert language(text) == code


@pytest.mark.parametrize(
    "title",
    [
        "Köpəkbalığı 13 yaşlı oğlanı yaraladı",
        "Məcmuə: sayğacın ixtiraçısı",
        "Avtomobili evə çırpan adamlar saxlanılıb",
    ],
)
def test_letters_tell_azerbaijani_from_turkish_in_short_titles(title):
    assert language(title) == "az"


@pytest.mark.parametrize(
    "text", ["", " \n\t", "12 345, 67 %", "…—«»", "https://example.org/une-page-en-francais", "OK"]
)
def test_too_little_to_tell_is_none_or_the_prior(text):
    assert language(text) is None
    assert language(text, "hy") == "hy"


def test_a_short_title_takes_the_article_s_language():
    assert language("Nikol Pashinyan, Ilham Aliyev", "fr") == "fr"
    assert language("Prime minister resigns after protests in the capital", "fr") == "en"


def test_addresses_handles_and_capitals_do_not_mislead():
    assert language(f"https://www.example.org/the-news-of-the-day-in-english @the_editor {FRENCH}") == "fr"
    assert language(FRENCH.upper()) == "fr"
    assert language("ПЕРЕГОВОРЫ О МИРЕ ПРОДОЛЖАЮТСЯ В МОСКВЕ") == "ru"


def test_works_without_network():
    code = (
        "import socket\n"
        "def refuse(*_, **__): raise OSError('no network')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from according.language.detect import language\n"
        f"print(language({FRENCH!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "fr\n"


def paragraphs(*texts: str) -> tuple[str, list[Span]]:
    spans, start = [], 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 2
    return "\n\n".join(texts), spans


def test_an_article_in_two_languages_has_two_passages():
    text, spans = paragraphs(FRENCH, FRENCH, ENGLISH, ENGLISH)
    found = passages(text, spans)
    assert [(passage.language, passage.span) for passage in found] == [
        ("fr", Span(0, spans[1].end)),
        ("en", Span(spans[2].start, spans[3].end)),
    ]


def test_an_article_in_one_language_has_none():
    text, spans = paragraphs(FRENCH, "Goris", FRENCH, "(AFP)")
    assert passages(text, spans) == ()


def test_a_quoted_sentence_and_names_are_no_passage():
    text, spans = paragraphs(
        FRENCH, "“We will not give in to any pressure from abroad.”", "John Smith, New York Times", FRENCH
    )
    assert passages(text, spans) == ()


def test_short_paragraphs_belong_to_the_passage_around_them():
    text, spans = paragraphs(FRENCH, "Goris", ENGLISH, "Reuters", ENGLISH)
    found = passages(text, spans)
    assert [passage.span for passage in found] == [Span(0, spans[1].end), Span(spans[2].start, spans[4].end)]


def test_passages_need_no_paragraphs():
    assert passages("", []) == ()


anything = st.text(st.characters(), max_size=300)


@given(anything, st.sampled_from([None, "fr"]))
def test_any_text_has_a_language_or_none(text, prior):
    found = language(text, prior)
    assert found == language(text, prior)
    assert found is None or (found.isascii() and 2 <= len(found) <= 3)


@given(st.lists(st.one_of(anything, st.sampled_from([FRENCH, ENGLISH])), max_size=6))
def test_passages_cover_the_paragraphs_in_order(texts):
    text, spans = paragraphs(*texts)
    found = passages(text, spans)
    if found:
        assert found[0].span.start == spans[0].start
        assert found[-1].span.end == spans[-1].end
        assert all(a.span.end < b.span.start and a.language != b.language for a, b in pairwise(found))
        bounds = {span.start for span in spans} | {span.end for span in spans}
        assert all(set(passage.span) <= bounds for passage in found)
