-- What people say of articles that have one origin or tell one story, and of events that are one happening; what is
-- asked about them; and by what a corrected finding is known again.

-- What people say of links between articles or between events. Append-only, as judgements are.
CREATE TABLE bonds (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL,  -- same, different, unsure
    kind    TEXT NOT NULL,  -- origin, story (of articles), happening (of events)
    first   TEXT NOT NULL,  -- JSON [{id, document, start, stop, text, root}, ...]: those that the person saw, and where
    second  TEXT NOT NULL,  -- they stood, by which they are found when their ids have changed
    made_at TEXT NOT NULL,
    author  TEXT NOT NULL,
    note    TEXT
) STRICT;

-- Articles or events of which it is not sure that they are one. Views, as entities are.
CREATE TABLE doubts (
    kind   TEXT NOT NULL,     -- as in bonds
    first  TEXT NOT NULL,     -- article or event
    second TEXT NOT NULL,
    joined INTEGER NOT NULL,  -- 1: they are one, and might not be; 0: they are two, and might be one
    score  REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, first, second)
) STRICT, WITHOUT ROWID;

-- NULL in what was said before: any finding at the same place is meant then.
ALTER TABLE corrections ADD COLUMN was TEXT;     -- the id that the machine gave it, when a person's correction had changed it
ALTER TABLE corrections ADD COLUMN traits TEXT;  -- JSON: what else a finding at the same place must have to be the same one

CREATE INDEX dates_in_doubt ON dates (confidence, id) WHERE confidence < 0.5;
CREATE INDEX mentions_in_doubt ON mentions (confidence, id) WHERE confidence < 0.6;
CREATE INDEX commitments_in_doubt ON commitments (confidence, id) WHERE confidence < 0.5;
