import pytest

from according.language.engine import engine
from according.model import Sentence


def annotate(text: str, language: str | None) -> list[Sentence]:
    return engine(language).annotate(text)


def named(text: str, language: str | None) -> list[tuple[str, str, str]]:
    """Return what stands there, its kind and its base, of all names."""
    found = [name for sentence in annotate(text, language) for name in sentence.named]
    return [(text[name.span.start : name.span.end], name.kind, name.base) for name in found]


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("tr", "Ermenistan'ın 3'ü Bakü’de.", ["Ermenistan", "'ın", "3", "'", "ü", "Bakü", "’de", "."]),
        ("az", "BMT-nin Dağlıq-Qarabağ 50-ci", ["BMT", "-nin", "Dağlıq-Qarabağ", "50-ci"]),
        ("hy", "ԱՄՆ-ի ինչո՞ւ 12-ի։", ["ԱՄՆ", "-ի", "ինչո՞ւ", "12-ի", "։"]),
        ("uk", "Прем'єр-міністр п'є 8,5 л.", ["Прем'єр-міністр", "п'є", "8,5", "л", "."]),
        ("it", "L'Armenia e l’Iran", ["L'", "Armenia", "e", "l’", "Iran"]),
        ("de", "U.S. und z.B. das", ["U.S.", "und", "z.B.", "das"]),
        (None, "नमस्ते (दुनिया)", ["नमस्ते", "(", "दुनिया", ")"]),
    ],
)
def test_words(language: str | None, text: str, tokens: list[str]) -> None:
    assert [token.text for sentence in annotate(text, language) for token in sentence.tokens] == tokens


def test_lemmas_and_parts_of_speech() -> None:
    (sentence,) = annotate("Başbakan Ahmet Yılmaz 3 köyleri gördü.", "tr")
    assert [(token.lemma, token.pos) for token in sentence.tokens] == [
        ("basbakan", "X"),
        ("ahmet", "PROPN"),
        ("yilmaz", "PROPN"),
        ("3", "NUM"),
        ("köy", "X"),
        ("gör", "X"),
        (".", "PUNCT"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "found", "kind", "base"),
    [
        ("tr", "Bunu Dışişleri Bakanı Ali Kaya'nın sözcüsü söyledi.", "Ali Kaya", "person", "Ali Kaya"),
        ("tr", "Heyet dün Yeni Delhi'de toplandı.", "Yeni Delhi", "place", "Yeni Delhi"),
        ("tr", "Prof. Dr. Hasan Aksoy bugün konuştu.", "Hasan Aksoy", "person", "Hasan Aksoy"),
        (
            "tr",
            "Bugün Adalet Komitesinin kararı geldi.",
            "Adalet Komitesinin",
            "organization",
            "Adalet Komitesi",
        ),
        ("az", "Bunu prezident İlham Əliyevə dedilər.", "İlham Əliyevə", "person", "İlham Əliyev"),
        ("az", "Dünən Laçında sakitlik idi.", "Laçında", "place", "Laçın"),
        ("az", "Bu gün Qubadlı rayonunda sakitlikdir.", "Qubadlı", "place", "Qubadlı"),
        ("hy", "Երեկ վարչապետ Նիկոլ Փաշինյանը մեկնեց։", "Նիկոլ Փաշինյանը", "person", "Նիկոլ Փաշինյան"),
        ("hy", "Նա երեկ Երևանում էր։", "Երևանում", "place", "Երևան"),
        ("uk", "Учора бачили Сергія Лаврова.", "Сергія Лаврова", "person", "Сергій Лавров"),
        ("uk", "Розмова з Марією Захаровою.", "Марією Захаровою", "person", "Марія Захарова"),
        ("uk", "Президент України Іван Кость тут.", "Іван Кость", "person", "Іван Кость"),
        (
            "ka",
            "პრეზიდენტმა სალომე ზურაბიშვილმა თქვა.",
            "სალომე ზურაბიშვილმა",
            "person",
            "სალომე ზურაბიშვილი",
        ),
        ("de", "Dort traf Präsident Hans Meier die Minister im Amt.", "Hans Meier", "person", "Hans Meier"),
        ("es", "Ayer el Ministerio de Paz habló.", "Ministerio de Paz", "organization", "Ministerio de Paz"),
        (None, "Ayer NATO sesión.", "NATO", "organization", "NATO"),
    ],
)
def test_names(language: str | None, text: str, found: str, kind: str, base: str) -> None:
    assert named(text, language) == [(found, kind, base)]


