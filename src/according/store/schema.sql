-- The whole schema of a record. The only place where tables are declared: the Python side reads the columns from
-- here. A new record is made from this file; an older one is brought here by migrations/ (see the README there).
--
-- Positions are indexes of Unicode code points in documents.text; a pair start, stop is half open.
-- Times are ISO 8601 in UTC. Languages are BCP 47. Publication dates are EDTF.

PRAGMA application_id = 0x41434344;  -- "ACCD": tells a record from any other SQLite file
PRAGMA user_version = 15;            -- version of this schema

-- What was read: one row for each content, however many paths it was met at.
CREATE TABLE documents (
    id         TEXT PRIMARY KEY,  -- hash of the bytes and of the decoded text
    sha256     TEXT NOT NULL,     -- of the bytes; its row in originals holds them
    uri        TEXT NOT NULL,     -- of those in locations the one in the fewest containers (!/), then the smallest: what lists and
                              -- exports are sorted by
    media_type TEXT NOT NULL,
    encoding   TEXT NOT NULL,     -- how the text was decoded
    characters INTEGER NOT NULL,  -- length of the text in code points
    given      TEXT NOT NULL,     -- JSON object: what the container says (title, outlet, ...), silent fields left out
    start      INTEGER,           -- extent of the article when the container settles it, else NULL
    stop       INTEGER,
    marks      TEXT NOT NULL,     -- JSON [[start, stop, kind, reason], ...]: what the reader knows to be no article
    run        TEXT NOT NULL,     -- pipeline version and settings that its articles were made with
    variant    TEXT NOT NULL,     -- hash of everything above that the id does not cover; the smallest one wins
    text       TEXT NOT NULL      -- last, because long: what stands before it is read without it
) STRICT;

CREATE INDEX documents_by_uri ON documents (uri, id);
CREATE INDEX documents_by_original ON documents (sha256);

-- Where a document was met. When the same bytes of an input are read by another run and a document is not met any
-- more (another column of a table is the text now), its location goes, and a document without locations goes too.
-- A document of an earlier state of the input has another sha256 and stays.
CREATE TABLE locations (
    document TEXT NOT NULL REFERENCES documents (id),
    uri      TEXT NOT NULL,       -- of the document: the input itself or something inside it
    source   TEXT NOT NULL,       -- uri of the input
    sha256   TEXT NOT NULL,       -- of the input
    run      TEXT NOT NULL,       -- as in documents
    read_at  TEXT NOT NULL,       -- when it was first met there
    PRIMARY KEY (document, uri)
) STRICT, WITHOUT ROWID;

CREATE INDEX locations_by_source ON locations (source, sha256, run);

-- The bytes as they were read, once for each content.
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    bytes  BLOB NOT NULL          -- zlib
) STRICT;

-- News items. Replaced as a whole when their document is split by a newer pipeline.
CREATE TABLE articles (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,  -- the short name for people; never given twice
    id              TEXT NOT NULL UNIQUE,
    document        TEXT NOT NULL REFERENCES documents (id),
    start           INTEGER NOT NULL,
    stop            INTEGER NOT NULL,
    title           TEXT,
    title_start     INTEGER,
    title_stop      INTEGER,
    outlet          TEXT,
    agency          TEXT,
    author          TEXT,
    place           TEXT,
    published       TEXT,
    published_basis TEXT,         -- stated, inferred
    url             TEXT,
    language        TEXT,
    translated      INTEGER NOT NULL,  -- 0, 1
    translated_from TEXT,
    marks           TEXT NOT NULL,     -- JSON [[start, stop, kind, reason], ...]
    passages        TEXT NOT NULL,     -- JSON [[start, stop, language], ...]
    evidence        TEXT NOT NULL      -- JSON [[field, start, stop, reason], ...]; start, stop null: given
) STRICT;

CREATE INDEX articles_by_document ON articles (document, start);

-- Full text of the articles, rowid = articles.number. All columns are folded by store/fold.py before they come
-- here, so the tokenizer only has to cut at what is neither letter nor number. The index keeps its own copy of the
-- folded text: SQLite before 3.43 could not delete from it otherwise. `byline` is outlet, agency and author.
CREATE VIRTUAL TABLE article_index USING fts5 (title, body, byline, tokenize = 'unicode61 remove_diacritics 0');

