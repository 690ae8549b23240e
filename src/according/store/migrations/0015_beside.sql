-- What a person saw beside a finding is known by where it stood and by what told it, no longer by its id, which a newer
-- extractor changes; what has gone by now is not known any more. Where a correction has changed the id since, what the
-- machine had found is what she saw; what somebody had added is where it stands now.
CREATE TEMP TABLE seen AS
SELECT corrections.number AS correction, layer, value AS id FROM corrections, json_each(corrections.traits, '$.beside');
INSERT INTO seen
SELECT correction, layer, is_now FROM seen JOIN corrected ON place = layer || 's' AND was = id
WHERE machine = 'null' AND is_now IS NOT was;
CREATE TEMP TABLE stood AS
SELECT correction, json_object('start', start, 'stop', stop, 'cue_start', cue_start, 'cue_stop', cue_stop) AS it
FROM seen JOIN statements USING (id) WHERE layer = 'statement'
UNION ALL SELECT correction, json_object('start', start, 'stop', stop, 'root', root)
FROM seen JOIN events USING (id) WHERE layer = 'event'
UNION ALL SELECT correction, json_object('start', start, 'stop', stop, 'root', root)
FROM seen JOIN commitments USING (id) WHERE layer = 'commitment'
UNION ALL SELECT correction, json_object('start', start, 'stop', stop, 'form', form)
FROM seen JOIN mentions USING (id) WHERE layer = 'mention'
UNION ALL SELECT correction, json_object('start', start, 'stop', stop)
FROM seen JOIN figures USING (id) WHERE layer = 'figure'
UNION ALL SELECT correction, json_object('start', start, 'stop', stop)
FROM seen JOIN dates USING (id) WHERE layer = 'date';
INSERT INTO stood
SELECT correction, CASE
    WHEN layer = 'statement' THEN json_object(
        'start', json_extract(machine, '$.start'), 'stop', json_extract(machine, '$.stop'),
        'cue_start', json_extract(machine, '$.cue_start'), 'cue_stop', json_extract(machine, '$.cue_stop')
    )
    WHEN layer IN ('event', 'commitment') THEN json_object(
        'start', json_extract(machine, '$.start'), 'stop', json_extract(machine, '$.stop'),
        'root', json_extract(machine, '$.root')
    )
    WHEN layer = 'mention' THEN json_object(
        'start', json_extract(machine, '$.start'), 'stop', json_extract(machine, '$.stop'),
        'form', json_extract(machine, '$.form')
    )
    ELSE json_object('start', json_extract(machine, '$.start'), 'stop', json_extract(machine, '$.stop'))
END
FROM seen JOIN corrected ON place = layer || 's' AND was = id
WHERE machine != 'null' AND is_now IS NOT was;
CREATE INDEX temp.stood_by_correction ON stood (correction);
UPDATE corrections SET traits = json_set(traits, '$.beside', json((
    SELECT json_group_array(json(it)) FROM stood WHERE correction = corrections.number
))) WHERE traits IS NOT NULL;
DROP TABLE seen;
DROP TABLE stood;
