-- Agreements and commitments. The articles of an older record get theirs when they are read again.

-- Agreements as one article names them.
CREATE TABLE instruments (
    id        TEXT PRIMARY KEY,
    article   TEXT NOT NULL REFERENCES articles (id),
    start     INTEGER NOT NULL,  -- the first place where it is named
    stop      INTEGER NOT NULL,
    kind      TEXT NOT NULL,     -- ceasefire, accord, treaty, statement, protocol, memorandum, resolution
    name      TEXT NOT NULL,
    mentions  TEXT NOT NULL,     -- JSON [[start, stop], ...]
    texts     TEXT NOT NULL,     -- JSON: what stands there
    date      TEXT,              -- EDTF
    place     TEXT,              -- chain
    parties   TEXT NOT NULL,     -- JSON [chain, ...]
    mediators TEXT NOT NULL,     -- JSON [chain, ...]
    own       TEXT NOT NULL,     -- JSON: the words of its proper name
    named     INTEGER NOT NULL,  -- 0: only "the deal"
    agreement TEXT               -- what linking made of it: the agreement that it is, NULL before
) STRICT;

CREATE INDEX instruments_by_article ON instruments (article, start);
CREATE INDEX instruments_by_agreement ON instruments (agreement);

-- Who shall do what, or what became of it.
CREATE TABLE commitments (
    id            TEXT PRIMARY KEY,
    article       TEXT NOT NULL REFERENCES articles (id),
    start         INTEGER NOT NULL,  -- the whole of it in its sentence
    stop          INTEGER NOT NULL,
    text          TEXT NOT NULL,
    by_party      TEXT NOT NULL,     -- JSON {chains, span, text}
    to_party      TEXT NOT NULL,     -- JSON {chains, span, text}
    what          TEXT NOT NULL,
    what_start    INTEGER NOT NULL,
    what_stop     INTEGER NOT NULL,
    due           TEXT,              -- EDTF
    due_text      TEXT,
    instrument    TEXT,              -- the agreement of the article that it is under
    status        TEXT NOT NULL,     -- promised, reported done, reported broken, disputed, unclear
    root          TEXT,
    reported_by   TEXT,              -- chain
    reported_text TEXT,
    confidence    REAL NOT NULL,
    reason        TEXT NOT NULL
) STRICT;

CREATE INDEX commitments_by_article ON commitments (article, start);

-- What was told of a commitment later, by a commitment or an event. Views, as entities are.
CREATE TABLE commitment_reports (
    commitment TEXT NOT NULL,
    report     TEXT NOT NULL,
    status     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (commitment, report)
) STRICT, WITHOUT ROWID;
