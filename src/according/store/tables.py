"""The tables of a record as SQLAlchemy knows them, read from schema.sql."""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import MetaData, create_engine

SCHEMA = files("according.store").joinpath("schema.sql").read_text("utf-8")


def _reflect() -> tuple[MetaData, int, int]:
    """Run the schema in memory and read it back, so that nothing in it is declared twice."""
    metadata = MetaData()
    with create_engine("sqlite://").connect() as connection:
        # The types doubt that there is a connection behind an open one.
        connection.connection.driver_connection.executescript(SCHEMA)  # type: ignore[union-attr]
        metadata.reflect(connection)
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return metadata, application, version


_metadata, APPLICATION_ID, VERSION = _reflect()
documents = _metadata.tables["documents"]
locations = _metadata.tables["locations"]
originals = _metadata.tables["originals"]
articles = _metadata.tables["articles"]
article_index = _metadata.tables["article_index"]
notices = _metadata.tables["notices"]
inputs = _metadata.tables["inputs"]
chains = _metadata.tables["chains"]
mentions = _metadata.tables["mentions"]
sentences = _metadata.tables["sentences"]
dates = _metadata.tables["dates"]
statements = _metadata.tables["statements"]
figures = _metadata.tables["figures"]
events = _metadata.tables["events"]
event_parties = _metadata.tables["event_parties"]
entities = _metadata.tables["entities"]
entity_names = _metadata.tables["entity_names"]
happenings = _metadata.tables["happenings"]
suggestions = _metadata.tables["suggestions"]
judgements = _metadata.tables["judgements"]
instruments = _metadata.tables["instruments"]
commitments = _metadata.tables["commitments"]
commitment_reports = _metadata.tables["commitment_reports"]
sketches = _metadata.tables["sketches"]
origins = _metadata.tables["origins"]
copies = _metadata.tables["copies"]
stories = _metadata.tables["stories"]
story_articles = _metadata.tables["story_articles"]
due = _metadata.tables["due"]
kept = _metadata.tables["kept"]
placed_happenings = _metadata.tables["placed_happenings"]
placed_articles = _metadata.tables["placed_articles"]
discrepancies = _metadata.tables["discrepancies"]
discrepancy_accounts = _metadata.tables["discrepancy_accounts"]
rulings = _metadata.tables["rulings"]
relations = _metadata.tables["relations"]
chronicle = _metadata.tables["chronicle"]
facets = _metadata.tables["facets"]
article_facets = _metadata.tables["article_facets"]
searches = _metadata.tables["searches"]
corrections = _metadata.tables["corrections"]
revocations = _metadata.tables["revocations"]
corrected = _metadata.tables["corrected"]
preferences = _metadata.tables["preferences"]
bonds = _metadata.tables["bonds"]
doubts = _metadata.tables["doubts"]
