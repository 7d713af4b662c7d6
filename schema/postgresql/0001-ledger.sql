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
--
-- Table for table and column for column that of schema/sqlite. Every TEXT is COLLATE "C", so that texts sort by their
-- bytes here as there, whatever language the server was set up in. Rows bring their numbers with them: a sequence would
-- leave gaps where an import was refused, and the seals of the two databases would differ.

-- One file taken in. Its number is the ledger's clock: a read "as of" a time sees all imports up to a number.
CREATE TABLE import (
    id             BIGINT PRIMARY KEY,
    actor          TEXT COLLATE "C" NOT NULL,
    mode           TEXT COLLATE "C" NOT NULL,
    reason         TEXT COLLATE "C"
);

-- The last row of an import, written in its transaction. An import without a seal does not exist for readers.
-- sha256 covers the canonical rows and the seal before it, so the seals form a chain. fresh, changed and same are the
-- receipt's counts, for the day the same bytes come again.
CREATE TABLE seal (
    import_id      BIGINT PRIMARY KEY REFERENCES import (id),
    sealed_at      TEXT COLLATE "C" NOT NULL,
    row_count      BIGINT NOT NULL,
    fresh          BIGINT NOT NULL,
    changed        BIGINT NOT NULL,
    same           BIGINT NOT NULL,
    sha256         TEXT COLLATE "C" NOT NULL
);
-- finds the vintage of an instant
CREATE INDEX seal_time ON seal (sealed_at);

-- A file as received. The same bytes in the same mode are taken in once. department and period are those all its rows
-- share, else null. Written after its figures, when they are known.
CREATE TABLE report (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    name           TEXT COLLATE "C" NOT NULL,
    kind           TEXT COLLATE "C" NOT NULL,
    mode           TEXT COLLATE "C" NOT NULL,
    department     TEXT COLLATE "C",
    period         TEXT COLLATE "C",
    sha256         TEXT COLLATE "C" NOT NULL,
    size           BIGINT NOT NULL,
    encoding       TEXT COLLATE "C" NOT NULL
);
-- answers "was it here before?"
CREATE UNIQUE INDEX report_digest ON report (sha256, mode);
-- finds the text a form points to
CREATE INDEX report_name ON report (name);

-- The bytes, apart, so that lists of reports stay small.
CREATE TABLE report_content (
    report_id      BIGINT PRIMARY KEY REFERENCES report (id),
    bytes          BYTEA NOT NULL
);

