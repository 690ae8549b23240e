-- Sketches, origins, stories, discrepancies. The articles of an older record get theirs when they are read again.

-- What an article is compared by with all others. Replaced with its article.
CREATE TABLE sketches (
    article  TEXT PRIMARY KEY REFERENCES articles (id),
    words    INTEGER NOT NULL,  -- of the running text
    shingles BLOB NOT NULL,     -- MinHash signature of its word shingles: 32-bit numbers, little endian
    vector   BLOB               -- of title and lead, one byte a dimension; NULL where the encoder does not know the language
) STRICT, WITHOUT ROWID;

-- Articles that copy one original. Views, as entities are.
CREATE TABLE origins (
    article TEXT PRIMARY KEY,
    origin  TEXT NOT NULL,      -- hash of the original's id
    kind    TEXT NOT NULL,      -- original, exact, near, shortened, stitched, translated
    score   REAL NOT NULL,      -- how sure that is, 0 to 1,
    reason  TEXT NOT NULL       -- and why
) STRICT, WITHOUT ROWID;

CREATE INDEX origins_by_origin ON origins (origin);

-- Which characters of an article are from which of another one.
CREATE TABLE copies (
    article     TEXT NOT NULL,
    start       INTEGER NOT NULL,  -- in the article's document
    stop        INTEGER NOT NULL,
    other       TEXT NOT NULL,     -- the article that it is from
    other_start INTEGER NOT NULL,
    other_stop  INTEGER NOT NULL,
    translated  INTEGER NOT NULL,  -- 0, 1
    score       REAL NOT NULL,
    PRIMARY KEY (article, start, other)
) STRICT, WITHOUT ROWID;

-- News stories. Views, as entities are.
CREATE TABLE stories (
    id       TEXT PRIMARY KEY,
    title    TEXT NOT NULL,
    earliest TEXT,              -- when its first article was published (EDTF),
    latest   TEXT,              -- and its last
    origins  INTEGER NOT NULL   -- independent originals among its articles
) STRICT;

CREATE TABLE story_articles (
    article TEXT PRIMARY KEY,
    story   TEXT NOT NULL,
    score   REAL NOT NULL,      -- how sure that it is of this story, 0 to 1,
    reason  TEXT NOT NULL       -- and why
) STRICT, WITHOUT ROWID;

CREATE INDEX story_articles_by_story ON story_articles (story);

-- Where accounts of one thing cannot all be right, and where they follow one another ("the toll rises"). Views.
CREATE TABLE discrepancies (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,    -- figure, denial, blame, date, place, fate (of a commitment)
    series    INTEGER NOT NULL, -- 1: no contradiction, but values of several times, or a forecast and what came of it
    about     TEXT NOT NULL,    -- in one line
    story     TEXT,
    happening TEXT,
    score     REAL NOT NULL,    -- how sure that they differ about one thing, 0 to 1,
    reason    TEXT NOT NULL     -- and why
) STRICT;

-- What each account of a discrepancy says, those of one position together.
CREATE TABLE discrepancy_accounts (
    discrepancy   TEXT NOT NULL REFERENCES discrepancies (id),
    number        INTEGER NOT NULL,  -- its place in the list
    position      INTEGER NOT NULL,  -- accounts of one number agree
    finding       TEXT NOT NULL,     -- id of the figure, event, statement, date or commitment
    article       TEXT NOT NULL,
    start         INTEGER NOT NULL,
    stop          INTEGER NOT NULL,
    says          TEXT NOT NULL,     -- what it comes to, in a few words
    claimant      TEXT,              -- entity
    claimant_text TEXT,
    PRIMARY KEY (discrepancy, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX discrepancy_accounts_by_article ON discrepancy_accounts (article);

-- What people say of discrepancies. Never changed, never deleted: a later one on the same findings takes its place.
CREATE TABLE rulings (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    verdict  TEXT NOT NULL,     -- confirm, dismiss
    kind     TEXT NOT NULL,     -- of the discrepancy
    findings TEXT NOT NULL,     -- JSON [[id, ...], ...]: those of each position that the person saw
    made_at  TEXT NOT NULL
) STRICT;
