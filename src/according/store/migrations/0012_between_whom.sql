-- A chronology is filtered by the last day, too.
DROP INDEX chronicle_by_month;
CREATE INDEX chronicle_by_month ON chronicle (month, status, root, wide, languages, earliest, latest);

-- Happenings of several without a known target are between nobody: it is not known to whom it was done.

DELETE FROM relations;

INSERT INTO relations
SELECT DISTINCT s.value, t.value, h.id, h.root, h.status, h.earliest
FROM happenings h, json_each(h.source) s, json_each(h.target) t
WHERE s.value <> t.value;