def test_a_surname_alone_is_known_from_the_rest_of_the_text() -> None:
    text = "Komutan Hasan Aksoy geldi. Aksoy'un sözleri yankılandı. Yeniden Aksoy konuştu."
    assert [name[0] for name in named(text, "tr")] == ["Hasan Aksoy", "Aksoy", "Aksoy"]
    assert named("Yeniden Aksoy konuştu.", "tr") == []


def test_an_ending_comes_off_when_the_text_has_the_word_without_it() -> None:
    text = "Сьогодні Джо Флейка чекали. Там Джо Флейк сказав: голова Джо Флейк."
    assert [base for _, _, base in named(text, "uk")][-1] == "Джо Флейк"


@pytest.mark.parametrize(
    "text",
    [
        "ERMENİSTAN BAŞBAKANI ALİ KAYA'DAN AÇIKLAMA GELDİ",
        "Ermenistan'dan Yeni Açıklama Geldi Büyük Tepki Çekti",
        "Bugün Pazartesi geldi.",
        "Sabah oldu.",
    ],
)
def test_capitals_alone_make_no_name(text: str) -> None:
    assert named(text, "tr") == []


def test_a_person_in_a_title_with_capitals() -> None:
    text = "Ermenistan Başbakanı Nikol Paşinyan Moskova Ziyaretini Erteledi"
    assert named(text, "tr") == [("Nikol Paşinyan", "person", "Nikol Paşinyan")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        # Nothing but their strangeness shows these to be people.
        ("tr", "Dün toplantıya Ruvim Okazaki de geldi.", [("Ruvim Okazaki", "person", "Ruvim Okazaki")]),
        ("az", "Dünən görüşə Ruvim Okazaki də gəldi.", [("Ruvim Okazaki", "person", "Ruvim Okazaki")]),
        ("hy", "Երեկ հանդիպմանը եկավ նաև Ռուվիմ Օկազակի։", [("Ռուվիմ Օկազակի", "person", "Ռուվիմ Օկազակի")]),
        ("uk", "Учора прийшов також Рувім Оказакі.", [("Рувім Оказакі", "person", "Рувім Оказакі")]),
        # Words of the language before the name stay outside.
        ("tr", "Dün Yargıç Ruvim Okazaki de geldi.", [("Ruvim Okazaki", "person", "Ruvim Okazaki")]),
        # Ordinary words, English titles, places, and what all nouns do in German are no people.
        ("tr", "Dün Yeni Hayat okundu.", []),
        ("tr", "Dün Fragrance Shop da açıldı.", []),
        ("az", "Bu gün Hyuston Dallas yolu açıldı.", []),
        ("de", "Dort sah er die Ruvimer Okazakis.", []),
        # Endings behind a hyphen stand apart; a closing ending parts two names.
        ("az", "Bu gün Ruvim Okazaki-nin evi.", [("Ruvim Okazaki", "person", "Ruvim Okazaki")]),
        (
            "az",
            "Bu gün Bakıda Ruvim Okazaki gəldi.",
            [("Bakıda", "place", "Bakı"), ("Ruvim Okazaki", "person", "Ruvim Okazaki")],
        ),
        # The surname is in the case of the given name.
        ("uk", "Учора бачили Скотта Піттмана тут.", [("Скотта Піттмана", "person", "Скотт Піттман")]),
    ],
)  # fmt: skip
def test_foreign_people(language: str, text: str, found: list[tuple[str, str, str]]) -> None:
    assert named(text, language) == found
