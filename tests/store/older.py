"""Records as they were made before: what a migration brings is taken away again."""

from __future__ import annotations

BEFORE_13 = """
DROP INDEX corrected_by_judged;
ALTER TABLE corrected DROP COLUMN judged_as;
DROP TABLE bonds;
DROP TABLE doubts;
ALTER TABLE corrections DROP COLUMN was;
ALTER TABLE corrections DROP COLUMN traits;
DROP INDEX dates_in_doubt;
DROP INDEX mentions_in_doubt;
DROP INDEX commitments_in_doubt;
PRAGMA user_version = 12;
"""
"""From version 15 to 12: 15 changes what is written in a column, and no column."""
