from hypothesis import given
from hypothesis import strategies as st

from according.language.foreign import foreign_passages, outside
from according.model import Span


def passages(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end].strip() for span in foreign_passages(text, language)]


def test_a_quotation_in_the_original() -> None:
    text = (
        'The note says: "Le ministère condamne les attaques menées par l’armée." The ministry said no more.'
    )
    assert passages(text) == ['"Le ministère condamne les attaques menées par l’armée."']


def test_a_passage_without_quotation_marks() -> None:
    text = "The motto of the town is todos los hombres son de la misma tierra and has been since the war."
    (found,) = passages(text)
    assert "todos los hombres son de la misma tierra" in found


def test_a_short_title_in_quotation_marks() -> None:
    assert passages("It was printed by the weekly “La Voix du Nord” on the day of the vote.") == [
        "“La Voix du Nord”"
    ]


def test_a_word_or_a_name_is_no_passage() -> None:
    assert (
        passages("The meeting of jeudi was held by Nikol Pashinyan, Vladimir Putin and Ilham Aliyev.") == []
    )
    assert passages("Le ministère condamne les attaques menées par l’armée.", "fr") == []
    assert passages("Le ministère condamne les attaques menées par l’armée.", "xx") == []


def test_outside() -> None:
    spans = [Span(0, 2), Span(4, 6), Span(9, 12), Span(12, 13)]
    assert outside(spans, [Span(3, 6), Span(9, 12)]) == [Span(0, 2), Span(12, 13)]


@given(
    st.lists(
        st.sampled_from(["« le", "de la", "the", " ", "\n", '"', "”", "İ", "jeudi ", "\u0301", "œ "])
    ).map("".join)
)
def test_passages_lie_in_the_text_and_in_order(text: str) -> None:
    found = foreign_passages(text, "en")
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert [span.start for span in found] == sorted(span.start for span in found)
