"""Names where no model sees them: runs of capitalised words, judged by what they are made of and what stands beside.

A run is a person when an office stands before it, or a known given name opens it, or it ends like a surname; an
organization when it ends with "ministry", "party" ...; a place when it ends with "river", "district" ... or has an
ending that only places take. Other runs are no names here: what is known by name, knowledge finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.fold import fold
from according.knowledge.inflection import bases, key
from according.knowledge.letters import capitals_tell
from according.knowledge.ordinary import is_formed, is_ordinary, is_proper, knows_words
from according.language.evidence import (
    Evidence,
    cue_word,
    gather,
    is_among,
    is_capital,
    is_given,
    is_particle,
    is_state,
    is_surname,
    is_town,
    lost_ending,
    other_word,
    person_word,
    script,
    starters,
)
from according.language.names import name_cues
from according.language.tree import Name, Word
from according.language.words import closing_endings, endings_stand_apart, locative_endings

_SHOUTED = 0.6
"""Share of words all in capitals from which capitals tell nothing."""

_SMALL = 4
"""Letters of a word that has a small first letter even in titles that have a capital on every other word."""

_ACRONYM = range(2, 7)
"""Letters of an abbreviation in capitals that is taken for an organization."""

_STEM = 2
"""Letters of a place's name before an ending, at least; an ending that is longer shows itself without the stem."""

_TITLES = "en"
"""The language of titles and firms in texts of all others: "Silicon Valley"."""

_ENDED = 4
"""Letters of a word that has an ending, at least."""

_FOREIGN = range(2, 4)
"""Words of a name that nothing but their strangeness shows to be a person's."""

_TOWN, _CITY = 5_000, 500_000
"""Inhabitants of a place whose name is no person's: as a whole, and as a part of it ("Rapid Viyana")."""

_PARTS = 4
"""Most words of a person's name that only its last word shows to be one."""


def survey(sentences: Sequence[Sequence[Word]], language: str | None) -> Evidence:
    """Return what all sentences of a text together show of its names."""
    inside = (word.text for words in sentences for word in words[1:])
    evidence = gather(inside, language, name_cues(language))
    surnames = {
        key(name.base.rpartition(" ")[2])
        for words in sentences
        for name in guess(words, evidence)
        if name.kind == "person" and name.last > name.first
    }
    return replace(evidence, surnames=frozenset(surnames))


def guess(words: Sequence[Word], evidence: Evidence) -> list[Name]:
    """Return the names in one sentence."""
    letters = [word.text for word in words if word.text[0].isalpha()]
    shouted = sum(text.isupper() and len(text) > 1 for text in letters)
    if shouted > _SHOUTED * len(letters) and len(letters) > 1:
        return []
    long = [text for text in letters if len(text) >= _SMALL]
    titled = len(long) > _SMALL and all(is_capital(text, evidence.language) for text in long)
    judge = _pair if titled else _judge
    names = (judge(words, first, last, evidence) for first, last in _runs(words, evidence))
    return [name for name in names if name is not None]


