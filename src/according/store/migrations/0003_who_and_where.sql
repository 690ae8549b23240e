-- Chains, mentions, entities and judgements. The articles of an older record get theirs when they are read again.

-- Who and what an article names. Replaced with its article.
CREATE TABLE chains (
    id          TEXT PRIMARY KEY,  -- hash of the article and of the first mention's place
    article     TEXT NOT NULL REFERENCES articles (id),
    kind        TEXT NOT NULL,     -- person, organization, state, place, other
    name        TEXT NOT NULL,     -- the fullest name in the article, in the nominative
    language    TEXT,
    key         TEXT,              -- name in the knowledge or a gazetteer: state:AM, place:geonames:616052
    offices     TEXT NOT NULL,     -- JSON [office@state, ...]
    latitude    REAL,              -- degrees, WGS 84
    longitude   REAL,
    country     TEXT,              -- ISO 3166-1 alpha-2
    precision   TEXT,              -- point, town, district, region, country
    probability REAL,              -- that this place is meant
    named       INTEGER NOT NULL,  -- 0: only described ("the president"); such a chain is no entity of its own
    entity      TEXT,              -- what linking made of it: the entity, NULL before and for what is only described,
    score       REAL,              -- how sure that is, 0 to 1,
    reason      TEXT               -- and why
) STRICT;

CREATE INDEX chains_by_article ON chains (article);
CREATE INDEX chains_by_entity ON chains (entity, article);

CREATE TABLE mentions (
    id         TEXT PRIMARY KEY,
    chain      TEXT NOT NULL REFERENCES chains (id),
    start      INTEGER NOT NULL,  -- in the document
    stop       INTEGER NOT NULL,
    text       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    form       TEXT NOT NULL,     -- name, description, pronoun
    confidence REAL NOT NULL,
    reason     TEXT NOT NULL      -- why it belongs to its chain
) STRICT;

CREATE INDEX mentions_by_chain ON mentions (chain);

-- Entities and suggestions are views on chains and judgements, worked out by linking and kept here to be found
-- quickly. Nothing is lost with them: linking makes them anew.
CREATE TABLE entities (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    key       TEXT,
    wikidata  TEXT,
    geonames  INTEGER,
    latitude  REAL,
    longitude REAL,
    country   TEXT,
    precision TEXT,
    contested INTEGER NOT NULL,  -- 1: sides give it different names or owners; names holds those of all sides
    names     TEXT NOT NULL,     -- JSON {language: [name, ...]} beyond what the articles write
    articles  INTEGER NOT NULL,
    mentions  INTEGER NOT NULL
) STRICT;

-- Every written form of an entity, folded as in article_index: what it is looked up by.
CREATE TABLE entity_names (
    name   TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (name, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestions (
    first  TEXT NOT NULL,
    second TEXT NOT NULL,
    score  REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

-- What people decided. Append-only; survives whatever is read or worked out anew.
CREATE TABLE judgements (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL,   -- same, different
    first   TEXT NOT NULL,   -- JSON {name, kind, chains}
    second  TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

-- Stages that must run over the whole record again because something they look at has changed.
CREATE TABLE due (
    stage   TEXT PRIMARY KEY,  -- link
    changes INTEGER NOT NULL,  -- how often it has changed
    done    INTEGER NOT NULL   -- the change that the stage last saw: it is due when there were others since
) STRICT, WITHOUT ROWID;
