-- What the desk counts and looks up at once.

-- Where happenings are, a row for each account of one: what a map counts, by what it filters. Views, as entities are.
CREATE TABLE placed_happenings (
    place     TEXT NOT NULL,     -- entity
    happening TEXT NOT NULL,
    account   INTEGER NOT NULL,  -- from 0 on
    earliest  TEXT,              -- as in happenings
    latest    TEXT,
    status    TEXT NOT NULL,
    root      TEXT NOT NULL,
    parties   TEXT NOT NULL,     -- source and target as in happenings, one after the other
    language  TEXT,              -- of the account's article
    outlet    TEXT,
    agency    TEXT,
    PRIMARY KEY (place, happening, account)
) STRICT, WITHOUT ROWID;

-- Which articles name a place whose point is known. Views, as entities are.
CREATE TABLE placed_articles (
    place     TEXT NOT NULL,     -- entity
    article   INTEGER NOT NULL,  -- its number
    published TEXT,              -- as in articles
    language  TEXT,
    outlet    TEXT,
    agency    TEXT,
    PRIMARY KEY (place, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX happenings_nowhere ON happenings (earliest, latest, status, root) WHERE place IS NULL;
CREATE INDEX articles_by_day ON articles (published, language, outlet, agency);

INSERT INTO placed_happenings
SELECT h.place, h.id, e.account, h.earliest, h.latest, h.status, h.root, h.source || h.target, a.language, a.outlet, a.agency
FROM happenings h JOIN events e ON e.happening = h.id JOIN articles a ON a.id = e.article
WHERE h.place IS NOT NULL;

INSERT INTO placed_articles
SELECT DISTINCT c.entity, a.number, a.published, a.language, a.outlet, a.agency
FROM entities n JOIN chains c ON c.entity = n.id JOIN articles a ON a.id = c.article
WHERE n.latitude IS NOT NULL;

-- Happenings with what a chronology is filtered by, in the order of their days. Views, as entities are.
CREATE TABLE chronicle (
    earliest  TEXT NOT NULL,     -- as in happenings; ~ where no day is known
    happening TEXT NOT NULL,
    month     TEXT NOT NULL,     -- of earliest; ~ where no day is known
    wide      INTEGER NOT NULL,  -- 1: latest is in another month
    latest    TEXT NOT NULL,
    status    TEXT NOT NULL,
    root      TEXT NOT NULL,
    place     TEXT,              -- entity
    parties   TEXT NOT NULL,     -- source and target as in happenings, one after the other
    languages TEXT NOT NULL,     -- JSON: those of its accounts' articles
    outlets   TEXT NOT NULL,     -- JSON: their outlets, then JSON: their agencies
    PRIMARY KEY (earliest, happening)
) STRICT, WITHOUT ROWID;

-- In the order in which they are counted.
CREATE INDEX chronicle_by_month ON chronicle (month, status, root, wide, languages, earliest);

-- What articles are counted by in a search: each way in which some are alike.
CREATE TABLE facets (
    id       INTEGER PRIMARY KEY,
    language TEXT NOT NULL,  -- of the article; empty where it is not known, as the others
    outlet   TEXT NOT NULL,
    year     TEXT NOT NULL,  -- of publication
    roots    TEXT NOT NULL   -- of its events, in the order of the alphabet, with spaces between
) STRICT;

-- The facets of articles. Views, as entities are.
CREATE TABLE article_facets (
    article INTEGER PRIMARY KEY,  -- its number
    facets  INTEGER NOT NULL
) STRICT;

CREATE INDEX article_facets_by_facets ON article_facets (facets);
CREATE INDEX stories_by_day ON stories (latest);
CREATE INDEX discrepancies_by_score ON discrepancies (series, score);

-- Searches that a person keeps.
CREATE TABLE searches (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    asked   TEXT NOT NULL,  -- JSON {name: value}: the query and its filters
    made_at TEXT NOT NULL
) STRICT;

INSERT INTO chronicle
SELECT coalesce(h.earliest, '~'), h.id, coalesce(substr(h.earliest, 1, 7), '~'),
       coalesce(substr(h.latest, 1, 7) <> substr(h.earliest, 1, 7), 0), coalesce(h.latest, '~'), h.status, h.root, h.place,
       h.source || h.target,
       json_group_array(DISTINCT a.language),
       json_group_array(DISTINCT a.outlet) || json_group_array(DISTINCT a.agency)
FROM happenings h JOIN events e ON e.happening = h.id JOIN articles a ON a.id = e.article GROUP BY h.id;

CREATE TEMP TABLE alike AS
SELECT a.number, coalesce(a.language, '') AS language, coalesce(a.outlet, '') AS outlet,
       coalesce(substr(a.published, 1, 4), '') AS year, coalesce(k.roots, '') AS roots
FROM articles a LEFT JOIN (
    SELECT article, group_concat(root, ' ') AS roots
    FROM (SELECT DISTINCT article, root FROM events ORDER BY article, root) GROUP BY article
) k ON k.article = a.id;

INSERT INTO facets (language, outlet, year, roots) SELECT DISTINCT language, outlet, year, roots FROM alike;

INSERT INTO article_facets
SELECT a.number, f.id FROM alike a JOIN facets f
ON f.language = a.language AND f.outlet = a.outlet AND f.year = a.year AND f.roots = a.roots;

DROP TABLE alike;

-- Between whom happenings are, a row for each side's part in one: what networks are made of. Views, as entities are.
CREATE TABLE relations (
    source    TEXT NOT NULL,  -- entity
    target    TEXT NOT NULL,  -- entity; those who do something together are each other's
    happening TEXT NOT NULL,
    root      TEXT NOT NULL,
    status    TEXT NOT NULL,
    earliest  TEXT,           -- as in happenings
    PRIMARY KEY (source, target, happening)
) STRICT, WITHOUT ROWID;

CREATE INDEX relations_by_target ON relations (target, source, happening, root, status, earliest);
CREATE INDEX entities_by_articles ON entities (articles DESC, mentions DESC, name, id);
CREATE INDEX figures_by_what ON figures (unit, what);

INSERT INTO relations
SELECT DISTINCT s.value, t.value, h.id, h.root, h.status, h.earliest
FROM happenings h, json_each(h.source) s, json_each(CASE h.target WHEN '[]' THEN h.source ELSE h.target END) t
WHERE s.value <> t.value;

-- Who judged, and what there is to say about it.
ALTER TABLE judgements ADD COLUMN author TEXT;  -- NULL: made before people signed
ALTER TABLE judgements ADD COLUMN note TEXT;
ALTER TABLE rulings ADD COLUMN author TEXT;
ALTER TABLE rulings ADD COLUMN note TEXT;

-- What people say of findings. Append-only, as judgements are.
CREATE TABLE corrections (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    verdict  TEXT NOT NULL,     -- right, wrong, unsure, speaker, value, boundary, place
    layer    TEXT NOT NULL,     -- statement, figure, event, date, mention
    finding  TEXT NOT NULL,     -- its id at that time; a newer extractor's finding at the same place is meant as well:
    document TEXT NOT NULL,
    article  TEXT NOT NULL,
    start    INTEGER NOT NULL,  -- in the document
    stop     INTEGER NOT NULL,
    text     TEXT NOT NULL,     -- what stands there
    change   TEXT NOT NULL,     -- JSON: what is right instead
    made_at  TEXT NOT NULL,
    author   TEXT NOT NULL,
    note     TEXT
) STRICT;

CREATE INDEX corrections_by_document ON corrections (document);
CREATE INDEX corrections_by_finding ON corrections (finding);

-- Judgements, rulings and corrections that somebody has taken back. Append-only.
CREATE TABLE revocations (
    judged  TEXT PRIMARY KEY,  -- id
    made_at TEXT NOT NULL,
    author  TEXT NOT NULL,
    note    TEXT
) STRICT;

-- What the machine found where the tables of findings now hold what a person says. Replaced with its article.
CREATE TABLE corrected (
    place   TEXT NOT NULL,     -- table
    was     TEXT NOT NULL,     -- id
    article TEXT NOT NULL REFERENCES articles (id),
    is_now  TEXT,              -- id of what stands in its place; NULL: nothing
    machine TEXT NOT NULL,     -- JSON {column: value}: the machine's row
    parties TEXT NOT NULL,     -- JSON [{column: value}, ...]: the rows of event_parties that go with it
    PRIMARY KEY (place, was)
) STRICT, WITHOUT ROWID;

CREATE INDEX corrected_by_article ON corrected (article);

-- What people have set for this record: the name that they sign with.
CREATE TABLE preferences (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX statements_in_doubt ON statements (confidence, id) WHERE confidence < 0.5;
CREATE INDEX figures_in_doubt ON figures (confidence, id) WHERE confidence < 0.5;
CREATE INDEX events_in_doubt ON events (confidence, id) WHERE confidence < 0.5;
CREATE INDEX commitments_by_instrument ON commitments (instrument);
DROP INDEX instruments_by_agreement;
CREATE INDEX instruments_by_day ON instruments (agreement, id, date, article);
CREATE INDEX articles_by_id ON articles (id, published);
DROP INDEX chains_by_entity;
CREATE INDEX chains_by_entity ON chains (entity, article, language, offices, id);
DROP INDEX mentions_by_chain;
CREATE INDEX mentions_by_chain ON mentions (chain, form, text);
