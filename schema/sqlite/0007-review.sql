-- What was read from narrative reports, and what people made of it. Nothing of it counts before a person confirms it;
-- then it is a figure. Rows are added, never changed or removed. Codes are written out: these tables are small.
--
-- An import that says something of a text has no file of its own; `review` tells which text.
-- Numbers used for words beside those of 0001-ledger.sql:
--   kind      0 confirm, 1 vouch, 2 no_count, 3 query, 4 reopen, 5 replace

-- What a person said of a report: an import without a file.
CREATE TABLE review (
    import_id  INTEGER PRIMARY KEY REFERENCES import (id),
    report_id  INTEGER NOT NULL REFERENCES report (id)
) STRICT;

-- The text of a narrative report as it was extracted when it came, kept so that no later reader moves the places in it.
-- sha256 is that of its UTF-8.
CREATE TABLE report_text (
    report_id  INTEGER PRIMARY KEY REFERENCES report (id),
    import_id  INTEGER NOT NULL REFERENCES import (id),
    sha256     TEXT    NOT NULL,
    text       TEXT    NOT NULL
) STRICT;

-- A number that a reader, or a person, saw in a text. start and "end" count code points of the text. metric is null for
-- a count the catalogue does not know; department and period stand as the text gives them. earlier_id is the proposal of
-- the same place that a newer reader understands otherwise.
CREATE TABLE proposal (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    report_id  INTEGER NOT NULL REFERENCES report (id),
    number     INTEGER NOT NULL,
    reader     TEXT    NOT NULL,
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    quote      TEXT    NOT NULL,
    metric     TEXT,
    noun       TEXT    NOT NULL,
    family     TEXT    NOT NULL,
    category   TEXT,
    state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 12),
    value      INTEGER,
    lower      INTEGER,
    upper      INTEGER,
    unit       TEXT    NOT NULL,
    department TEXT    NOT NULL,
    period     TEXT    NOT NULL,
    basis      INTEGER NOT NULL,
    flags      TEXT    NOT NULL,
    rule       TEXT    NOT NULL,
    earlier_id INTEGER REFERENCES proposal (id)
) STRICT;
-- the proposals of a text, in their order
CREATE UNIQUE INDEX proposal_number ON proposal (report_id, number);

-- What a person said of a proposal: with `confirm` and `vouch` the figure it is, with `confirm` also its number.
-- Who, when and why stand in the import and its seal. The newest verdict counts.
CREATE TABLE verdict (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    proposal_id INTEGER NOT NULL REFERENCES proposal (id),
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    metric     TEXT,
    category   TEXT,
    department TEXT,
    period     TEXT,
    basis      INTEGER,
    scope      INTEGER,
    range_from TEXT,
    range_to   TEXT,
    state      INTEGER,
    value      INTEGER,
    lower      INTEGER,
    upper      INTEGER,
    wording    TEXT,
    figure_id  INTEGER REFERENCES figure (id)
) STRICT;
-- the verdicts on a proposal, oldest first
CREATE INDEX verdict_proposal ON verdict (proposal_id, id);

-- Whose report a text is and for which period, as a person said. The newest row up to a vintage counts.
CREATE TABLE attribution (
    report_id  INTEGER NOT NULL REFERENCES report (id),
    import_id  INTEGER NOT NULL REFERENCES import (id),
    department TEXT    NOT NULL,
    period     TEXT    NOT NULL,
    PRIMARY KEY (report_id, import_id)
) STRICT, WITHOUT ROWID;

-- The organisation's own words for metrics, with the measure word they were counted in. The newest row of a word counts; without a metric the word is forgotten.
CREATE TABLE own_term (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    word       TEXT    NOT NULL,
    unit       TEXT    NOT NULL,
    metric     TEXT,
    category   TEXT
) STRICT;

-- finds what awaits a person among the figures of forms
CREATE INDEX figure_unconfirmed ON figure (metric_id, department_id) WHERE review = 1;

CREATE TRIGGER review_kept  BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'a review is never removed'); END;
CREATE TRIGGER report_text_kept  BEFORE UPDATE ON report_text BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;
CREATE TRIGGER report_text_stays BEFORE DELETE ON report_text BEGIN SELECT RAISE(ABORT, 'a report is never removed'); END;
CREATE TRIGGER proposal_kept  BEFORE UPDATE ON proposal BEGIN SELECT RAISE(ABORT, 'a proposal is never changed'); END;
CREATE TRIGGER proposal_stays BEFORE DELETE ON proposal BEGIN SELECT RAISE(ABORT, 'a proposal is never removed'); END;
CREATE TRIGGER verdict_kept  BEFORE UPDATE ON verdict BEGIN SELECT RAISE(ABORT, 'a verdict is never changed'); END;
CREATE TRIGGER verdict_stays BEFORE DELETE ON verdict BEGIN SELECT RAISE(ABORT, 'a verdict is never removed'); END;
CREATE TRIGGER attribution_kept  BEFORE UPDATE ON attribution BEGIN SELECT RAISE(ABORT, 'an attribution is never changed'); END;
CREATE TRIGGER attribution_stays BEFORE DELETE ON attribution BEGIN SELECT RAISE(ABORT, 'an attribution is never removed'); END;
CREATE TRIGGER own_term_kept  BEFORE UPDATE ON own_term BEGIN SELECT RAISE(ABORT, 'a term is never changed'); END;
CREATE TRIGGER own_term_stays BEFORE DELETE ON own_term BEGIN SELECT RAISE(ABORT, 'a term is never removed'); END;

-- Cells hold what is confirmed alone; they are worked out again.
DELETE FROM series_year;