def _runs(words: Sequence[Word], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Yield the maximal stretches of capitalised words, without offices and forms of address."""
    apart = evidence.cues.office | evidence.cues.courtesy
    first: int | None = None
    last = 0
    for index, word in enumerate(words):
        capital = is_capital(word.text, evidence.language)
        if (
            capital
            and first is None
            and fold(word.text).text
            in evidence.cues.article | (starters(evidence.language) if index == 0 else frozenset())
        ):
            continue
        if capital and not is_among(word.text, apart, evidence.language):
            if first is not None and _breaks(words[last].text, word.text, evidence):
                yield first, last
                first = None
            first = index if first is None else first
            last = index
        elif first is not None and not _inside(words, index, evidence):
            yield first, last
            first = None
    if first is not None:
        yield first, last


def _breaks(word: str, after: str, evidence: Evidence) -> bool:
    """Return whether a name ends between two capitalised words: one an acronym, other letters, a case ending."""
    if _is_acronym(after) is not _is_acronym(word) or script(after) != script(word):
        return True
    ends = key(word).endswith(closing_endings(evidence.language)) and len(word) > _ENDED
    return ends and not is_given(word, evidence.language)


def _inside(words: Sequence[Word], index: int, evidence: Evidence) -> bool:
    """Return whether a word that is not capitalised may go on a name: a particle, the dot of an initial."""
    if index + 1 >= len(words) or not is_capital(words[index + 1].text, evidence.language):
        return False
    text = words[index].text
    return len(words[index - 1].text) <= 2 if text == "." else is_particle(text)


def _judge(words: Sequence[Word], first: int, last: int, evidence: Evidence) -> Name | None:
    """Return the name that a run is; None when nothing speaks for one."""
    cues, language = evidence.cues, evidence.language
    after = words[last + 1].text if last + 1 < len(words) else ""
    if last > first:
        for kind, marks in (("organization", cues.body), ("place", cues.land)):
            if is_among(words[last].text, marks, language):
                base = _joined(words, first, last, [(last, cue_word(words[last].text, marks, language))])
                return Name(first, last, kind, base)  # type: ignore[arg-type]
        if is_among(words[first].text, cues.body, language):
            return Name(first, last, "organization", _joined(words, first, last, []))
    if is_among(after, cues.office, language):
        last = _without_field(words, first, last, evidence)
    if last < first:
        return None
    if first == 0 < last and not _shown(words[0].text, evidence):
        first = 0 if _is_foreign(words, 0, last, evidence) else 1
    located = _locative(words, last, language)
    place = Name(first, last, "place", _place(words, first, last, located, evidence))
    if after.islower() and is_among(after, cues.land, language):
        return place
    if first < last and is_among(words[first].text, cues.town, language):
        return place
    if first == last and is_among(after, cues.body, language):  # an adjective: "Верховного суду"
        return None
    if first == last and located and not is_surname(words[last].text, language):
        return place if first > 0 or key(words[first].text) in evidence.capitalised else None
    person = _person(words, first, last, evidence, bool(located))
    return person or _acronym(words, first, last) or (place if located else None)


def _shown(word: str, evidence: Evidence) -> bool:
    """Return whether a word that opens a sentence has its capital for another reason, too."""
    language = evidence.language
    known = is_given(word, language) or is_surname(word, language) or is_state(word, language)
    return known or len(word) == 1 or any(form in evidence.forms for form in bases(word, language))


def _person(words: Sequence[Word], first: int, last: int, evidence: Evidence, located: bool) -> Name | None:
    """Return the person that a run is, if it is one."""
    language = evidence.language
    titled = _titled(words, first, evidence)
    while first < last and is_state(words[first].text, language):
        first += 1
    while first < last and (is_state(words[last].text, language) or is_particle(words[last].text)):
        last -= 1
    opened = next((i for i in range(first, last) if _opens(words[i].text, evidence)), None)
    if opened is not None and (last > opened + 1 or not _is_common(words[last].text, evidence)):
        joined = any(is_particle(words[i].text) for i in range(first, opened))
        return _named(words, first if joined else opened, last, evidence)
    surname = is_surname(words[last].text, language) and not is_town(
        _joined(words, first, last, []), language, _TOWN
    )
    if last > first:
        initial = len(words[first].text) == 1
        shown = titled or initial or (surname and last - first < _PARTS and first > 0)
        strange = None if shown or located else _strange(words, first, last, evidence)
        first = first if strange is None else strange
        return _named(words, first, last, evidence) if shown or strange is not None else None
    if titled and (surname or capitals_tell(language)):
        return _named(words, first, last, evidence)
    known = not evidence.surnames.isdisjoint(bases(words[last].text, language))
    known = known and not is_town(words[last].text, language, _CITY)
    return _named(words, first, last, evidence) if known else None


def _strange(words: Sequence[Word], first: int, last: int, evidence: Evidence) -> int | None:
    """Return where a foreigner's name begins that ends a run ("Yargıç John Smith"); None when there is none."""
    start = last + 1
    while start > first and (
        _is_strange(words[start - 1].text, evidence) or is_particle(words[start - 1].text)
    ):
        start -= 1
    return start if _is_foreign(words, start, last, evidence) else None


def _is_foreign(words: Sequence[Word], first: int, last: int, evidence: Evidence) -> bool:
    """Return whether a run is two or three words unknown to the language, to bodies and to maps: most often a person.

    News name more foreigners than any list does. Where all nouns have capitals, or nothing is known of the language's
    words, this shows nothing.
    """
    language = evidence.language
    texts = [word.text for word in words[first : last + 1] if not is_particle(word.text)]
    if not capitals_tell(language) or not knows_words(language) or len(texts) not in _FOREIGN:
        return False
    if not all(_is_strange(text, evidence) for text in texts):
        return False
    if all(is_ordinary(text, _TITLES) and not is_given(text, language) for text in texts):
        return False
    whole = _joined(words, first, last, [])
    return not is_town(whole, language, _TOWN) and not any(is_town(text, language, _CITY) for text in texts)


def _is_strange(word: str, evidence: Evidence) -> bool:
    """Return whether nothing shows a word to be one of the language, of a body or of a place's name."""
    language, cues = evidence.language, evidence.cues
    if not word.replace("-", "").replace("'", "").isalpha() or _is_acronym(word) or len(word) < _STEM:
        return False
    if is_among(word, cues.body | cues.land | cues.field | cues.office | cues.courtesy, language):
        return False
    ordinary = is_ordinary(word, language) and not is_proper(word, language)
    if ordinary or is_formed(word, language) or is_month_or_weekday(word):
        return False
    return not is_state(word, language) and evidence.small.isdisjoint(bases(word, language))


def _is_common(word: str, evidence: Evidence) -> bool:
    """Return whether the text has a word in small letters, too: the storm of "Rosa Kasırgası"."""
    return not is_surname(word, evidence.language) and key(word) in evidence.small


def _opens(word: str, evidence: Evidence) -> bool:
    """Return whether a word is a given name and not the first word of an office ("Ali Məhkəmə")."""
    return is_given(word, evidence.language) and fold(word).text not in evidence.cues.field


def _titled(words: Sequence[Word], first: int, evidence: Evidence) -> bool:
    """Return whether an office or a form of address stands before a word, with its dot or without."""
    dot = first > 1 and words[first - 1].text == "."
    before = words[first - 1 - dot].text if first > 0 else ""
    cues = evidence.cues.courtesy if dot else evidence.cues.office | evidence.cues.courtesy
    return is_among(before, cues, evidence.language)


def _named(words: Sequence[Word], first: int, last: int, evidence: Evidence) -> Name:
    """Return a person's name, which ends with its first surname unless another follows."""
    language = evidence.language
    for index in range(first + 2, last + 1):
        if not is_particle(words[index].text) and _is_beside(words[index].text, evidence):
            last = index - 1
            break
    second = first + 1
    if first < last and is_surname(words[first].text, language) and not is_given(words[first].text, language):
        elsewhere = _is_beside(words[second].text, evidence) or _locative(words, second, language)
        last = first if elsewhere and not is_given(words[second].text, language) else last
    for index in range(first + 1, last):
        goes_on = is_surname(words[index + 1].text, language) or not words[index + 1].text[0].isalpha()
        if is_surname(words[index].text, language) and not goes_on and not is_particle(words[index + 1].text):
            last = index
            break
    parts: list[tuple[int, str]] = []
    female = False
    lost: str | None = None
    for index in range(first, last + 1):
        text = person_word(words[index].text, evidence, lost, female)
        if text != words[index].text and lost is None:
            lost = lost_ending(words[index].text, text)
        female = female or (index == first and text.endswith(("а", "я")))
        parts.append((index, text))
    return Name(first, last, "person", _joined(words, first, last, parts))


def _is_beside(word: str, evidence: Evidence) -> bool:
    """Return whether a word stands behind names and is no part of them: of the language, of a body, a state, a town."""
    language, cues = evidence.language, evidence.cues
    if is_given(word, language) or is_surname(word, language):
        return False
    barred = cues.body | cues.land | cues.field | cues.office
    known = is_among(word, barred, language) or is_state(word, language) or is_town(word, language, _CITY)
    return known or is_month_or_weekday(word) or not evidence.small.isdisjoint(bases(word, language))


def _pair(words: Sequence[Word], first: int, last: int, evidence: Evidence) -> Name | None:
    """Return the first given name with a surname in a run of a title where every word has a capital."""
    for index in range(first, last):
        if is_given(words[index].text, evidence.language) and is_surname(
            words[index + 1].text, evidence.language
        ):
            return _named(words, index, index + 1, evidence)
    return None


def _acronym(words: Sequence[Word], first: int, last: int) -> Name | None:
    text = words[first].text
    return Name(first, last, "organization", text) if first == last and _is_acronym(text) else None


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) in _ACRONYM


