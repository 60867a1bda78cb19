-- What we have received, judged and told. One row a fact; nothing is deleted by a run.

-- The bytes of a file, once, whatever names it came under. They lie in the archive.
CREATE TABLE file (
    id          INTEGER PRIMARY KEY,
    sha256      TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,          -- as it first arrived, made harmless
    size        INTEGER NOT NULL,
    arrived     TEXT NOT NULL,          -- UTC
    campaign    INTEGER NOT NULL,       -- the basis year that was compiled when it came
    read_by     INTEGER,                -- version of the reading; NULL until it was read
    readings    BLOB,                   -- what was read, encoded by `ingest`
    decisions   INTEGER                 -- NULL for forms; a decision workbook: 1 once it was taken, 2 once
                                        -- its adviser was answered
) STRICT;

-- Each time that a file came, the first time too.
CREATE TABLE arrival (
    id          INTEGER PRIMARY KEY,
    file        INTEGER NOT NULL REFERENCES file (id),
    name        TEXT NOT NULL,          -- path below the inbox, as found there
    arrived     TEXT NOT NULL,
    taken       INTEGER NOT NULL        -- 1 once it was moved out of the inbox
) STRICT;
CREATE INDEX arrival_file ON arrival (file);
CREATE INDEX arrival_not_taken ON arrival (name) WHERE taken = 0;

-- A form in a file: the unit that supersedes and is superseded.
CREATE TABLE delivery (
    id          INTEGER PRIMARY KEY,
    file        INTEGER NOT NULL REFERENCES file (id),
    position    INTEGER NOT NULL,       -- which of the forms in the file, from 0
    year        INTEGER,                -- the basis year that the form tells
    register    TEXT,                   -- digest of the register that it was identified with
    chapter     TEXT,                   -- chapter number; NULL when no chapter is known
    role        TEXT,                   -- form, page (a picture or a PDF alone), or NULL
    part        TEXT,                   -- where it stood in a message or an archive
    UNIQUE (file, position)
) STRICT;
CREATE INDEX delivery_chapter ON delivery (chapter);

-- A chapter in a basis year, heard as a whole. The key is the chapter's number,
-- or ?DELIVERY for a delivery whose chapter is not known.
CREATE TABLE hearing (
    key         TEXT NOT NULL,
    basis_year  INTEGER NOT NULL,
    inputs      TEXT NOT NULL,          -- digest of all that it was heard from
    outcome     BLOB NOT NULL,
    digest      TEXT NOT NULL,          -- of the outcome
    worded      TEXT,                   -- the outcome's digest when a letter was last worded
    days        INTEGER,                -- what counts, for next year to be held against
    participants INTEGER,
    people      INTEGER,
    PRIMARY KEY (key, basis_year)
) STRICT, WITHOUT ROWID;

-- Letters, queued in the transaction that records what they tell.
CREATE TABLE letter (
    id          INTEGER PRIMARY KEY,
    addressee   TEXT NOT NULL,          -- chapter:12, adviser:Region, finance
    basis_year  INTEGER NOT NULL,
    digest      TEXT NOT NULL,          -- of the content; the same content is not told twice
    letter      TEXT NOT NULL,          -- JSON
    register    TEXT NOT NULL,          -- digest of the register that the addresses are from
    queued      TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'dead')),
    tries       INTEGER NOT NULL DEFAULT 0,
    next_try    TEXT,
    sent        TEXT,
    problem     TEXT                    -- the last try's error; may hold addresses
) STRICT;
CREATE INDEX letter_addressee ON letter (addressee, basis_year);
CREATE INDEX letter_unsent ON letter (state) WHERE state IN ('pending', 'sending', 'failed');

-- Workbooks that were written.
CREATE TABLE workbook (
    id          INTEGER PRIMARY KEY,
    basis_year  INTEGER NOT NULL,
    written     TEXT NOT NULL,
    inputs      TEXT NOT NULL,          -- digest of all that it was compiled from
    sha256      TEXT NOT NULL,
    name        TEXT NOT NULL,
    headline    TEXT NOT NULL,          -- JSON: the figures in short
    letter      TEXT,                   -- JSON: what finance is told once it is published
    published   TEXT,                   -- when finance was told
    frozen      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What advisers have decided. All are kept; the last about a subject holds.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY,
    basis_year  INTEGER NOT NULL,
    key         TEXT NOT NULL,          -- the chapter that it belongs to, or file:SHA256
    subject     TEXT NOT NULL,          -- what it is about: the hidden key of the line
    file        INTEGER NOT NULL REFERENCES file (id),
    decision    TEXT NOT NULL,          -- JSON
    holds       INTEGER NOT NULL        -- 0: what was decided is taken back, and is open again
) STRICT;
CREATE INDEX decision_key ON decision (basis_year, key);
CREATE INDEX decision_subject ON decision (basis_year, subject);

-- What could not be used in a region's last decision workbook.
CREATE TABLE complaint (
    id          INTEGER PRIMARY KEY,
    basis_year  INTEGER NOT NULL,
    region      TEXT NOT NULL,
    words       TEXT NOT NULL
) STRICT;

-- The decision workbook that was written last for each region.
CREATE TABLE decision_book (
    region      TEXT NOT NULL,
    basis_year  INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    PRIMARY KEY (region, basis_year)
) STRICT, WITHOUT ROWID;

-- Of this installation alone: with it, a decision workbook is known to be ours.
CREATE TABLE secret (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    bytes       BLOB NOT NULL
) STRICT;
INSERT INTO secret (id, bytes) VALUES (1, randomblob(32));

CREATE TABLE run (
    id          INTEGER PRIMARY KEY,
    started     TEXT NOT NULL,
    finished    TEXT,
    summary     TEXT                    -- JSON: counts and codes, no names
) STRICT;
