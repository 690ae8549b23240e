"""The examples are read as their author knows them: how many articles each file holds, and their titles.

Titles are given as a person would write them: mended, without numbers, markup or the marks of a paywall. None stands
for a text that has no title.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from according import Record, Settings

EXAMPLES = Path(__file__).parent.parent / "examples"

TITLES: dict[str, tuple[str | None, ...]] = {
    "anniversary_en.txt.gz": ("First anniversary in Bangui: speeches, statistics and open promises",),
    "archive_fr_windows1252.txt": ("La route de Douala rouvre sous escorte, les prix baissent lentement",),
    "article_en.txt": ("Security Council keeps peacekeepers in Central African Republic for another year",),
    "article_fr.txt": ("Commission vérité : les consultations commencent hors de Bangui",),
    "article_ru.txt": ("В Хартуме парафировано мирное соглашение по ЦАР",),
    "bulletin.pdf": (
        "Six months on, signatories meet to take stock",
        "Four accounts of one day: the tolls of 21 May compared",
        "Two signatories fight over Birao",
        "Arms embargo eased for small calibres",
        "An adviser resigns, a minister stays",
        "North-west: operation against new positions of 3R",
    ),
    "clippings.csv": (
        "Le Conseil de sécurité proroge les sanctions et demande des critères",
        "Fourteen groups, fourteen readings",
        "Миссия ООН разблокировала дорогу на Камерун",
        "Tueries du 21 mai : trois suspects remis par les 3R",
        "Training of first mixed unit begins in Bouar",
        "PK5 : les commerçants fixent leurs conditions",
    ),
    "clippings.jsonl": (
        "Union africaine et Nations unies en visite commune à Bangui",
        "Russia and Central African Republic talk about weapons and training in Sochi",
        "Через год после Хартума отряды есть только на западе",
        None,
    ),
    "communique.docx": ("Accord du 6 février : la société civile demande à participer au suivi",),
    "database_en.txt": (
        "UN panel hears doubts and hopes on arms embargo benchmarks",
        "Peacekeepers move against FDPC base as blockade of Cameroon road drags on",
        "Rights Group Documents at Least 46 Killed in May Attacks",
        "At mosque and hospital, two counts of one night in PK5",
    ),
    "database_fr.txt": (
        "Six mois après, l'heure des premiers comptes",
        "Un conseiller militaire rend son titre",
        "Birao se vide, deux groupes signataires se renvoient la faute",
        "À Bouar, la première promotion des unités mixtes en formation",
        "Le retour de l'ancien président Bozizé ravive les tensions",
    ),
    "digest_en_blocks.txt": (
        "KHARTOUM TALKS OPEN WITH FOURTEEN GROUPS AT THE TABLE",
        "Attack on mourners in Ippy casts shadow over negotiations",
        "Talks pause over question of amnesty",
        "African Union announces a deal",
        "Calls grow to publish the agreement: what is in it, and who has read it?",
    ),
    "digest_en_mailinglist.txt": (
        "UN Mission Condemns Killings in Three Villages of Ouham-Pendé",
        "Toll of May 21 Attacks Passes 40, Local Officials Say",
        "AU, UN and Government Give Armed Group 72 Hours to Hand Over Suspects",
        "Armed Group Says It Did Not Order Village Attacks",
        "Group Hands Over Three Suspects After Ultimatum",
        "Thousands Reach Paoua on Foot",
        "Security Council Members Call for Those Responsible to Be Brought to Justice",
        "Opinion: What the Dead of Ouham-Pendé Ask of the Mixed Units",
    ),
    "digest_fr.txt": (
        "Centrafrique : l'accord de Khartoum signé à Bangui par quatorze groupes armés",
        "Ce que prévoit le texte : gouvernement inclusif, unités mixtes et commission vérité",
        "À Khartoum, le paraphe avant la signature",
        "Amnistie : les associations de victimes demandent des garanties",
        "PK5 : entre soulagement et prudence, les commerçants attendent de voir",
        "Désarmement : les opérations se poursuivront dans l'Ouest, selon le gouvernement",
        "L'Union africaine appelle les signataires au respect des délais",
        "Formateurs russes : Bangui défend une coopération légale",
        "Ippy : le bilan de l'attaque de fin janvier reste discuté",
        "Displaced families wait to see whether the ink will hold",
    ),
    "digest_ru.txt": (
        "Совет Безопасности ООН смягчил эмбарго на поставки оружия в ЦАР",
        "Вертолёт миссии ООН разбился в районе Буара, трое военнослужащих погибли",
        "В Сочи Банги просит о полной отмене эмбарго",
        "Бои в квартале ПК-5: торговцы взялись за оружие против сборщиков «налогов»",
        "Смешанные отряды: учёба началась, сроки сорваны",
        "Год соглашению: праздновать или считать нарушения?",
    ),
    "digests.mbox": (
        "Firmin Ngrébada, négociateur de Khartoum, nommé Premier ministre",
        "Le nouveau chef de la mission de l'ONU attendu à Bangui",
        "Que contient l'annexe de l'accord ?",
        "Mission reports fewer clashes, many violations",
        "Chad and Central African Republic discuss their border",
        "3R fighters begin to register, group says; officials more cautious",
        "Court opens inquiry files, keeps names closed",
        "АДДИС-АБЕБА: ДОГОВОРИЛИСЬ О НОВОМ ПРАВИТЕЛЬСТВЕ",
        "В КАБИНЕТ ВОШЛИ 39 МИНИСТРОВ",
        "ТРИ КОМАНДИРА СТАЛИ СОВЕТНИКАМИ ПРЕМЬЕРА",
    ),
    "dispatches.zip": (
        "Bambari: the prefect and the army are back, who holds the town is disputed",
        "Transhumance : un protocole local entre éleveurs et agriculteurs",
    ),
    "essay_en.txt": ("Eight Signatures and a Road: What Is New in the Khartoum Agreement, and What Is Not",),
    "feed.xml": (
        "Ministers from armed groups take their seats, some chairs stay empty",
        "What we know about the attacks of 21 May",
        "Les consultations sur la Commission vérité débutent",
        "Fighting in Birao: second round",
        "Former president's return: party speaks of peace, rivals of risk",
    ),
    "message_fr.eml": (
        "Déplacés de Paoua : les organisations demandent une aide avant les semis",
        "Suivi local de l'accord : une première réunion, peu de signataires",
    ),
    "newsletter_en.txt": (
        "A prime minister from the negotiating table",
        "Thirty-six ministers and several unhappy signatories",
        "Three days in Addis Ababa",
        "The second cabinet: who got what",
        "Commanders as advisers",
        "A blocked road to the sea",
    ),
    "page_en.html": (
        "Carrot, stick and ledger: how the guarantors try to keep the Khartoum agreement alive",
    ),
    "page_en_table_layout.html": ("PK5 traders and militias: the night the market burnt",),
    "page_fr.html": (
        "Addis-Abeba : le gouvernement et les groupes armés s'entendent sur un nouveau cabinet",
    ),
    "page_fr_blog.html": ("Ce que veut dire « se dissoudre »",),
    "page_ru_windows1251.html": ("Полгода после Хартума: кто выполняет мирное соглашение в ЦАР",),
    "translated_column.txt": (None,),
    "translated_scrape.txt": (
        "Central Africa: the government and fourteen armed groups seal peace in Bangui",
    ),
    "veille_fr.md": (
        "Sanctions : le Conseil de sécurité prolonge de six mois, deux abstentions",
        "Premier anniversaire : le gouvernement et les groupes dressent des bilans opposés",
        "Opinion. Compter les violations ne suffit pas",
        "Birao : retour timide dans les quartiers vidés en septembre",
    ),
}


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str | None]]:
    """What According reads: the titles of each example file, the members of containers under the container."""
    found: dict[str, list[tuple[int, str | None]]] = defaultdict(list)
    with Record.open(tmp_path_factory.mktemp("examples") / "record.according", create=True) as record:
        record.read([str(EXAMPLES / name) for name in TITLES], Settings(articles_only=True))
        for row in record.articles():
            name = Path(row.uri.split("!/")[0]).name
            found[name].append((row.number, row.article.title))
    return {
        name: [title for _, title in sorted(rows, key=lambda row: row[0])] for name, rows in found.items()
    }


def same_print(title: str | None) -> str | None:
    """A title without the differences that are no mistakes: kinds of spaces, apostrophes and quotation marks."""
    if title is None:
        return None
    return " ".join(title.replace("’", "'").split())


def test_every_example_file_is_known() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(TITLES)


@pytest.mark.parametrize("name", sorted(TITLES))
def test_an_example_holds_as_many_articles_as_were_written(
    name: str, titles: dict[str, list[str | None]]
) -> None:
    assert len(titles.get(name, [])) == len(TITLES[name])


@pytest.mark.parametrize("name", sorted(TITLES))
def test_titles_are_as_a_person_would_write_them(name: str, titles: dict[str, list[str | None]]) -> None:
    assert [same_print(title) for title in titles.get(name, [])] == [
        same_print(title) for title in TITLES[name]
    ]


def test_no_example_is_lost_or_damaged(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.according", create=True) as record:
        record.read([str(EXAMPLES)], Settings(articles_only=True))
        assert [notice for notice in record.notices() if notice.lost or notice.kind == "damaged"] == []
