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
