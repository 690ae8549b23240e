-- What a person saw beside a finding is known by where it stood and by what told it, no longer by its id, which a newer
-- extractor changes; what has gone by now is not known any more.
UPDATE corrections SET traits = json_set(traits, '$.beside', json((
    SELECT json_group_array(json_object('start', start, 'stop', stop, 'cue_start', cue_start, 'cue_stop', cue_stop))
    FROM statements WHERE id IN (SELECT value FROM json_each(traits, '$.beside'))
))) WHERE layer = 'statement' AND traits IS NOT NULL;
UPDATE corrections SET traits = json_set(traits, '$.beside', json((
    SELECT json_group_array(json_object('start', start, 'stop', stop, 'root', root))
    FROM events WHERE id IN (SELECT value FROM json_each(traits, '$.beside'))
))) WHERE layer = 'event' AND traits IS NOT NULL;
UPDATE corrections SET traits = json_set(traits, '$.beside', json((
    SELECT json_group_array(json_object('start', start, 'stop', stop, 'root', root))
    FROM commitments WHERE id IN (SELECT value FROM json_each(traits, '$.beside'))
))) WHERE layer = 'commitment' AND traits IS NOT NULL;
UPDATE corrections SET traits = json_set(traits, '$.beside', json((
    SELECT json_group_array(json_object('start', start, 'stop', stop, 'form', form))
    FROM mentions WHERE id IN (SELECT value FROM json_each(traits, '$.beside'))
))) WHERE layer = 'mention' AND traits IS NOT NULL;
UPDATE corrections SET traits = json_set(traits, '$.beside', json((
    SELECT json_group_array(json_object('start', start, 'stop', stop))
    FROM figures WHERE id IN (SELECT value FROM json_each(traits, '$.beside'))
))) WHERE layer = 'figure' AND traits IS NOT NULL;
UPDATE corrections SET traits = json_set(traits, '$.beside', json((
    SELECT json_group_array(json_object('start', start, 'stop', stop))
    FROM dates WHERE id IN (SELECT value FROM json_each(traits, '$.beside'))
))) WHERE layer = 'date' AND traits IS NOT NULL;
