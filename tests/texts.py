"""Texts to try things on: any characters, and lines as digests have them with all kinds of line breaks."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from according.model import Document, Span
from according.read.digest import Labelled, Part
from according.read.lines import Unit, units

NAMED = {
    "one_en.txt": "Leaders meet in Geneva\n\nPrime Minister Nikol Pashinyan of Armenia met President Ilham Aliyev of "
    "Azerbaijan in Geneva on Monday. Pashinyan said that the talks were useful. The president left in the evening.\n",
    "two_fr.txt": "Rencontre à Genève\n\nLe Premier ministre arménien Nikol Pachinian a rencontré lundi à Genève le "
    "président azerbaïdjanais Ilham Aliev. M. Pachinian a parlé d'une réunion utile.\n",
    "three_ru.txt": "Встреча в Женеве\n\nПремьер-министр Армении Никол Пашинян встретился в понедельник в Женеве с "
    "президентом Азербайджана Ильхамом Алиевым. Пашинян назвал переговоры полезными.\n",
    "four_en.txt": "A song wins in Baku\n\nNurlan Aliyev, a singer from Ganja, won the national song contest in Baku "
    "on Friday, the organisers said. Aliyev thanked his teachers.\n",
}
"""Two men under three names each, a third with the surname of one of them, and places."""

CLAIMED = {
    "north.txt": "Floods in Ghana\n\nThe Northern Post, 3 March 2021\n\nPresident Nana Akufo-Addo said on Tuesday that "
    'more than 40 houses had been destroyed near Tamale. "We will rebuild every one of them," he promised.\n\n'
    "Residents said that 12 people had died.\n",
    "south.txt": "Crue au Ghana\n\nLe 4 mars 2021\n\nSelon la Croix-Rouge, 15 personnes sont mortes depuis lundi près "
    "de Tamale. « Nous manquons de tout », a déclaré Nana Akufo-Addo jeudi.\n",
}
"""Two accounts of one flood, which differ in how many died and in who says so."""

PASTED = (
    "PRESS REVIEW\n3 March 2021\n\nIn this issue:\n1. Floods in Ghana\n2. Clashes in Mali\n3. A ferry sinks\n\n"
    "____________\n\n"
    "1. Floods in Ghana\n\nThe Northern Post, 3 March 2021\n\nPresident Nana Akufo-Addo said on Tuesday that more than "
    "40 houses had been destroyed near Tamale. Residents said that 12 people had died.\n\n"
    "Read also: Rains go on\nShare on Facebook\n\n"
    "2. Clashes in Mali\n\nThe Southern Herald, 3 March 2021\n\nThe Malian army shelled Timbuktu on 2 March 2021. "
    "Ghana condemned Mali on the next day, and asked for talks.\n\n"
    "Subscribe to our newsletter\n\n"
    "3. A ferry sinks\n\nThe Coast Times, 3 March 2021\n\nA ferry sank off Zanzibar on Tuesday. Police said that "
    "nobody had died, and that divers would look for the wreck in the morning.\n"
)
"""Three articles pasted into one file, with a head and noise between them."""

LINES = st.sampled_from(
    [
        "Talks on the northern corridor resume in Geneva after a long pause",
        "Les pourparlers sur le corridor reprennent auCentre de Genève",
        "Переговоры о северном коридоре возобновились в Женеве",
        "Բանակցությունները վերսկսվել են Ժնևում",
        "المفاوضات تستأنف في جنيف بعد توقف طويل",
        "The delegations met on Tuesday 3 March 2021. They agreed on little, an official said, but will meet again.",
        "Les délégations se sont réunies mardi. Elles sont convenues de peu de chose.Le reste attendra une autre fois.",
        "Делегации встретились во вторник. Они договорились о немногом, сообщил представитель миссии.",
        "GENEVA, March 3 (AP) — The delegations met in the old town, where a hall had been kept for them since May.",
        "(Lire aussi : Le corridor reste fermé)",
        "FacebookTwitterWhatsApp",
        "Des délégués dans la salle. © AFP",
        "Related articles",
        "Subscribe to our newsletter",
        "Reuters",
        "Le Monde",
        "By Jane Example",
        "3 March 2021",
        "vendredi 15 janvier",
        "https://example.org/a?b=c",
        "1. First item of the day",
        "2) Second item of the day",
        "III. Third",
        "# Heading",
        "## Under it",
        "HD   A headline of a dump",
        "PD   4 May 2023",
        "SN   BBC Monitoring",
        "WC   96 words",
        "LP   The first paragraph of it, which is short.",
        "AN   Document EXAMP0020230504ej540001p",
        "Document 3 of 25",
        "Subject: Fwd: A title",
        "Date: 31 February 2021",
        "____________",
        "* * *",
        "(END)",
        "In this issue:",
        "which goes on from the line above and is hyphen-",
        "ated in the middle",
        "well-known inter\u00ad",
        "«",
        "—",
        "1.",
        "0:00 / 1:45",
        "©",
        "[",
        "()",
        "İSTANBUL ÉTÉ ß ŒUVRE",
        "a\u0301" * 40,
        "word " * 400,
        "x" * 3000,
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🕊️🕊️ 👩‍👩‍👧",
        "\u202eright to left\u202c\u2066isolated\u2069\u200f",
        "\ufeff\u200b\u00a0\u00ad",
        "NUL\0 inside\0",
    ]
)
BREAKS = st.sampled_from(
    [
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        "\r",
        "\n\n\n\n",
        "\f",
        "\v",
        "\u2028",
        "\u2029",
        "\x85",
        "\x1c",
        "\n  ",
        " \n",
        "",
    ]
)
DIGESTS = st.lists(st.tuples(LINES | st.text(max_size=30), BREAKS), max_size=25).map(
    lambda parts: "".join(a + b for a, b in parts)
)
ANY = st.text(max_size=300) | DIGESTS


def plain(text: str, **more: Any) -> Document:
    """Return `text` as the document that the reader of plain text makes of it."""
    return Document.make("a.txt", text.encode(), "text/plain", "utf-8", text, **more)


def printing(text: str) -> str:
    """Return the characters that leave ink, but for the marks of quoted mail."""
    return "".join(c for c in text if not c.isspace() and c not in "\u200b\u200e\u200f\ufeff\xad>")


def unit(text: str) -> Unit:
    """Return a text of one paragraph as the only unit of a document."""
    (only,) = units(text)
    return only


def labelled(text: str, states: str) -> Part:
    """Return a text as one article, whose units have the states given, separated by spaces."""
    found = units(text)
    pairs = tuple(Labelled(u, s) for u, s in zip(found, states.split(), strict=True))
    return Part(Span(found[0].span.start, found[-1].span.end), pairs)


FOUGHT = {
    "north.txt": "Clashes in Mali\n\nThe Northern Post, 6 May 2021\n\nThe Malian army shelled Timbuktu on 5 May 2021. "
    "Ghana condemned Mali. Ghana will send food to Mali next week.\n",
    "south.txt": "Combats au Mali\n\nLe 7 mai 2021\n\nL'armée malienne a bombardé Tombouctou le 5 mai 2021.\n",
}
"""Events: what happened and what is planned, one of them told twice."""

AGREED = {
    "first.txt": "Truce signed\n\nThe Accra Herald, 3 March 2021\n\n"
    "Ethiopia and Eritrea signed a ceasefire agreement in Nairobi on 2 March 2021, brokered by Kenya. Under the "
    "Nairobi agreement, Eritrea will release 40 Ethiopian prisoners by 10 March. "
    "Ethiopia agreed to open the Zalambessa border crossing.\n",
    "later.txt": "Prisoners freed\n\nThe Daily Post, 9 March 2021\n\n"
    "Eritrea released 40 Ethiopian prisoners on Tuesday. "
    "Ethiopia accused Eritrea of violating the Nairobi agreement of 2 March.\n",
}
"""Agreements, what is promised in them, and what became of it."""
