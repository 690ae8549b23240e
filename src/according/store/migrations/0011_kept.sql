-- What linking has worked out is kept.

-- What linking worked out, by a hash of what it worked it out from, so that a read compares only what is new.
CREATE TABLE kept (
    key    TEXT PRIMARY KEY,
    result TEXT NOT NULL  -- JSON
) STRICT, WITHOUT ROWID;
