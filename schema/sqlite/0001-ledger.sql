-- The ledger: what was received, what it said, and who vouches for it. Rows are added, never changed or removed.
--
-- Numbers used for words (plumbline.ledger.Codes):
--   basis     0 in_period, 1 to_date, 2 at_end
--   scope     0 own, 1 consolidated
--   review    0 confirmed, 1 unconfirmed
--   state     0 exact, 1 zero, 2 at_least, 3 at_most, 4 about, 5 range, 6 withheld, 7 suppressed, 8 not_mentioned,
--             9 not_reported, 10 not_applicable, 11 not_due, 12 withdrawn
--   method    0 stated, 1 summed, 2 derived, 3 partial, 4 missing
-- A span is a year with its first and last month: 20220106 is January to June 2022.
-- Instants are ISO 8601 in UTC; days are counted from 1970-01-01.

-- One file taken in. Its number is the ledger's clock: a read "as of" a time sees all imports up to a number.
CREATE TABLE import (
    id         INTEGER PRIMARY KEY,
    actor      TEXT    NOT NULL,
    mode       TEXT    NOT NULL,
    reason     TEXT
) STRICT;

-- The last row of an import, written in its transaction. An import without a seal does not exist for readers.
-- sha256 covers the canonical rows and the seal before it, so the seals form a chain. fresh, changed and same are the
-- receipt's counts, for the day the same bytes come again.
CREATE TABLE seal (
    import_id  INTEGER PRIMARY KEY REFERENCES import (id),
    sealed_at  TEXT    NOT NULL,
    row_count  INTEGER NOT NULL,
    fresh      INTEGER NOT NULL,
    changed    INTEGER NOT NULL,
    same       INTEGER NOT NULL,
    sha256     TEXT    NOT NULL
) STRICT;
-- finds the vintage of an instant
CREATE INDEX seal_time ON seal (sealed_at);

-- A file as received. The same bytes in the same mode are taken in once. department and period are those all its rows
-- share, else null. Written after its figures, when they are known.
CREATE TABLE report (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    mode       TEXT    NOT NULL,
    department TEXT,
    period     TEXT,
    sha256     TEXT    NOT NULL,
    size       INTEGER NOT NULL,
    encoding   TEXT    NOT NULL
) STRICT;
-- answers "was it here before?"
CREATE UNIQUE INDEX report_digest ON report (sha256, mode);
-- finds the text a form points to
CREATE INDEX report_name ON report (name);

-- The bytes, apart, so that lists of reports stay small.
CREATE TABLE report_content (
    report_id  INTEGER PRIMARY KEY REFERENCES report (id),
    bytes      BLOB    NOT NULL
) STRICT;

-- Numbers for the codes of the catalogue, whose meaning stands in schema/catalog.
CREATE TABLE metric (
    id         INTEGER PRIMARY KEY,
    code       TEXT    NOT NULL UNIQUE
) STRICT;
CREATE TABLE category (
    id         INTEGER PRIMARY KEY,
    code       TEXT    NOT NULL UNIQUE
) STRICT;

-- A department's number and place in the establishment order.
CREATE TABLE department (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    code       TEXT    NOT NULL UNIQUE
) STRICT;

