-- Events and happenings. The articles of an older record get theirs when they are read again.

-- Who did what to whom. Replaced with their article.
CREATE TABLE events (
    id             TEXT PRIMARY KEY,
    article        TEXT NOT NULL REFERENCES articles (id),
    start          INTEGER NOT NULL,  -- the word that tells it
    stop           INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_stop  INTEGER NOT NULL,
    text           TEXT NOT NULL,     -- what stands at start
    root           TEXT NOT NULL,     -- PLOVER's: AGREE, CONSULT ...
    mode           TEXT,
    source_start   INTEGER,           -- the words for who does it; whom they name: event_parties
    source_stop    INTEGER,
    source_text    TEXT,
    target_start   INTEGER,
    target_stop    INTEGER,
    target_text    TEXT,
    place          TEXT,              -- chain
    date           TEXT,              -- EDTF
    earliest       TEXT,              -- as in dates
    latest         TEXT,
    status         TEXT NOT NULL,     -- happened, ongoing, planned, threatened, demanded, denied, hypothetical
    reported_by    TEXT,              -- chain: who says so; NULL: the article itself, or nobody that it names
    reported_text  TEXT,
    measures       TEXT NOT NULL,     -- JSON [[start, stop], ...]: where the figures stand that measure it
    confidence     REAL NOT NULL,
    reason         TEXT NOT NULL,
    happening      TEXT,              -- what linking made of it: the happening that it is an account of, NULL before,
    account        INTEGER,           -- which of its accounts, from 0 on,
    score          REAL,              -- how sure that is, 0 to 1,
    because        TEXT               -- and why
) STRICT;

CREATE INDEX events_by_article ON events (article, start);
CREATE INDEX events_by_happening ON events (happening, account);

-- Who takes part in an event, as far as the article names somebody.
CREATE TABLE event_parties (
    event    TEXT NOT NULL REFERENCES events (id),
    side     TEXT NOT NULL,     -- source, target
    position INTEGER NOT NULL,  -- in the order in which they are named
    chain    TEXT NOT NULL,
    PRIMARY KEY (event, side, position)
) STRICT, WITHOUT ROWID;

-- Events of any articles that are one. Views, as entities are.
CREATE TABLE happenings (
    id       TEXT PRIMARY KEY,
    root     TEXT NOT NULL,
    mode     TEXT,
    status   TEXT NOT NULL,     -- of the account that says most
    source   TEXT NOT NULL,     -- JSON [entity, ...]
    target   TEXT NOT NULL,
    place    TEXT,              -- entity
    date     TEXT,              -- EDTF
    told     TEXT,              -- when the first article about it appeared (EDTF)
    earliest TEXT,              -- the first day that date, else told, may mean: what a chronology is ordered by,
    latest   TEXT,              -- and the last
    origins  INTEGER NOT NULL   -- outlets and agencies that tell of it
) STRICT;

CREATE INDEX happenings_by_day ON happenings (earliest, latest);
