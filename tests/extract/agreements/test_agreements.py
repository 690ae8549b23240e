"""Agreements and commitments: what is named, what is promised, what became of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.language.engine import missing
from according.model import Commitment, Findings
from benchmarks.articles import analysed, reading


def found(written: str, language: str = "en") -> Findings:
    if package := missing(language):
        pytest.skip(f"needs {package}")
    return analysed(reading(written, language, "test"))


def one(written: str, language: str = "en") -> Commitment:
    (only,) = found(written, language).commitments
    return only


@pytest.mark.parametrize(
    ("language", "written", "by", "what"),
    [
        ("en", "Chad agreed to reopen the border.", "Chad", "reopen the border"),
        ("en", "Chad promised Niger that it would reopen the border.", "Chad", "reopen the border"),
        ("en", "Chad is committed to reopening the border.", "Chad", "reopening the border"),
        ("en", "Chad reaffirmed its pledge to reopen the border.", "Chad", "reopen the border"),
        ("en", "Under the treaty, Chad will reopen the border.", "Chad", "reopen the border"),
        ("en", "Under the treaty, Chad must reopen the border.", "Chad", "reopen the border"),
        ("en", "The treaty requires Chad to reopen the border.", "Chad", "reopen the border"),
        ("en", "Each Party shall respect the border.", "Each Party", "respect the border"),
        ("en", "“We will release all prisoners,” Chad promised.", "Chad", "release all prisoners"),
        ("fr", "Le Tchad s'engage à rouvrir la frontière.", "Le Tchad", "rouvrir la frontière"),
        ("fr", "Le Tchad a accepté de rouvrir la frontière.", "Le Tchad", "rouvrir la frontière"),
        (
            "fr",
            "Aux termes de l'accord, le Tchad rouvrira la frontière.",
            "le Tchad",
            "rouvrira la frontière",
        ),
        (
            "fr",
            "Aux termes de l'accord, le Tchad doit rouvrir la frontière.",
            "le Tchad",
            "rouvrir la frontière",
        ),
        ("ru", "Чад обязуется открыть границу.", "Чад", "открыть границу"),
        ("ru", "Чад согласился открыть границу.", "Чад", "открыть границу"),
        ("ru", "Согласно договору, Чад откроет границу.", "Чад", "откроет границу"),
    ],
)
def test_who_promises_what(language: str, written: str, by: str, what: str) -> None:
    commitment = one(written, language)
    assert (commitment.by.text, commitment.what, commitment.status) == (by, what, "promised")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Niger urged Chad to reopen the border."),
        ("en", "Niger hopes that Chad will reopen the border."),
        ("en", "Chad refused to promise anything."),
        ("en", "Chad did not agree to reopen the border."),
        ("en", "Chad vowed to bomb Niger."),
        ("en", "If attacked, Chad would reopen the border."),
        ("en", "The minister said that it would rain."),
        ("fr", "Le Niger demande au Tchad de rouvrir la frontière."),
        ("fr", "Le Tchad a refusé de s'engager."),
        ("ru", "Нигер требует от Чада открыть границу."),
        ("en", "Niger invited to the capital the leaders of Chad and Togo, who accepted."),
    ],
)
def test_demands_hopes_and_threats_promise_nothing(language: str, written: str) -> None:
    assert found(written, language).commitments == ()


@pytest.mark.parametrize(
    ("language", "written", "status"),
    [
        ("en", "Chad withdrew its troops, as promised.", "reported done"),
        ("en", "Chad has not withdrawn its troops, as it promised.", "reported broken"),
        ("en", "Niger accused Chad of violating the ceasefire.", "reported broken"),
        ("en", "Chad denied violating the ceasefire.", "disputed"),
        ("en", "Chad kept its promise and withdrew its troops.", "reported done"),
        ("en", "Chad broke its promise to withdraw its troops.", "reported broken"),
        ("en", "Chad promised to withdraw its troops but did not do so.", "reported broken"),
        ("en", "In violation of the truce, Chad shelled Niger.", "reported broken"),
        ("fr", "Le Tchad a retiré ses troupes, comme promis.", "reported done"),
        ("fr", "Le Niger accuse le Tchad d'avoir violé le cessez-le-feu.", "reported broken"),
        ("ru", "Нигер обвинил Чад в нарушении перемирия.", "reported broken"),
        ("ru", "Чад нарушил перемирие.", "reported broken"),
    ],
)
def test_what_became_of_it(language: str, written: str, status: str) -> None:
    commitment = one(written, language)
    assert commitment.status == status
    assert (commitment.by.text or "").split()[-1] in ("Chad", "Tchad", "Чад", "its")


def test_a_commitment_has_its_day_and_its_agreement() -> None:
    signed = "Chad and Niger signed the Accra agreement on 2 March 2021."
    held = found(f"{signed} Under the deal, Chad will free ten men by 9 May 2021.")
    (agreement,) = held.instruments
    assert (agreement.date, agreement.named, len(agreement.parties), agreement.own) == (
        "2021-03-02",
        True,
        2,
        ("accra",),
    )
    assert agreement.texts == ("the Accra agreement on 2 March 2021", "the deal")
    (commitment,) = held.commitments
    assert (commitment.what, commitment.due, commitment.due_text) == (
        "free ten men",
        "2021-05-09",
        "9 May 2021",
    )
    assert commitment.agreement == agreement.id


@pytest.mark.parametrize(
    ("language", "written", "kind", "date", "mediated"),
    [
        ("en", "The Qatar-brokered truce of 5 May 2021 holds.", "ceasefire", "2021-05-05", True),
        ("en", "The trilateral declaration was not read out.", "statement", None, False),
        ("en", "The 2015 Minsk agreements failed.", "accord", "2015", False),
        ("fr", "L'accord du 10 novembre 2020 tient.", "accord", "2020-11-10", False),
        (
            "ru",
            "Трехстороннее заявление от 10 ноября 2020 года не выполнено.",
            "statement",
            "2020-11-10",
            False,
        ),
    ],
)
def test_agreements_are_named(
    language: str, written: str, kind: str, date: str | None, mediated: bool
) -> None:
    (agreement,) = found(written, language).instruments
    assert (agreement.kind, agreement.date, bool(agreement.mediators)) == (kind, date, mediated)


@pytest.mark.parametrize(
    "written",
    [
        "The statement was short.",
        "Arms deals grew.",
        "No agreement was reached.",
        "A peace deal is possible.",
    ],
)
def test_what_is_no_agreement(written: str) -> None:
    assert found(written).instruments == ()


@pytest.mark.parametrize(
    ("language", "written", "what"),
    [
        (
            "en",
            "Mali and Ghana met in Accra and signed an agreement brokered by Togo on 3 May 2020, under which Ghana "
            "will withdraw its troops by 10 May 2020.",
            "withdraw its troops",
        ),
        (
            "fr",
            "Le Mali et le Ghana ont signé un accord aux termes duquel le Ghana retirera ses troupes d'ici le 10 mai "
            "2020.",
            "retirera ses troupes",
        ),
        (
            "ru",
            "Мали и Гана подписали соглашение, по которому Гана выведет войска до 10 мая 2020 года.",
            "выведет войска",
        ),
    ],
)
def test_a_relative_clause_tells_what_is_to_be_done(language: str, written: str, what: str) -> None:
    article = found(written, language)
    names = {each.id: each.key for each in article.chains}
    (agreement,), (commitment,) = article.instruments, article.commitments
    assert [names[each] for each in agreement.parties] == ["state:ML", "state:GH"]
    assert agreement.date == ("2020-05-03" if language == "en" else None)
    assert (commitment.what, commitment.due, commitment.agreement) == (what, "2020-05-10", agreement.id)
    assert [names[each] for each in commitment.by.chains] == ["state:GH"]


def test_a_headline_announces_the_agreement_of_the_text() -> None:
    told = (
        "Ghana breaks the truce\nMali accused Ghana of violating the ceasefire signed in Accra on 3 May 2020."
    )
    (agreement,) = found(told).instruments
    assert agreement.texts[0] == "the truce"
    assert agreement.date == "2020-05-03"
    assert len(found(told + " The Minsk agreements of 2015 were signed by Togo.").instruments) == 3


def test_who_brokers_an_agreement_is_no_party_to_it() -> None:
    article = found(
        "Ghana and Mali signed a ceasefire. The truce was brokered by Togo. Under the deal, Ghana will withdraw."
    )
    names = {each.id: each.key for each in article.chains}
    (agreement,) = article.instruments
    assert [names[each] for each in agreement.parties] == ["state:GH", "state:ML"]
    assert [names[each] for each in agreement.mediators] == ["state:TG"]
    assert [each.agreement for each in article.commitments] == [agreement.id]


def test_a_statement_that_confirms_an_intention_binds_its_parties() -> None:
    article = found(
        "Niger welcomed the Joint Statement of Mali and Ghana confirming the intention to reopen the border."
    )
    names = {each.id: each.key for each in article.chains}
    (commitment,) = article.commitments
    assert [names[each] for each in commitment.by.chains] == ["state:ML", "state:GH"]


@pytest.mark.parametrize(
    ("language", "written", "by"),
    [
        ("en", "Chad accused of breaking the truce", "Chad"),
        ("en", "Chad is accused of breaking the truce.", "Chad"),
        ("en", "Chad, accused of breaking the truce, was silent.", "Chad"),
        ("en", "Niger accused Chad of breaking the truce.", "Chad"),
        ("fr", "Le Tchad accusé d'avoir violé la trêve.", "Le Tchad"),
        ("ru", "Чад обвинил Нигер в нарушении перемирия.", "Нигер"),
    ],
)
def test_who_is_accused_of_a_breach_is_whose_it_is(language: str, written: str, by: str) -> None:
    commitment = one(written, language)
    assert (commitment.status, commitment.by.text) == ("reported broken", by)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "The team celebrated a guaranteed win."),
        ("fr", "L'équipe a fêté une victoire garantie."),
        ("ru", "Игрок принес команде гарантированную победу."),
        ("en", "If Chad drops its demands and agrees to open its border with Niger, peace is near."),
        ("en", "The court told the government to honour a promise."),
        ("en", "Chad invited the ministers of Niger and Mali to the capital, who accepted."),
    ],
)
def test_what_is_certain_or_asked_for_is_not_promised(language: str, written: str) -> None:
    assert found(written, language).commitments == ()


def test_a_denial_that_is_part_of_a_word_is_told_with_the_whole_word() -> None:
    assert one("The companies promised they won't enter the town.").what == "won't enter the town"


def test_a_day_behind_two_prepositions_is_when_it_is_due() -> None:
    commitment = one("Le Tchad s'engage à retirer ses troupes d'ici le 10 mai 2020.", "fr")
    assert (commitment.what, commitment.due) == ("retirer ses troupes", "2020-05-10")


def test_an_agreement_to_do_something_is_not_done_as_promised() -> None:
    article = found("The firm said it had reached an agreement with Chad to accept close to 1,000 workers.")
    assert {each.status for each in article.commitments} == {"promised"}


def test_agreements_of_two_days_are_two() -> None:
    held = found(
        "The truce of 5 May 2021 failed. The truce of 9 June 2021 holds. The truce was signed at night."
    )
    assert [(each.date, len(each.mentions)) for each in held.instruments] == [
        ("2021-05-05", 1),
        ("2021-06-09", 2),
    ]


def test_the_next_sentence_goes_on_about_the_agreement() -> None:
    held = found("Under the treaty, Chad will reopen the border. Niger will free ten men. Mali sells cotton.")
    assert [each.what for each in held.commitments] == ["reopen the border", "free ten men"]
    assert len({each.agreement for each in held.commitments}) == 1


def test_exchanged_parties_are_coded_alike() -> None:
    text = "Under the truce, {} will free {} prisoners. {} accused {} of violating the truce."
    first, second = (found(text.format(*names)) for names in (("Chad", "Niger") * 2, ("Niger", "Chad") * 2))
    assert [(each.status, each.reason) for each in first.commitments] == [
        (each.status, each.reason) for each in second.commitments
    ]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_evidence_stands_in_the_text(written: str) -> None:
    text = (
        f"Under the Accra deal of {written}, Chad will free {written} and agreed to leave {written} by May."
    )
    held = found(text)
    for each in held.commitments:
        assert text[each.span.start : each.span.end] == each.text
        assert text[each.what_span.start : each.what_span.end] == each.what
        assert each.agreement is None or each.agreement in {one.id for one in held.instruments}
    for agreement in held.instruments:
        assert tuple(text[start:end] for start, end in agreement.mentions) == agreement.texts
