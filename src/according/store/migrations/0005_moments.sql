-- The time of day that stands beside a date. The articles of an older record get it when they are read again.

ALTER TABLE dates ADD COLUMN time TEXT;
