-- What a person said a header cell means that could not be matched: for one department and one form, to be used for
-- the next file without asking. Who and when stand with its import and seal; the newest row counts. form is a digest of
-- the names in the header (plumbline.read.form.HeaderCell), header the name without its unit, meaning what it was
-- mapped to (`-` for a column that is left out); "column" and unit are those of the file it was confirmed for, so that
-- a column that moved or counts something else is not taken for the same.
CREATE TABLE header_mapping (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    department_id  BIGINT NOT NULL REFERENCES department (id),
    form           TEXT COLLATE "C" NOT NULL,
    header         TEXT COLLATE "C" NOT NULL,
    meaning        TEXT COLLATE "C" NOT NULL,
    "column"       BIGINT NOT NULL,
    unit           TEXT COLLATE "C" NOT NULL
);
-- finds what was said of a form's header
CREATE INDEX header_mapping_form ON header_mapping (form, header);

CREATE TRIGGER header_mapping_kept BEFORE UPDATE ON header_mapping
    EXECUTE FUNCTION refuse('a mapping is never changed');
CREATE TRIGGER header_mapping_stays BEFORE DELETE OR TRUNCATE ON header_mapping
    EXECUTE FUNCTION refuse('a mapping is never removed');
