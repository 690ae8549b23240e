"""What linking is told beside the chains: when articles were published, and what is called by which acronym."""

from __future__ import annotations

from pathlib import Path

from according import Record, Settings
from according.store import entities
from according.store.database import Database
from tests.store.conftest import Save

NEWS = (
    ("1996-03-01", "Peruvian President Paul Sample opened the congress on Monday."),
    ("2005-06-01", "Peruvian President Marc Sample opened the congress on Monday."),
    ("2006-02-01", "Peruvian President Sample met the ambassadors of four countries on Friday."),
)
"""A father and his son held one office; the last article writes the surname alone."""


def test_those_that_say_so_and_no_others(database: Database, save: Save) -> None:
    save("One article.", "a.txt", published="2021-03")
    save("Another article.", "b.txt")
    with database.reading() as connection:
        assert list(entities.for_linking(connection)[2].values()) == ["2021-03"]


def test_linking_knows_it(tmp_path: Path) -> None:
    rows = "\n".join(f'{number},"{text}",{date}' for number, (date, text) in enumerate(NEWS))
    (tmp_path / "news.csv").write_text(f"title,text,date\n{rows}\n", encoding="utf-8")
    with Record.open(tmp_path / "r.according", create=True) as record:
        record.read([str(tmp_path / "news.csv")], settings=Settings(jobs=1))
        dates = [each.row.article.published for each in record.entity("Marc Sample").appearances]
    assert sorted(map(str, dates)) == ["2005-06-01", "2006-02-01"]


def test_an_acronym_is_what_another_article_explains_it_by(tmp_path: Path) -> None:
    texts = (
        "Le Mouvement des libérateurs exemplaires pour la justice (MLEJ) a signé un accord mardi avec le président.",
        "Des combattants du MLEJ ont attaqué une colonne de soldats dans le nord du pays, selon des témoins.",
    )
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with Record.open(tmp_path / "r.according", create=True) as record:
        record.read([str(tmp_path / "0.txt"), str(tmp_path / "1.txt")], settings=Settings(jobs=1))
        assert len(record.entity("MLEJ").appearances) == 2