-- Numbers for the codes of the catalogue, whose meaning stands in schema/catalog.
CREATE TABLE metric (
    id             BIGINT PRIMARY KEY,
    code           TEXT COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE category (
    id             BIGINT PRIMARY KEY,
    code           TEXT COLLATE "C" NOT NULL UNIQUE
);

-- A department's number and place in the establishment order.
CREATE TABLE department (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    code           TEXT COLLATE "C" NOT NULL UNIQUE
);

-- What was last said of a department; the newest row up to a vintage counts.
CREATE TABLE department_version (
    department_id  BIGINT NOT NULL REFERENCES department (id),
    import_id      BIGINT NOT NULL REFERENCES import (id),
    name_zh        TEXT COLLATE "C" NOT NULL,
    name_en        TEXT COLLATE "C" NOT NULL,
    parent_id      BIGINT REFERENCES department (id),
    opened         TEXT COLLATE "C",
    closed         TEXT COLLATE "C",
    additive       BIGINT NOT NULL,
    PRIMARY KEY (department_id, import_id)
);

CREATE TABLE reorganisation (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    day            TEXT COLLATE "C" NOT NULL,
    kind           TEXT COLLATE "C" NOT NULL,
    from_id        BIGINT NOT NULL REFERENCES department (id),
    to_id          BIGINT NOT NULL REFERENCES department (id),
    weight         TEXT COLLATE "C"
);

-- The reporting calendar; metric_id 0 = the whole report. The newest row up to a vintage counts.
CREATE TABLE deadline (
    department_id  BIGINT NOT NULL REFERENCES department (id),
    span           BIGINT NOT NULL,
    metric_id      BIGINT NOT NULL,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    due            TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (department_id, span, metric_id, import_id)
);

-- Which department reported for which period, and when; tells "not mentioned" from "not reported".
CREATE TABLE submission (
    department_id  BIGINT NOT NULL REFERENCES department (id),
    span           BIGINT NOT NULL,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    PRIMARY KEY (department_id, span, import_id)
);

-- A value a report states. category_id 0 = the metric as a whole; range_from and range_to 0 = the period itself.
-- report_id, line and "column" name the form's field; document_id, start and "end" the passage of a text.
CREATE TABLE figure (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    metric_id      BIGINT NOT NULL REFERENCES metric (id),
    department_id  BIGINT NOT NULL REFERENCES department (id),
    category_id    BIGINT NOT NULL,
    span           BIGINT NOT NULL,
    basis          BIGINT NOT NULL CHECK (basis BETWEEN 0 AND 2),
    scope          BIGINT NOT NULL CHECK (scope BETWEEN 0 AND 1),
    range_from     BIGINT NOT NULL,
    range_to       BIGINT NOT NULL,
    revision       BIGINT NOT NULL CHECK (revision >= 1),
    state          BIGINT NOT NULL CHECK (state BETWEEN 0 AND 12),
    value          BIGINT,
    lower          BIGINT CHECK (lower IS NULL OR (lower >= 0 AND state <= 5)),
    upper          BIGINT CHECK (upper >= lower),
    wording        TEXT COLLATE "C" NOT NULL,
    review         BIGINT NOT NULL CHECK (review BETWEEN 0 AND 1),
    note           TEXT COLLATE "C",
    report_id      BIGINT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
    sheet          TEXT COLLATE "C",
    line           BIGINT,
    "column"       BIGINT,
    document_id    BIGINT REFERENCES report (id),
    start          BIGINT,
    "end"          BIGINT,
    quote          TEXT COLLATE "C"
);
-- one row per key and revision; finds the figures of a series in a year, and the revisions of a key
CREATE UNIQUE INDEX figure_key
    ON figure (metric_id, department_id, category_id, span, basis, scope, range_from, range_to, revision);
-- the marks of a text; partial, because most figures have none
CREATE INDEX figure_document ON figure (document_id) WHERE document_id IS NOT NULL;

-- The consolidated value of a series over a span: worked out from the figures, refreshed in the import's transaction,
-- and the one table whose rows are replaced. `figures` lists the ids behind the value.
CREATE TABLE cell (
    metric_id      BIGINT NOT NULL,
    department_id  BIGINT NOT NULL,
    category_id    BIGINT NOT NULL,
    scope          BIGINT NOT NULL,
    span           BIGINT NOT NULL,
    method         BIGINT NOT NULL,
    state          BIGINT NOT NULL,
    value          BIGINT,
    lower          BIGINT,
    upper          BIGINT,
    review         BIGINT NOT NULL,
    conflict_lower BIGINT,
    conflict_upper BIGINT,
    reported       BIGINT NOT NULL,
    expected       BIGINT NOT NULL,
    revision       BIGINT NOT NULL,
    figures        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (metric_id, department_id, category_id, scope, span)
);

-- Once per statement and not per row: TRUNCATE has no rows, and a statement that meets none is refused all the same.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER import_kept BEFORE UPDATE ON import
    EXECUTE FUNCTION refuse('an import is never changed');
CREATE TRIGGER import_stays BEFORE DELETE OR TRUNCATE ON import
    EXECUTE FUNCTION refuse('an import is never removed');
CREATE TRIGGER seal_kept BEFORE UPDATE ON seal
    EXECUTE FUNCTION refuse('a seal is never changed');
CREATE TRIGGER seal_stays BEFORE DELETE OR TRUNCATE ON seal
    EXECUTE FUNCTION refuse('a seal is never removed');
CREATE TRIGGER report_kept BEFORE UPDATE ON report
    EXECUTE FUNCTION refuse('a report is never changed');
CREATE TRIGGER report_stays BEFORE DELETE OR TRUNCATE ON report
    EXECUTE FUNCTION refuse('a report is never removed');
CREATE TRIGGER content_kept BEFORE UPDATE ON report_content
    EXECUTE FUNCTION refuse('a report is never changed');
CREATE TRIGGER content_stays BEFORE DELETE OR TRUNCATE ON report_content
    EXECUTE FUNCTION refuse('a report is never removed');
CREATE TRIGGER figure_kept BEFORE UPDATE ON figure
    EXECUTE FUNCTION refuse('a figure is never changed');
CREATE TRIGGER figure_stays BEFORE DELETE OR TRUNCATE ON figure
    EXECUTE FUNCTION refuse('a figure is never removed');
CREATE TRIGGER department_kept BEFORE UPDATE ON department
    EXECUTE FUNCTION refuse('a department is never changed');
CREATE TRIGGER department_stays BEFORE DELETE OR TRUNCATE ON department
    EXECUTE FUNCTION refuse('a department is never removed');
CREATE TRIGGER department_version_kept BEFORE UPDATE ON department_version
    EXECUTE FUNCTION refuse('what was said of a department is never changed');
CREATE TRIGGER department_version_stays BEFORE DELETE OR TRUNCATE ON department_version
    EXECUTE FUNCTION refuse('what was said of a department is never removed');
CREATE TRIGGER reorganisation_kept BEFORE UPDATE ON reorganisation
    EXECUTE FUNCTION refuse('a reorganisation is never changed');
CREATE TRIGGER reorganisation_stays BEFORE DELETE OR TRUNCATE ON reorganisation
    EXECUTE FUNCTION refuse('a reorganisation is never removed');
CREATE TRIGGER deadline_kept BEFORE UPDATE ON deadline
    EXECUTE FUNCTION refuse('a deadline is never changed');
CREATE TRIGGER deadline_stays BEFORE DELETE OR TRUNCATE ON deadline
    EXECUTE FUNCTION refuse('a deadline is never removed');
CREATE TRIGGER submission_kept BEFORE UPDATE ON submission
    EXECUTE FUNCTION refuse('a submission is never changed');
CREATE TRIGGER submission_stays BEFORE DELETE OR TRUNCATE ON submission
    EXECUTE FUNCTION refuse('a submission is never removed');
