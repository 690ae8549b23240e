"""Pairs of short articles in nearly the same words: those that say something else, and those that are copies.

The first are accounts of two sources and must not be put to one origin: parties exchanged, another number, another
verb, a denial, another who says it. They are written here, and composed of the beginnings of stories in which all
numbers are changed, or two names exchanged. The second are shortened, lengthened,
credited or in an editor's synonyms. Those of two languages are in `mirrored.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from according.language.sentences import sentences
from benchmarks import mirrored
from benchmarks.origins import Made, Text, part, run, stories

APART: tuple[tuple[str, str, str], ...] = (
    (
        "en",
        "Ghana accused Togo of burning the customs post at Aflao on 6 June 2023.",
        "Togo accused Ghana of burning the customs post at Aflao on 6 June 2023.",
    ),
    (
        "en",
        "Peru said 84 Peruvian soldiers were killed in the fighting along the border on Sunday.",
        "Ecuador said 550 Peruvian soldiers were killed in the fighting along the border on Sunday.",
    ),
    (
        "en",
        "The president met the chancellor in Lisbon on Monday for talks on grain and gas.",
        "The president met the chancellor in Madrid on Monday for talks on grain and gas.",
    ),
    (
        "en",
        "More than 100,000 people fled the fighting around the town in March, the Red Cross said.",
        "Some 120,000 people fled the fighting around the town in March, the government said.",
    ),
    (
        "en",
        "Masked men attacked a bus with traders on the road to the market on 1 May, killing 12 people.",
        "Masked men attacked a bus with traders on the road to the market on 1 May, killing 30 people.",
    ),
    (
        "en",
        "The company has kept its promise to pay the miners of Oruro before the winter, the minister said.",
        "The company has broken its promise to pay the miners of Oruro before the winter, the minister said.",
    ),
    (
        "en",
        "The army shelled the hospital in Dolna on Friday night, three doctors told reporters by telephone.",
        "The army did not shell the hospital in Dolna on Friday night, three officers told reporters by "
        "telephone.",
    ),
    (
        "en",
        "Chad accused Niger of moving troops across the lake on Tuesday. The foreign ministry of Chad said "
        "that Niger had broken the accord of 2011 and called on the neighbours of both countries to "
        "condemn it. The lake has been disputed for decades, and fishermen of both countries were arrested "
        "there in spring.",
        "Niger accused Chad of moving troops across the lake on Tuesday. The foreign ministry of Niger "
        "said that Chad had broken the accord of 2011 and called on the neighbours of both countries to "
        "condemn it. The lake has been disputed for decades, and fishermen of both countries were arrested "
        "there in spring.",
    ),
    (
        "fr",
        "Le Ghana accuse le Togo d'avoir incendié le poste de douane d'Aflao le 6 juin 2023.",
        "Le Togo accuse le Ghana d'avoir incendié le poste de douane d'Aflao le 6 juin 2023.",
    ),
    (
        "fr",
        "L'attaque du marché a fait douze morts et trente blessés mardi soir, selon l'hôpital de la ville.",
        "L'attaque du marché a fait vingt morts et trente blessés mardi soir, selon l'hôpital de la ville.",
    ),
    (
        "fr",
        "La société a tenu sa promesse de payer les mineurs avant l'hiver, a déclaré la ministre du Travail.",
        "La société a violé sa promesse de payer les mineurs avant l'hiver, a déclaré la ministre du Travail.",
    ),
    (
        "ru",
        "Гана обвинила Того в поджоге таможенного поста в Афлао 6 июня 2023 года.",
        "Того обвинило Гану в поджоге таможенного поста в Афлао 6 июня 2023 года.",
    ),
    (
        "ru",
        "При нападении на рынок во вторник вечером погибли двенадцать человек, сообщили в больнице города.",
        "При нападении на рынок во вторник вечером погибли двадцать человек, сообщили в больнице города.",
    ),
    (
        "ru",
        "Армия обстреляла больницу в пятницу ночью, рассказали по телефону трое врачей из этого города.",
        "Армия не обстреливала больницу в пятницу ночью, рассказали по телефону трое врачей из этого города.",
    ),
    (
        "tr",
        "Gana, Togo'yu 6 Haziran 2023'te Aflao'daki gümrük kapısını yakmakla suçladı.",
        "Togo, Gana'yı 6 Haziran 2023'te Aflao'daki gümrük kapısını yakmakla suçladı.",
    ),
    (
        "de",
        "Bei dem Angriff auf den Markt am Dienstag starben nach Angaben der Klinik zwölf Menschen.",
        "Bei dem Angriff auf den Markt am Dienstag starben nach Angaben der Regierung dreißig Menschen.",
    ),
)
"""Language and two accounts."""
TOGETHER: tuple[tuple[str, str, str], ...] = (
    (
        "en",
        "Masked men attacked a bus with traders on the road to the market on 1 May, killing 12 people.",
        "Masked men attacked a bus with traders on the road to the market on 1 May, killing 12 people. The "
        "road was closed.",
    ),
    (
        "en",
        "Ghana accused Togo of burning the customs post at Aflao on 6 June 2023.",
        "Ghana accused Togo of burning the customs post at Aflao on 6 June 2023. (Example Agency)",
    ),
    (
        "fr",
        "L'attaque du marché a fait douze morts et trente blessés mardi soir.",
        "L'attaque du marché a fait douze morts et trente blessés mardi soir, selon l'hôpital de la ville.",
    ),
    (
        "ru",
        "При нападении на рынок во вторник вечером погибли двенадцать человек, сообщили в больнице города.",
        "При нападении на рынок во вторник вечером погибли двенадцать человек, сообщили в больнице города.",
    ),
    (
        "en",
        "The harbour of Beira was closed on Monday after a crane fell on a ship with grain. Two sailors "
        "were hurt, the port's director said, and will stay in hospital for some days. Work should begin "
        "again on Thursday. The port handles most of the grain of three countries, and ships wait there "
        "for a week in autumn.",
        "The harbour of Beira was shut on Monday after a crane fell onto a ship with grain. Two sailors "
        "were hurt, the director of the port said, and will remain in hospital for several days. Work "
        "should start again on Thursday. The port handles most of the grain of three countries, and ships "
        "often wait there for a week in autumn.",
    ),
    (
        "fr",
        "Le port de Beira a été fermé lundi après la chute d'une grue sur un navire chargé de blé. Deux marins ont été "
        "blessés, a dit le directeur du port, et resteront quelques jours à l'hôpital. Le travail devrait reprendre "
        "jeudi. Le port reçoit la plus grande partie du blé de trois pays, et les navires y attendent une semaine.",
        "Le port de Beira a été bouclé lundi après la chute d'une grue sur un bateau chargé de blé. Deux matelots ont "
        "été blessés, a indiqué le directeur du port, et resteront plusieurs jours à l'hôpital. L'activité devrait "
        "reprendre jeudi. Le port reçoit l'essentiel du blé de trois pays, et les navires y attendent une semaine.",
    ),
    (
        "ru",
        "Порт Бейры закрыли в понедельник после того, как кран упал на судно с зерном. Два моряка пострадали, сообщил "
        "директор порта, и останутся в больнице на несколько дней. Работа должна возобновиться в четверг. Через порт "
        "проходит большая часть зерна трёх стран, и осенью суда ждут здесь по неделе.",
        "Порт Бейры перекрыли в понедельник после того, как кран рухнул на корабль с зерном. Два моряка пострадали, "
        "заявил директор порта, и останутся в госпитале на несколько дней. Работа должна начаться вновь в четверг. "
        "Через порт идёт большая часть зерна трёх стран, и осенью суда ждут здесь по неделе.",
    ),
    (
        "de",
        "Der Hafen von Beira wurde am Montag geschlossen, nachdem ein Kran auf ein Schiff mit Getreide gestürzt war. "
        "Zwei Matrosen wurden verletzt, sagte der Direktor des Hafens, und bleiben einige Tage im Krankenhaus. Die "
        "Arbeit soll am Donnerstag wieder beginnen. Über den Hafen geht das meiste Getreide von drei Ländern.",
        "Der Hafen von Beira wurde am Montag gesperrt, nachdem ein Kran auf ein Schiff mit Getreide gefallen war. "
        "Zwei Seeleute wurden verletzt, erklärte der Direktor des Hafens, und bleiben mehrere Tage in der Klinik. Die "
        "Arbeit soll am Donnerstag wieder anlaufen. Über den Hafen geht das meiste Getreide von drei Ländern.",
    ),
    (
        "tr",
        "Beira limanı, tahıl yüklü bir geminin üzerine vinç düşmesinin ardından pazartesi günü kapatıldı. Liman müdürü "
        "iki denizcinin yaralandığını ve birkaç gün hastanede kalacağını söyledi. Çalışmaların perşembe günü yeniden "
        "başlaması bekleniyor. Üç ülkenin tahılının büyük bölümü bu limandan geçiyor ve gemiler bir hafta bekliyor.",
        "Beira limanı, tahıl yüklü bir geminin üzerine vinç devrilmesinin ardından pazartesi günü kapatıldı. Liman "
        "müdürü iki gemicinin yaralandığını ve birkaç gün hastanede yatacağını belirtti. Çalışmaların perşembe günü "
        "tekrar başlaması bekleniyor. Üç ülkenin tahılının çoğu bu limandan geçiyor ve gemiler bir hafta bekliyor.",
    ),
)
"""Language, an article and a copy of it."""
WORDS = (25, 45, 90)
"""Of the beginnings of stories."""
_NAME = re.compile(r"(?<=[\w,] )[^\W\d_]\w{2,}")


def _made(name: str, language: str, said: Iterable[Sequence[str]]) -> list[Made]:
    """Articles of one day, by their sentences."""
    return [
        Made(
            f"{name}/{at}", name, "account", language, f"News {at}", tuple(text), f"{name}{at}", "2020-10-05"
        )
        for at, text in enumerate(said)
    ]


def _written(name: str, language: str, said: Iterable[str]) -> list[Made]:
    lines = ([" ".join(text[start:end].split()) for start, end in sentences(text, language)] for text in said)
    return _made(name, language, lines)


def other_numbers(text: str) -> str:
    """Return a text with all its numbers changed."""
    return re.sub(r"\d+", lambda found: str(int(found.group()) + 3), text)


def exchanged(text: str) -> str:
    """Return a text with the two names exchanged that it names most within its sentences; as it is without two."""
    counts = Counter(name for name in _NAME.findall(text) if name[0].isupper())
    most = sorted(counts, key=lambda name: (-counts[name], name))[:2]
    # Words that stand side by side are parts of one name.
    if len(most) < 2 or any(" ".join(each) in text for each in (most, most[::-1])):
        return text
    other = dict(zip(most, reversed(most), strict=True))
    return re.sub(rf"\b({'|'.join(most)})\b", lambda found: other[found.group()], text)


def accounts(texts: Sequence[Text]) -> Iterator[list[Made]]:
    """Yield beginnings of stories, each with one that says something else in the same words."""
    for text in texts:
        for size in WORDS:
            said = part(text.sentences, size)
            # Where it changes one sentence of many, it is an edited copy.
            for how in (other_numbers, exchanged):
                changed = tuple(how("\n".join(said)).split("\n"))
                differing = sum(one != other for one, other in zip(said, changed, strict=True))
                if 2 * differing > len(said):
                    yield _made(f"{text.name}/{size}/{how.__name__}", text.language, (said, changed))


def _together(pair: Sequence[Made]) -> bool:
    return len({each.origin for each in run(pair)}) == 1


def measure() -> dict[str, float]:
    """Return which share of contradictions is kept apart, and which share of short copies is found."""
    told = [_written(f"told/{at}", language, said) for at, (language, *said) in enumerate(APART)]
    copies = [_written(f"copy/{at}", language, said) for at, (language, *said) in enumerate(TOGETHER)]
    composed = [pair for language in ("en", "fr", "ru", "tr") for pair in accounts(stories(language))]
    return {
        "contradictions.written": 1 - sum(map(_together, told)) / len(told),
        "contradictions.composed": 1 - sum(map(_together, composed)) / len(composed),
        "contradictions.short_copies": sum(map(_together, copies)) / len(copies),
        **mirrored.measure(),
    }
