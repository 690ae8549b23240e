"""What is counted, what happened to it and what is denied has words in every language that claims are read in."""

from __future__ import annotations

import pytest

from according.knowledge.comparable import comparable
from according.knowledge.fold import fold


@pytest.mark.parametrize(
    ("text", "thing", "act"),
    [
        ("two soldiers were killed", "soldier", "killed"),
        ("deux soldats ont été tués", "soldier", "killed"),
        ("двое солдат погибли", "soldier", "killed"),
        ("dos soldados murieron", "soldier", "killed"),
        ("zwei Soldaten wurden getötet", "soldier", "killed"),
        ("iki asker öldürüldü", "soldier", "killed"),
        ("двоє військових загинули", "soldier", "killed"),
        ("երկու զինվոր սպանվել է", "soldier", "killed"),
        ("iki əsgər həlak oldu", "soldier", "killed"),
        ("երեք քաղաքացիական անձ վիրավորվել է", "civilian", "wounded"),
        ("üç mülki şəxs yaralanıb", "civilian", "wounded"),
        ("հինգ ռազմագերի ազատ արձակվեց", "captive", "released"),
        ("beş girov azad edildi", "captive", "released"),
        ("տասը փախստական վերադարձավ", "refugee", "returned"),
        ("on qaçqın qayıtdı", "refugee", "returned"),
        ("չորս գրոհային ձերբակալվեց", "fighter", "arrested"),
        ("dörd terrorçu həbs olundu", "fighter", "arrested"),
        ("երկու անօդաչու խոցվեց", "drone", "destroyed"),
        ("iki pilotsuz məhv edildi", "drone", "destroyed"),
    ],
)
def test_what_is_counted_and_what_happened_to_it(text: str, thing: str, act: str) -> None:
    lists, folded = comparable(), fold(text).text
    assert (lists.things.first(folded), lists.acts.first(folded)) == (thing, act)


@pytest.mark.parametrize(
    "text",
    [
        "denied", "a démenti", "опровергло", "desmintió", "bestritt", "yalanladı", "iddiaları reddetti", "inkâr etti",
        "заперечив", "заперечило", "спростував", "հերքել է", "հերքեց", "ժխտեց", "təkzib etdi", "inkar etdi",
        "iddiaları rədd edib",
    ],
)  # fmt: skip
def test_what_is_denied(text: str) -> None:
    lists, folded = comparable(), fold(text).text
    assert lists.denies.first(folded) == "denies"
    assert lists.nay.first(folded) == "nay"


@pytest.mark.parametrize(
    "text", ["քաղաքացիական պատերազմ", "vətəndaş müharibəsi", "guerre civile", "Adam Qalibaf"]
)
def test_what_only_looks_like_it(text: str) -> None:
    lists, folded = comparable(), fold(text).text
    assert (lists.things.first(folded), lists.acts.first(folded)) == (None, None)