-- What was last said of a department; the newest row up to a vintage counts.
CREATE TABLE department_version (
    department_id INTEGER NOT NULL REFERENCES department (id),
    import_id  INTEGER NOT NULL REFERENCES import (id),
    name_zh    TEXT    NOT NULL,
    name_en    TEXT    NOT NULL,
    parent_id  INTEGER REFERENCES department (id),
    opened     TEXT,
    closed     TEXT,
    additive   INTEGER NOT NULL,
    PRIMARY KEY (department_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reorganisation (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    day        TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    from_id    INTEGER NOT NULL REFERENCES department (id),
    to_id      INTEGER NOT NULL REFERENCES department (id),
    weight     TEXT
) STRICT;

-- The reporting calendar; metric_id 0 = the whole report. The newest row up to a vintage counts.
CREATE TABLE deadline (
    department_id INTEGER NOT NULL REFERENCES department (id),
    span       INTEGER NOT NULL,
    metric_id  INTEGER NOT NULL,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    due        TEXT    NOT NULL,
    PRIMARY KEY (department_id, span, metric_id, import_id)
) STRICT, WITHOUT ROWID;

-- Which department reported for which period, and when; tells "not mentioned" from "not reported".
CREATE TABLE submission (
    department_id INTEGER NOT NULL REFERENCES department (id),
    span       INTEGER NOT NULL,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    PRIMARY KEY (department_id, span, import_id)
) STRICT, WITHOUT ROWID;

-- A value a report states. category_id 0 = the metric as a whole; range_from and range_to 0 = the period itself.
-- report_id, line and "column" name the form's field; document_id, start and "end" the passage of a text.
CREATE TABLE figure (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    metric_id  INTEGER NOT NULL REFERENCES metric (id),
    department_id INTEGER NOT NULL REFERENCES department (id),
    category_id INTEGER NOT NULL,
    span       INTEGER NOT NULL,
    basis      INTEGER NOT NULL CHECK (basis BETWEEN 0 AND 2),
    scope      INTEGER NOT NULL CHECK (scope BETWEEN 0 AND 1),
    range_from INTEGER NOT NULL,
    range_to   INTEGER NOT NULL,
    revision   INTEGER NOT NULL CHECK (revision >= 1),
    state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 12),
    value      INTEGER,
    lower      INTEGER CHECK (lower IS NULL OR (lower >= 0 AND state <= 5)),
    upper      INTEGER CHECK (upper >= lower),
    wording    TEXT    NOT NULL,
    review     INTEGER NOT NULL CHECK (review BETWEEN 0 AND 1),
    note       TEXT,
    report_id  INTEGER NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
    sheet      TEXT,
    line       INTEGER,
    "column"   INTEGER,
    document_id INTEGER REFERENCES report (id),
    start      INTEGER,
    "end"      INTEGER,
    quote      TEXT
) STRICT;
-- one row per key and revision; finds the figures of a series in a year, and the revisions of a key
CREATE UNIQUE INDEX figure_key
    ON figure (metric_id, department_id, category_id, span, basis, scope, range_from, range_to, revision);
-- the marks of a text; partial, because most figures have none
CREATE INDEX figure_document ON figure (document_id) WHERE document_id IS NOT NULL;

-- The consolidated value of a series over a span: worked out from the figures, refreshed in the import's transaction,
-- and the one table whose rows are replaced. `figures` lists the ids behind the value.
CREATE TABLE cell (
    metric_id  INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    scope      INTEGER NOT NULL,
    span       INTEGER NOT NULL,
    method     INTEGER NOT NULL,
    state      INTEGER NOT NULL,
    value      INTEGER,
    lower      INTEGER,
    upper      INTEGER,
    review     INTEGER NOT NULL,
    conflict_lower INTEGER,
    conflict_upper INTEGER,
    reported   INTEGER NOT NULL,
    expected   INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    figures    TEXT    NOT NULL,
    PRIMARY KEY (metric_id, department_id, category_id, scope, span)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER import_kept  BEFORE UPDATE ON import  BEGIN SELECT RAISE(ABORT, 'an import is never changed'); END;
CREATE TRIGGER import_stays BEFORE DELETE ON import  BEGIN SELECT RAISE(ABORT, 'an import is never removed'); END;
CREATE TRIGGER seal_kept    BEFORE UPDATE ON seal    BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
CREATE TRIGGER seal_stays   BEFORE DELETE ON seal    BEGIN SELECT RAISE(ABORT, 'a seal is never removed'); END;
CREATE TRIGGER report_kept  BEFORE UPDATE ON report  BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;
CREATE TRIGGER report_stays BEFORE DELETE ON report  BEGIN SELECT RAISE(ABORT, 'a report is never removed'); END;
CREATE TRIGGER content_kept  BEFORE UPDATE ON report_content BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;
CREATE TRIGGER content_stays BEFORE DELETE ON report_content BEGIN SELECT RAISE(ABORT, 'a report is never removed'); END;
CREATE TRIGGER figure_kept  BEFORE UPDATE ON figure  BEGIN SELECT RAISE(ABORT, 'a figure is never changed'); END;
CREATE TRIGGER figure_stays BEFORE DELETE ON figure  BEGIN SELECT RAISE(ABORT, 'a figure is never removed'); END;
CREATE TRIGGER department_kept  BEFORE UPDATE ON department BEGIN SELECT RAISE(ABORT, 'a department is never changed'); END;
CREATE TRIGGER department_stays BEFORE DELETE ON department BEGIN SELECT RAISE(ABORT, 'a department is never removed'); END;
CREATE TRIGGER department_version_kept  BEFORE UPDATE ON department_version BEGIN SELECT RAISE(ABORT, 'what was said of a department is never changed'); END;
CREATE TRIGGER department_version_stays BEFORE DELETE ON department_version BEGIN SELECT RAISE(ABORT, 'what was said of a department is never removed'); END;
CREATE TRIGGER reorganisation_kept  BEFORE UPDATE ON reorganisation BEGIN SELECT RAISE(ABORT, 'a reorganisation is never changed'); END;
CREATE TRIGGER reorganisation_stays BEFORE DELETE ON reorganisation BEGIN SELECT RAISE(ABORT, 'a reorganisation is never removed'); END;
CREATE TRIGGER deadline_kept  BEFORE UPDATE ON deadline BEGIN SELECT RAISE(ABORT, 'a deadline is never changed'); END;
CREATE TRIGGER deadline_stays BEFORE DELETE ON deadline BEGIN SELECT RAISE(ABORT, 'a deadline is never removed'); END;
CREATE TRIGGER submission_kept  BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'a submission is never changed'); END;
CREATE TRIGGER submission_stays BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'a submission is never removed'); END;