-- Problems with the input as of its last read.
CREATE TABLE notices (
    id      TEXT PRIMARY KEY,
    source  TEXT NOT NULL,        -- uri of the input that it came up in
    sha256  TEXT NOT NULL,        -- of the input; empty when it could not be opened
    run     TEXT NOT NULL,        -- as in documents; empty when it could not be opened
    uri     TEXT NOT NULL,        -- what it is about: the source or something inside it
    kind    TEXT NOT NULL,
    message TEXT NOT NULL,
    lost    INTEGER NOT NULL      -- 1: nothing of uri got into the record
) STRICT;

CREATE INDEX notices_by_source ON notices (source);

-- Inputs as they were last read to their end: met again with the same bytes, they need not be opened.
CREATE TABLE inputs (
    uri       TEXT PRIMARY KEY,
    sha256    TEXT NOT NULL,
    run       TEXT NOT NULL,      -- as in documents
    documents INTEGER NOT NULL    -- how many it holds
) STRICT, WITHOUT ROWID;

-- Who and what an article names. Replaced with its article.
CREATE TABLE chains (
    id          TEXT PRIMARY KEY,  -- hash of the article and of the first mention's place
    article     TEXT NOT NULL REFERENCES articles (id),
    kind        TEXT NOT NULL,     -- person, organization, state, place, other
    name        TEXT NOT NULL,     -- the fullest name in the article, in the nominative
    language    TEXT,
    key         TEXT,              -- name in the knowledge or a gazetteer: state:AM, place:geonames:616052
    offices     TEXT NOT NULL,     -- JSON [office@state, ...]
    latitude    REAL,              -- degrees, WGS 84
    longitude   REAL,
    country     TEXT,              -- ISO 3166-1 alpha-2
    precision   TEXT,              -- point, town, district, region, country
    probability REAL,              -- that this place is meant
    named       INTEGER NOT NULL,  -- 0: only described ("the president"); such a chain is no entity of its own, but may be linked to one
    entity      TEXT,              -- what linking made of it: the entity, NULL before and where nobody knows who is described,
    score       REAL,              -- how sure that is, 0 to 1,
    reason      TEXT               -- and why
) STRICT;

CREATE INDEX chains_by_article ON chains (article);
CREATE INDEX chains_by_entity ON chains (entity, article, language, offices, id);

CREATE TABLE mentions (
    id         TEXT PRIMARY KEY,
    chain      TEXT NOT NULL REFERENCES chains (id),
    start      INTEGER NOT NULL,  -- in the document
    stop       INTEGER NOT NULL,
    text       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    form       TEXT NOT NULL,     -- name, description, pronoun
    confidence REAL NOT NULL,
    reason     TEXT NOT NULL      -- why it belongs to its chain
) STRICT;

CREATE INDEX mentions_by_chain ON mentions (chain, form, text);