def _without_field(words: Sequence[Word], first: int, last: int, evidence: Evidence) -> int:
    """Return the last word of a run without the words of an office at its end ("Türkiye Dışişleri" before "Bakanı")."""
    while last >= first and is_among(words[last].text, evidence.cues.field, evidence.language):
        last -= 1
    return last


def _locative(words: Sequence[Word], last: int, language: str | None) -> str:
    """Return the ending of a name that only places take, of its own or behind an apostrophe; empty without one."""
    endings = locative_endings(language)
    after = fold(words[last + 1].text).text if last + 1 < len(words) else ""
    if after.startswith(("'", "-")):
        return after if after[1:] in endings else ""
    if endings_stand_apart(language):
        return ""
    form, *others = bases(words[last].text, language)
    found = [ending for ending in endings if form[_STEM:].endswith(ending)]
    return max(found, key=len) if found and (others or len(max(found, key=len)) > _STEM) else ""


def _place(words: Sequence[Word], first: int, last: int, located: str, evidence: Evidence) -> str:
    ending = located if located[:1].isalpha() else ""
    return _joined(words, first, last, [(last, other_word(words[last].text, evidence, ending))])


def _joined(words: Sequence[Word], first: int, last: int, changed: Sequence[tuple[int, str]]) -> str:
    """Return the words of a name as one text, some of them in another form."""
    forms = dict(changed)
    parts, end = [], words[first].start
    for index in range(first, last + 1):
        parts.append(" " if words[index].start > end else "")
        parts.append(forms.get(index, words[index].text))
        end = words[index].end
    return "".join(parts)
