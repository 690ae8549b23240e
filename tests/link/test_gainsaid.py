"""Accounts in nearly the same words that are none of each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from according.link.gainsaid import gainsaid
from according.link.passages import Told, told
from according.model import Span
from according.views import Prose

FIRE = "The harbour of Beira was closed on Monday after a crane fell on a ship with grain."
HURT = "Two sailors were hurt, the director of the port of Beira said, and stay in hospital for some days."
LATER = "Work should begin again on Thursday, when a second crane arrives from Durban by sea."
DISPUTE = "Chad accused Niger of moving troops across the lake. The ministry of Chad said that Niger broke the accord."
BACKGROUND = (
    "The lake has been disputed for decades, and fishermen of both countries were arrested there in spring."
)


def said(*lines: str, named: Sequence[str] = ()) -> Told:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    text = "\n".join(lines)
    mentions = tuple((Span(*found.span()), name) for name in named for found in re.finditer(name, text))
    return told(Prose(text, tuple(spans), mentions))


def lines(text: str) -> list[str]:
    return [f"{each.strip(' .')}." for each in text.split(". ") if each.strip(" .")]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Ghana accused Togo of burning the post at Aflao.", "Togo accused Ghana of burning the post at Aflao.", "en"),
        ("Men attacked a bus in Jos, killing 12 people.", "Men attacked a bus in Jos, killing 30 people.", "en"),
        ("L'attaque a fait douze morts, dit la mairie.", "L'attaque a fait vingt morts, dit la mairie.", "fr"),
        ("Компания выполнила обещание платить до зимы.", "Компания нарушила обещание платить до зимы.", "ru"),
        ("They met in Lisbon on Monday for talks on grain.", "They met in Madrid on Monday for talks on grain.", None),
    ],
)  # fmt: skip
def test_another_word_in_a_short_article_is_another_account(
    one: str, other: str, language: str | None
) -> None:
    assert gainsaid(said(one), said(other), language)
    assert gainsaid(said(other), said(one), language)
    assert not gainsaid(said(one), said(one), language)


def test_a_short_article_that_is_cut_or_continued_is_none() -> None:
    for longer in ((FIRE, HURT), (f"{FIRE} (Example Agency)",), (HURT, FIRE, LATER)):
        assert not gainsaid(said(FIRE), said(*longer), "en")


def test_parties_exchanged_all_over() -> None:
    turned = DISPUTE.replace("Chad", "?").replace("Niger", "Chad").replace("?", "Niger")
    one, other = lines(DISPUTE + " " + BACKGROUND), lines(turned + " " + BACKGROUND)
    assert len(" ".join(one)) > 200
    assert gainsaid(said(*one, LATER), said(*other, LATER), "en")


def test_numbers_and_denials() -> None:
    whole = (FIRE, HURT, LATER)
    assert gainsaid(said(*whole), said(FIRE, HURT.replace("Two", "Nine"), LATER), "en")
    assert gainsaid(said(*whole), said(FIRE, HURT.replace("were hurt", "were not hurt"), LATER), "en")
    # "two" and "2" are one number.
    assert not gainsaid(said(*whole), said(FIRE, HURT.replace("Two", "2"), LATER), "en")


def test_an_editor_changes_other_words() -> None:
    edited = (FIRE.replace("closed", "shut").replace("grain", "maize"), HURT.replace("Two", "Three"), LATER)
    more = (
        edited[0],
        edited[1].replace("for some days", "until Friday").replace("director", "head"),
        edited[2],
    )
    assert not gainsaid(said(FIRE, HURT, LATER), said(*more), "en")


def test_an_updated_number_in_a_long_dispatch_is_an_edited_copy() -> None:
    dispatch = (FIRE, LATER, *lines(BACKGROUND), *lines(DISPUTE))
    assert not gainsaid(said(*dispatch, HURT), said(*dispatch, HURT.replace("Two", "Three")), "en")


MEETINGS = {
    "en": "The meeting was held on Monday in the capital and lasted three hours behind closed doors in the old palace.",
    "uk": "Зустріч відбулася у понеділок у столиці і тривала три години за зачиненими дверима у старому палаці міста.",
    "tr": "Toplantı pazartesi günü başkentte yapıldı ve eski sarayda gazetecilere kapalı olarak tam üç saat sürdü.",
    "az": "Görüş bazar ertəsi paytaxtda keçirildi və köhnə sarayda jurnalistlər üçün bağlı şəkildə üç saat davam etdi.",
    "hy": "Հանդիպումը տեղի ունեցավ երկուշաբթի օրը մայրաքաղաքում և տևեց երեք ժամ փակ դռների հետևում հին պալատում:",
    "fa": "این دیدار روز دوشنبه در پایتخت برگزار شد و سه ساعت پشت درهای بسته در کاخ قدیمی شهر ادامه داشت و پایان یافت.",
    "de": "Das Treffen fand am Montag in der Hauptstadt statt und dauerte drei Stunden hinter den Türen des Palastes.",
    "ka": "შეხვედრა ორშაბათს დედაქალაქში გაიმართა და სამი საათი გაგრძელდა დახურულ კარს მიღმა ძველ სასახლეში.",
    "ar": "عقد الاجتماع يوم الاثنين في العاصمة واستمر ثلاث ساعات خلف أبواب مغلقة في القصر القديم وسط المدينة.",
    "sw": "Mkutano ulifanyika Jumatatu katika mji mkuu na ulidumu saa tatu nyuma ya milango iliyofungwa ya ikulu.",
}
DENIALS = {
    "en": (
        "The spokesman of the ministry said that units of the army had shelled the school in the village at night.",
        "The spokesman of the ministry denied that units of the army had shelled the school in the village at night.",
    ),
    "uk": (
        "Речник міністерства сказав, що підрозділи армії обстріляли школу в селі і що вона згоріла дотла вночі.",
        "Речник міністерства сказав, що підрозділи армії не обстріляли школу в селі і що вона не згоріла вночі.",
    ),
    "tr": (
        "Bakanlık sözcüsü köydeki okulun ordu birlikleri tarafından vurulduğunu ve saldırının sürdüğünü söyledi.",
        "Bakanlık sözcüsü köydeki okulun ordu birlikleri tarafından vurulmadığını ve saldırının sürmediğini söyledi.",
    ),
    "az": (
        "Nazirliyin sözçüsü bildirdi ki, ordu bölmələri gecə kənddəki məktəbi atəşə tutdu və bina tamamilə yandı.",
        "Nazirliyin sözçüsü bildirdi ki, ordu bölmələri gecə kənddəki məktəbi atəşə tutmadı və bina tamamilə yandı.",
    ),
    "hy": (
        "Պաշտպանության նախարարության խոսնակն ասաց, որ բանակի ստորաբաժանումները գնդակոծել են գյուղի դպրոցը գիշերը:",
        "Պաշտպանության նախարարության խոսնակն ասաց, որ բանակի ստորաբաժանումները չեն գնդակոծել գյուղի դպրոցը գիշերը:",
    ),
    "fa": (
        "سخنگوی وزارت دفاع گفت که یگان‌های ارتش شب گذشته مدرسه روستا را گلوله باران کردند و ساختمان آن آسیب دید.",
        "سخنگوی وزارت دفاع گفت که یگان‌های ارتش شب گذشته مدرسه روستا را گلوله باران نکردند و ساختمان آن آسیب دید.",
    ),
    "de": (
        "Ein Sprecher sagte, dass Einheiten der Armee die Schule in der Nacht mit Geschützen beschossen haben.",
        "Ein Sprecher sagte, dass Einheiten der Armee die Schule in der Nacht nicht mit Geschützen beschossen haben.",
    ),
    "ka": (
        "სამინისტროს სპიკერმა თქვა, რომ არმიის ნაწილებმა ღამით სოფლის სკოლა დაბომბეს და რომ შენობა მთლიანად დაიწვა.",
        "სამინისტროს სპიკერმა თქვა, რომ არმიის ნაწილებმა ღამით სოფლის სკოლა არ დაბომბეს და რომ შენობა მთლიანად დაიწვა.",
    ),
    "ar": (
        "قال المتحدث باسم الوزارة إن وحدات الجيش قصفت المدرسة في القرية ليلا وإن المبنى احترق بالكامل حتى الصباح.",
        "قال المتحدث باسم الوزارة إن وحدات الجيش لم تقصف المدرسة في القرية ليلا وإن المبنى احترق بالكامل حتى الصباح.",
    ),
    "sw": (  # nobody has written down how it denies
        "Msemaji wa wizara alisema kwamba vikosi vya jeshi vilishambulia shule ya kijiji hicho usiku wa jana.",
        "Msemaji wa wizara alisema kwamba vikosi vya jeshi havikushambulia shule ya kijiji hicho usiku wa jana.",
    ),
}


@pytest.mark.parametrize("language", DENIALS)
def test_a_denial_is_no_copy_in_any_language(language: str) -> None:
    assertion, denial = DENIALS[language]
    background = [MEETINGS[language]] * 2
    one, other = said(assertion, *background), said(denial, *background)
    assert len(" ".join((assertion, *background))) > 250
    assert gainsaid(one, other, language)
    assert gainsaid(other, one, language)
    assert not gainsaid(one, one, language)


def test_parties_exchanged_where_there_are_no_capitals() -> None:
    names = ("ارمنستان", "آذربایجان")
    lines = [
        "وزارت دفاع ارمنستان گفت که نیروهای آذربایجان به روستای مرزی حمله کردند و چند خانه را در آتش سوزاندند.",
        "به گفته ارمنستان این حمله از سوی آذربایجان شب گذشته آغاز شد و تا صبح امروز در چند نقطه ادامه یافت.",
        MEETINGS["fa"],
    ]
    turned = [
        each.replace(names[0], "؟").replace(names[1], names[0]).replace("؟", names[1]) for each in lines
    ]
    assert gainsaid(said(*lines, named=names), said(*turned, named=names), "fa")


SIDES = {
    "fr": (
        "La partie azerbaïdjanaise a ouvert le feu",
        "la partie arménienne a riposté près du village de la frontière",
    ),
    "ru": (
        "Пакистанская сторона открыла огонь",
        "а индийская сторона ответила возле приграничного села этой ночью",
    ),
    "uk": (
        "Пакистанська сторона відкрила вогонь",
        "а індійська сторона відповіла біля прикордонного села цієї ночі",
    ),
    "ka": (
        "აზერბაიჯანულმა მხარემ ცეცხლი გახსნა",
        "ხოლო სომხურმა მხარემ უპასუხა საზღვრისპირა სოფელთან წუხელ ღამით",
    ),
    "ar": (
        "فتح الجانب المغربي النار ليلا",
        "ورد الجانب الجزائري قرب القرية الحدودية في تلك الليلة بالمدفعية",
    ),
    "fa": ("طرف عراقی آتش گشود و خانه‌ها سوخت", "و طرف ایرانی در نزدیکی روستای مرزی شب گذشته پاسخ داد"),
}
WORDS = {
    "fr": ("azerbaïdjanaise", "arménienne"),
    "ru": ("Пакистанская", "индийская"),
    "uk": ("Пакистанська", "індійська"),
    "ka": ("აზერბაიჯანულმა", "სომხურმა"),
    "ar": ("المغربي", "الجزائري"),
    "fa": ("عراقی", "ایرانی"),
}


@pytest.mark.parametrize("language", SIDES)
def test_sides_that_are_told_by_adjectives_exchanged(language: str) -> None:
    first, second = WORDS[language]
    line = ", ".join(SIDES[language])
    turned = line.replace(first, "?").replace(second, first).replace("?", second)
    background = [line.replace(line.split()[-1], "x"), BACKGROUND, FIRE]
    mirrored = [turned.replace(turned.split()[-1], "x"), BACKGROUND, FIRE]
    assert gainsaid(said(line, *background), said(turned, *mirrored), language)
    assert not gainsaid(said(line, *background), said(line, *background), language)


def test_nouns_with_a_capital_are_no_names() -> None:
    lines = (
        "Die Soldaten griffen am Montag das Dorf mit schweren Waffen an und zerstörten mehrere Häuser am Rand.",
        "Nach Angaben der Behörden gab es Verletzte, die in das Krankenhaus der Stadt gebracht wurden.",
        "Der Angriff dauerte bis zum Abend, dann zogen sich die Truppen in die Berge zurück und warteten.",
    )
    edited = [each.replace("Waffen", "Geschützen").replace("Krankenhaus", "Hospital") for each in lines]
    assert not gainsaid(said(*lines), said(*edited), "de")
    # A name is one there, too.
    lines = (lines[0].replace("das Dorf", "Aflao"), *lines[1:])
    edited = [lines[0].replace("Aflao", "Lomé"), *lines[1:]]
    assert gainsaid(said(*lines, named=["Aflao"]), said(*edited, named=["Lomé"]), "de")


def test_nothing_is_no_account() -> None:
    assert not gainsaid(said(), said(FIRE), "en")