-- The sentences of an article's running text, as spans of the document: what a finding is shown in.
CREATE TABLE sentences (
    article TEXT NOT NULL REFERENCES articles (id),
    start   INTEGER NOT NULL,
    stop    INTEGER NOT NULL,
    PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;

-- Dates, statements and figures. Replaced with their article.
CREATE TABLE dates (
    id         TEXT PRIMARY KEY,  -- hash of the article and of its place
    article    TEXT NOT NULL REFERENCES articles (id),
    start      INTEGER NOT NULL,  -- in the document
    stop       INTEGER NOT NULL,
    text       TEXT NOT NULL,
    value      TEXT,              -- EDTF; NULL: relative to a day that is not known
    earliest   TEXT,              -- the first day that it may mean (ISO 8601), by which a timeline is ordered,
    latest     TEXT,              -- and the last
    confidence REAL NOT NULL,
    reason     TEXT NOT NULL,     -- how the value came about
    time       TEXT               -- by the clock: "14:30", "14:30+04:00" where its zone is certain
) STRICT;

CREATE INDEX dates_by_article ON dates (article, start);
CREATE INDEX dates_by_day ON dates (earliest, latest) WHERE earliest IS NOT NULL;

CREATE TABLE statements (
    number        INTEGER PRIMARY KEY,  -- of statement_index
    id            TEXT NOT NULL UNIQUE,
    article       TEXT NOT NULL REFERENCES articles (id),
    speaker       TEXT,              -- chain; NULL: nobody that the article names
    speaker_start INTEGER,
    speaker_stop  INTEGER,
    speaker_text  TEXT,              -- what stands there ("residents")
    addressee     TEXT,              -- chain
    cue_start     INTEGER NOT NULL,  -- the word that says that it is said
    cue_stop      INTEGER NOT NULL,
    start         INTEGER NOT NULL,  -- from the first character that is said
    stop          INTEGER NOT NULL,  -- to the last
    content       TEXT NOT NULL,     -- JSON [[start, stop], ...]: the stretches of it
    said          TEXT NOT NULL,     -- their text
    kind          TEXT NOT NULL,     -- direct, indirect, mixed
    manner        TEXT NOT NULL,     -- say, accuse, deny ...
    certainty     TEXT NOT NULL,     -- certain, probable, possible
    confidence    REAL NOT NULL,
    reason        TEXT NOT NULL,
    within        TEXT               -- the statement that it is part of, when somebody else tells that this one says it
) STRICT;

CREATE INDEX statements_by_article ON statements (article, start);
CREATE INDEX statements_by_speaker ON statements (speaker);

-- Full text of what is said, rowid = statements.number; folded as in article_index.
CREATE VIRTUAL TABLE statement_index USING fts5 (said, tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE figures (
    id            TEXT PRIMARY KEY,
    article       TEXT NOT NULL REFERENCES articles (id),
    start         INTEGER NOT NULL,
    stop          INTEGER NOT NULL,
    text          TEXT NOT NULL,
    value         REAL,              -- NULL for a range
    low           REAL,
    high          REAL,
    qualifier     TEXT NOT NULL,     -- exact, about, at least, at most, more than, less than, forecast
    unit          TEXT,              -- person, percent, USD, km ...
    what          TEXT,              -- the words for what is counted
    claimant      TEXT,              -- chain: whose figure it is
    claimant_text TEXT,
    date          TEXT,              -- EDTF
    place         TEXT,              -- chain
    confidence    REAL NOT NULL,
    reason        TEXT NOT NULL
) STRICT;

CREATE INDEX figures_by_article ON figures (article, start);

-- Who did what to whom. Replaced with their article.
CREATE TABLE events (
    id             TEXT PRIMARY KEY,
    article        TEXT NOT NULL REFERENCES articles (id),
    start          INTEGER NOT NULL,  -- the word that tells it
    stop           INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_stop  INTEGER NOT NULL,
    text           TEXT NOT NULL,     -- what stands at start
    root           TEXT NOT NULL,     -- PLOVER's: AGREE, CONSULT ...
    mode           TEXT,
    source_start   INTEGER,           -- the words for who does it; whom they name: event_parties
    source_stop    INTEGER,
    source_text    TEXT,
    target_start   INTEGER,
    target_stop    INTEGER,
    target_text    TEXT,
    place          TEXT,              -- chain
    date           TEXT,              -- EDTF
    earliest       TEXT,              -- as in dates
    latest         TEXT,
    status         TEXT NOT NULL,     -- happened, ongoing, planned, threatened, demanded, denied, hypothetical
    reported_by    TEXT,              -- chain: who says so; NULL: the article itself, or nobody that it names
    reported_text  TEXT,
    measures       TEXT NOT NULL,     -- JSON [[start, stop], ...]: where the figures stand that measure it
    confidence     REAL NOT NULL,
    reason         TEXT NOT NULL,
    happening      TEXT,              -- what linking made of it: the happening that it is an account of, NULL before,
    account        INTEGER,           -- which of its accounts, from 0 on,
    score          REAL,              -- how sure that is, 0 to 1,
    because        TEXT               -- and why
) STRICT;

CREATE INDEX events_by_article ON events (article, start);
CREATE INDEX events_by_happening ON events (happening, account);

-- Who takes part in an event, as far as the article names somebody.
CREATE TABLE event_parties (
    event    TEXT NOT NULL REFERENCES events (id),
    side     TEXT NOT NULL,     -- source, target
    position INTEGER NOT NULL,  -- in the order in which they are named
    chain    TEXT NOT NULL,
    PRIMARY KEY (event, side, position)
) STRICT, WITHOUT ROWID;

-- Agreements as one article names them.
CREATE TABLE instruments (
    id        TEXT PRIMARY KEY,
    article   TEXT NOT NULL REFERENCES articles (id),
    start     INTEGER NOT NULL,  -- the first place where it is named
    stop      INTEGER NOT NULL,
    kind      TEXT NOT NULL,     -- ceasefire, accord, treaty, statement, protocol, memorandum, resolution
    name      TEXT NOT NULL,
    mentions  TEXT NOT NULL,     -- JSON [[start, stop], ...]
    texts     TEXT NOT NULL,     -- JSON: what stands there
    date      TEXT,              -- EDTF
    place     TEXT,              -- chain
    parties   TEXT NOT NULL,     -- JSON [chain, ...]
    mediators TEXT NOT NULL,     -- JSON [chain, ...]
    own       TEXT NOT NULL,     -- JSON: the words of its proper name
    named     INTEGER NOT NULL,  -- 0: only "the deal"
    agreement TEXT               -- what linking made of it: the agreement that it is, NULL before
) STRICT;

CREATE INDEX instruments_by_article ON instruments (article, start);

-- Who shall do what, or what became of it.
CREATE TABLE commitments (
    id            TEXT PRIMARY KEY,
    article       TEXT NOT NULL REFERENCES articles (id),
    start         INTEGER NOT NULL,  -- the whole of it in its sentence
    stop          INTEGER NOT NULL,
    text          TEXT NOT NULL,
    by_party      TEXT NOT NULL,     -- JSON {chains, span, text}
    to_party      TEXT NOT NULL,     -- JSON {chains, span, text}
    what          TEXT NOT NULL,
    what_start    INTEGER NOT NULL,
    what_stop     INTEGER NOT NULL,
    due           TEXT,              -- EDTF
    due_text      TEXT,
    instrument    TEXT,              -- the agreement of the article that it is under
    status        TEXT NOT NULL,     -- promised, reported done, reported broken, disputed, unclear
    root          TEXT,
    reported_by   TEXT,              -- chain
    reported_text TEXT,
    confidence    REAL NOT NULL,
    reason        TEXT NOT NULL
) STRICT;

CREATE INDEX commitments_by_article ON commitments (article, start);

-- Entities and suggestions are views on chains and judgements, worked out by linking and kept here to be found
-- quickly. Nothing is lost with them: linking makes them anew.
CREATE TABLE entities (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    key       TEXT,
    wikidata  TEXT,
    geonames  INTEGER,
    latitude  REAL,
    longitude REAL,
    country   TEXT,
    precision TEXT,
    contested INTEGER NOT NULL,  -- 1: sides give it different names or owners; names holds those of all sides
    names     TEXT NOT NULL,     -- JSON {language: [name, ...]} beyond what the articles write
    articles  INTEGER NOT NULL,
    mentions  INTEGER NOT NULL
) STRICT;

-- Every written form of an entity, folded as in article_index: what it is looked up by.
CREATE TABLE entity_names (
    name   TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (name, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestions (
    first  TEXT NOT NULL,
    second TEXT NOT NULL,
    score  REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

-- Events of any articles that are one. Views, as entities are.
CREATE TABLE happenings (
    id       TEXT PRIMARY KEY,
    root     TEXT NOT NULL,
    mode     TEXT,
    status   TEXT NOT NULL,     -- of the account that says most
    source   TEXT NOT NULL,     -- JSON [entity, ...]
    target   TEXT NOT NULL,
    place    TEXT,              -- entity
    date     TEXT,              -- EDTF
    told     TEXT,              -- when the first article about it appeared (EDTF)
    earliest TEXT,              -- the first day that date, else told, may mean: what a chronology is ordered by,
    latest   TEXT,              -- and the last
    origins  INTEGER NOT NULL   -- independent originals that tell of it
) STRICT;

CREATE INDEX happenings_by_day ON happenings (earliest, latest);

-- What was told of a commitment later, by a commitment or an event. Views, as entities are.
CREATE TABLE commitment_reports (
    commitment TEXT NOT NULL,
    report     TEXT NOT NULL,
    status     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (commitment, report)
) STRICT, WITHOUT ROWID;

-- What people decided. Append-only; survives whatever is read or worked out anew.
CREATE TABLE judgements (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL,   -- same, different
    first   TEXT NOT NULL,   -- JSON {name, kind, chains}
    second  TEXT NOT NULL,
    made_at TEXT NOT NULL,
    author  TEXT,            -- NULL: made before people signed
    note    TEXT
) STRICT;

-- What an article is compared by with all others. Replaced with its article.
CREATE TABLE sketches (
    article  TEXT PRIMARY KEY REFERENCES articles (id),
    words    INTEGER NOT NULL,  -- of the running text
    shingles BLOB NOT NULL,     -- MinHash signature of its word shingles: 32-bit numbers, little endian
    vector   BLOB               -- of title and lead, one byte a dimension; NULL where the encoder does not know the language
) STRICT, WITHOUT ROWID;

-- Articles that copy one original. Views, as entities are.
CREATE TABLE origins (
    article TEXT PRIMARY KEY,
    origin  TEXT NOT NULL,      -- hash of the original's id
    kind    TEXT NOT NULL,      -- original, exact, near, shortened, stitched, translated
    score   REAL NOT NULL,      -- how sure that is, 0 to 1,
    reason  TEXT NOT NULL       -- and why
) STRICT, WITHOUT ROWID;

CREATE INDEX origins_by_origin ON origins (origin);

-- Which characters of an article are from which of another one.
CREATE TABLE copies (
    article     TEXT NOT NULL,
    start       INTEGER NOT NULL,  -- in the article's document
    stop        INTEGER NOT NULL,
    other       TEXT NOT NULL,     -- the article that it is from
    other_start INTEGER NOT NULL,
    other_stop  INTEGER NOT NULL,
    translated  INTEGER NOT NULL,  -- 0, 1
    score       REAL NOT NULL,
    PRIMARY KEY (article, start, other)
) STRICT, WITHOUT ROWID;

-- News stories. Views, as entities are.
CREATE TABLE stories (
    id       TEXT PRIMARY KEY,
    title    TEXT NOT NULL,
    earliest TEXT,              -- when its first article was published (EDTF),
    latest   TEXT,              -- and its last
    origins  INTEGER NOT NULL   -- independent originals among its articles
) STRICT;

CREATE TABLE story_articles (
    article TEXT PRIMARY KEY,
    story   TEXT NOT NULL,
    score   REAL NOT NULL,      -- how sure that it is of this story, 0 to 1,
    reason  TEXT NOT NULL       -- and why
) STRICT, WITHOUT ROWID;

CREATE INDEX story_articles_by_story ON story_articles (story);

-- Where accounts of one thing cannot all be right, and where they follow one another ("the toll rises"). Views.
CREATE TABLE discrepancies (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,    -- figure, denial, blame, date, place, fate (of a commitment)
    series    INTEGER NOT NULL, -- 1: no contradiction, but values of several times, or a forecast and what came of it
    about     TEXT NOT NULL,    -- in one line
    story     TEXT,
    happening TEXT,
    score     REAL NOT NULL,    -- how sure that they differ about one thing, 0 to 1,
    reason    TEXT NOT NULL     -- and why
) STRICT;

-- What each account of a discrepancy says, those of one position together.
CREATE TABLE discrepancy_accounts (
    discrepancy   TEXT NOT NULL REFERENCES discrepancies (id),
    number        INTEGER NOT NULL,  -- its place in the list
    position      INTEGER NOT NULL,  -- accounts of one number agree
    finding       TEXT NOT NULL,     -- id of the figure, event, statement, date or commitment
    article       TEXT NOT NULL,
    start         INTEGER NOT NULL,
    stop          INTEGER NOT NULL,
    says          TEXT NOT NULL,     -- what it comes to, in a few words
    claimant      TEXT,              -- entity
    claimant_text TEXT,
    PRIMARY KEY (discrepancy, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX discrepancy_accounts_by_article ON discrepancy_accounts (article);

-- What people say of discrepancies. Never changed, never deleted: a later one on the same findings takes its place.
CREATE TABLE rulings (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    verdict  TEXT NOT NULL,     -- confirm, dismiss
    kind     TEXT NOT NULL,     -- of the discrepancy
    findings TEXT NOT NULL,     -- JSON [[id, ...], ...]: those of each position that the person saw
    made_at  TEXT NOT NULL,
    author   TEXT,              -- as in judgements
    note     TEXT
) STRICT;

-- What linking worked out, by a hash of what it worked it out from, so that a read compares only what is new.
CREATE TABLE kept (
    key    TEXT PRIMARY KEY,
    result TEXT NOT NULL  -- JSON
) STRICT, WITHOUT ROWID;

-- Stages that must run over the whole record again because something they look at has changed.
CREATE TABLE due (
    stage   TEXT PRIMARY KEY,  -- link
    changes INTEGER NOT NULL,  -- how often it has changed
    done    INTEGER NOT NULL   -- the change that the stage last saw: it is due when there were others since
) STRICT, WITHOUT ROWID;

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

-- Happenings with what a chronology is filtered by, in the order of their days. Views, as entities are.
CREATE TABLE chronicle (
    earliest  TEXT NOT NULL,     -- as in happenings; ~ where no day is known
    happening TEXT NOT NULL,
    month     TEXT NOT NULL,     -- of earliest; ~ where no day is known
    wide      INTEGER NOT NULL,  -- 1: latest is in another month
    latest    TEXT NOT NULL,
    status    TEXT NOT NULL,
    root      TEXT NOT NULL,
    place     TEXT,              -- entity
    parties   TEXT NOT NULL,     -- source and target as in happenings, one after the other
    languages TEXT NOT NULL,     -- JSON: those of its accounts' articles
    outlets   TEXT NOT NULL,     -- JSON: their outlets, then JSON: their agencies
    PRIMARY KEY (earliest, happening)
) STRICT, WITHOUT ROWID;

-- In the order in which they are counted.
CREATE INDEX chronicle_by_month ON chronicle (month, status, root, wide, languages, earliest, latest);

-- What articles are counted by in a search: each way in which some are alike.
CREATE TABLE facets (
    id       INTEGER PRIMARY KEY,
    language TEXT NOT NULL,  -- of the article; empty where it is not known, as the others
    outlet   TEXT NOT NULL,
    year     TEXT NOT NULL,  -- of publication
    roots    TEXT NOT NULL   -- of its events, in the order of the alphabet, with spaces between
) STRICT;

-- The facets of articles. Views, as entities are.
CREATE TABLE article_facets (
    article INTEGER PRIMARY KEY,  -- its number
    facets  INTEGER NOT NULL
) STRICT;

CREATE INDEX article_facets_by_facets ON article_facets (facets);
CREATE INDEX stories_by_day ON stories (latest);
CREATE INDEX discrepancies_by_score ON discrepancies (series, score);

-- Searches that a person keeps.
CREATE TABLE searches (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    asked   TEXT NOT NULL,  -- JSON {name: value}: the query and its filters
    made_at TEXT NOT NULL
) STRICT;

-- Between whom happenings are, a row for each side's part in one: what networks are made of. Views, as entities are.
CREATE TABLE relations (
    source    TEXT NOT NULL,  -- entity
    target    TEXT NOT NULL,  -- entity; those who do something together are each other's, as in happenings
    happening TEXT NOT NULL,
    root      TEXT NOT NULL,
    status    TEXT NOT NULL,
    earliest  TEXT,           -- as in happenings
    PRIMARY KEY (source, target, happening)
) STRICT, WITHOUT ROWID;

CREATE INDEX relations_by_target ON relations (target, source, happening, root, status, earliest);
CREATE INDEX entities_by_articles ON entities (articles DESC, mentions DESC, name, id);
CREATE INDEX figures_by_what ON figures (unit, what);

-- What people say of findings. Append-only, as judgements are.
CREATE TABLE corrections (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    verdict  TEXT NOT NULL,     -- right, wrong, unsure, speaker, value, boundary, place, parties, added
    layer    TEXT NOT NULL,     -- statement, figure, event, date, mention, commitment
    finding  TEXT NOT NULL,     -- its id at that time; a newer extractor's finding at the same place is meant as well:
    document TEXT NOT NULL,
    article  TEXT NOT NULL,
    start    INTEGER NOT NULL,  -- in the document
    stop     INTEGER NOT NULL,
    text     TEXT NOT NULL,     -- what stands there
    change   TEXT NOT NULL,     -- JSON: what is right instead
    made_at  TEXT NOT NULL,
    author   TEXT NOT NULL,
    note     TEXT,
    was      TEXT,              -- the id that the machine gave it, when a person's correction had changed it
    traits   TEXT               -- JSON: what else a finding at the same place must have to be the same one; NULL: anything,
                                -- as in what was said before these were kept
) STRICT;

CREATE INDEX corrections_by_document ON corrections (document);
CREATE INDEX corrections_by_finding ON corrections (finding);

-- Judgements, bonds, rulings and corrections that somebody has taken back. Append-only.
CREATE TABLE revocations (
    judged  TEXT PRIMARY KEY,  -- id
    made_at TEXT NOT NULL,
    author  TEXT NOT NULL,
    note    TEXT
) STRICT;

-- What the machine found where the tables of findings now hold what a person says. Replaced with its article.
CREATE TABLE corrected (
    place   TEXT NOT NULL,     -- table
    was     TEXT NOT NULL,     -- id
    article TEXT NOT NULL REFERENCES articles (id),
    is_now  TEXT,              -- id of what stands in its place; NULL: nothing
    machine TEXT NOT NULL,     -- JSON {column: value}: the machine's row; null where it found nothing and a person added it
    parties TEXT NOT NULL,     -- JSON [{column: value}, ...]: the rows of event_parties that go with it
    judged_as TEXT,            -- the id under which people judge it; NULL: it changed only because another one did
    PRIMARY KEY (place, was)
) STRICT, WITHOUT ROWID;

CREATE INDEX corrected_by_article ON corrected (article);
CREATE INDEX corrected_by_judged ON corrected (judged_as);

-- What people have set for this record: the name that they sign with.
CREATE TABLE preferences (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX statements_in_doubt ON statements (confidence, id) WHERE confidence < 0.5;
CREATE INDEX figures_in_doubt ON figures (confidence, id) WHERE confidence < 0.5;
CREATE INDEX events_in_doubt ON events (confidence, id) WHERE confidence < 0.5;
CREATE INDEX commitments_by_instrument ON commitments (instrument);
CREATE INDEX instruments_by_day ON instruments (agreement, id, date, article);
CREATE INDEX articles_by_id ON articles (id, published);
CREATE INDEX dates_in_doubt ON dates (confidence, id) WHERE confidence < 0.5;
CREATE INDEX mentions_in_doubt ON mentions (confidence, id) WHERE confidence < 0.6;
CREATE INDEX commitments_in_doubt ON commitments (confidence, id) WHERE confidence < 0.5;

-- What people say of links between articles or between events. Append-only, as judgements are.
CREATE TABLE bonds (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL,  -- same, different, unsure
    kind    TEXT NOT NULL,  -- origin, story (of articles), happening (of events)
    first   TEXT NOT NULL,  -- JSON [{id, document, start, stop, text, root}, ...]: those that the person saw, and where
    second  TEXT NOT NULL,  -- they stood, by which they are found when their ids have changed
    made_at TEXT NOT NULL,
    author  TEXT NOT NULL,
    note    TEXT
) STRICT;

-- Articles or events of which it is not sure that they are one. Views, as entities are.
CREATE TABLE doubts (
    kind   TEXT NOT NULL,     -- as in bonds
    first  TEXT NOT NULL,     -- article or event
    second TEXT NOT NULL,
    joined INTEGER NOT NULL,  -- 1: they are one, and might not be; 0: they are two, and might be one
    score  REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, first, second)
) STRICT, WITHOUT ROWID;
