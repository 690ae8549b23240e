-- Which statement another is part of. The statements of an older record get theirs when their articles are read again.

ALTER TABLE statements ADD COLUMN within TEXT;
