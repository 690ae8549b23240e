-- Dates, statements and figures. The articles of an older record get theirs when they are read again.

-- The sentences of an article's running text, as spans of the document: what a finding is shown in.
CREATE TABLE sentences (
    article TEXT NOT NULL REFERENCES articles (id),
    start   INTEGER NOT NULL,
    stop    INTEGER NOT NULL,
    PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;

-- Dates, statements and figures. Replaced with their article.
CREATE TABLE dates (
    id         TEXT PRIMARY KEY,  -- hash of the article and of its place
    article    TEXT NOT NULL REFERENCES articles (id),
    start      INTEGER NOT NULL,  -- in the document
    stop       INTEGER NOT NULL,
    text       TEXT NOT NULL,
    value      TEXT,              -- EDTF; NULL: relative to a day that is not known
    earliest   TEXT,              -- the first day that it may mean (ISO 8601), by which a timeline is ordered,
    latest     TEXT,              -- and the last
    confidence REAL NOT NULL,
    reason     TEXT NOT NULL      -- how the value came about
) STRICT;

CREATE INDEX dates_by_article ON dates (article, start);
CREATE INDEX dates_by_day ON dates (earliest, latest) WHERE earliest IS NOT NULL;

CREATE TABLE statements (
    number        INTEGER PRIMARY KEY,  -- of statement_index
    id            TEXT NOT NULL UNIQUE,
    article       TEXT NOT NULL REFERENCES articles (id),
    speaker       TEXT,              -- chain; NULL: nobody that the article names
    speaker_start INTEGER,
    speaker_stop  INTEGER,
    speaker_text  TEXT,              -- what stands there ("residents")
    addressee     TEXT,              -- chain
    cue_start     INTEGER NOT NULL,  -- the word that says that it is said
    cue_stop      INTEGER NOT NULL,
    start         INTEGER NOT NULL,  -- from the first character that is said
    stop          INTEGER NOT NULL,  -- to the last
    content       TEXT NOT NULL,     -- JSON [[start, stop], ...]: the stretches of it
    said          TEXT NOT NULL,     -- their text
    kind          TEXT NOT NULL,     -- direct, indirect, mixed
    manner        TEXT NOT NULL,     -- say, accuse, deny ...
    certainty     TEXT NOT NULL,     -- certain, probable, possible
    confidence    REAL NOT NULL,
    reason        TEXT NOT NULL
) STRICT;

CREATE INDEX statements_by_article ON statements (article, start);
CREATE INDEX statements_by_speaker ON statements (speaker);

-- Full text of what is said, rowid = statements.number; folded as in article_index.
CREATE VIRTUAL TABLE statement_index USING fts5 (said, tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE figures (
    id            TEXT PRIMARY KEY,
    article       TEXT NOT NULL REFERENCES articles (id),
    start         INTEGER NOT NULL,
    stop          INTEGER NOT NULL,
    text          TEXT NOT NULL,
    value         REAL,              -- NULL for a range
    low           REAL,
    high          REAL,
    qualifier     TEXT NOT NULL,     -- exact, about, at least, at most, more than, less than, forecast
    unit          TEXT,              -- person, percent, USD, km ...
    what          TEXT,              -- the words for what is counted
    claimant      TEXT,              -- chain: whose figure it is
    claimant_text TEXT,
    date          TEXT,              -- EDTF
    place         TEXT,              -- chain
    confidence    REAL NOT NULL,
    reason        TEXT NOT NULL
) STRICT;

CREATE INDEX figures_by_article ON figures (article, start);
