-- Under which id people judge what stands in place of a machine's finding: what they say of it goes on to hold when
-- its id changes, and is listed as without effect when it has gone.
ALTER TABLE corrected ADD COLUMN judged_as TEXT;
UPDATE corrected SET judged_as = was;
CREATE INDEX corrected_by_judged ON corrected (judged_as);
