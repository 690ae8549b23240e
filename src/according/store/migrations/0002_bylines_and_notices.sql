-- Outlet, agency and author are searched; notices say which state of the input they are about; the uri of a document
-- met at several places is the one in the fewest containers.

CREATE VIRTUAL TABLE new_index USING fts5 (title, body, byline, tokenize = 'unicode61 remove_diacritics 0');

INSERT INTO new_index (rowid, title, body, byline)
SELECT number, article_index.title, article_index.body,
       fold(coalesce(outlet, '') || char(10) || coalesce(agency, '') || char(10) || coalesce(author, ''))
FROM article_index JOIN articles ON articles.number = article_index.rowid;

DROP TABLE article_index;

ALTER TABLE new_index RENAME TO article_index;

ALTER TABLE notices ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

ALTER TABLE notices ADD COLUMN run TEXT NOT NULL DEFAULT '';

-- A notice of an input that was read to its end is about that reading, as far as can be told.
UPDATE notices SET sha256 = inputs.sha256, run = inputs.run FROM inputs WHERE inputs.uri = notices.source;

UPDATE documents SET uri = (
    SELECT uri FROM locations WHERE document = documents.id
    ORDER BY length(uri) - length(replace(uri, '!/', '')), uri LIMIT 1
)
WHERE EXISTS (SELECT 1 FROM locations WHERE document = documents.id);
