-- What was read from narrative reports, and what people made of it. Nothing of it counts before a person confirms it;
-- then it is a figure. Rows are added, never changed or removed. Codes are written out: these tables are small.
--
-- An import that says something of a text has no file of its own; `review` tells which text.
-- Numbers used for words beside those of 0001-ledger.sql:
--   kind      0 confirm, 1 vouch, 2 no_count, 3 query, 4 reopen, 5 replace

-- What a person said of a report: an import without a file.
CREATE TABLE review (
    import_id  BIGINT PRIMARY KEY REFERENCES import (id),
    report_id  BIGINT NOT NULL REFERENCES report (id)
);

-- The text of a narrative report as it was extracted when it came, kept so that no later reader moves the places in it.
-- sha256 is that of its UTF-8.
CREATE TABLE report_text (
    report_id  BIGINT PRIMARY KEY REFERENCES report (id),
    import_id  BIGINT NOT NULL REFERENCES import (id),
    sha256     TEXT COLLATE "C"    NOT NULL,
    text       TEXT COLLATE "C"    NOT NULL
);

-- A number that a reader, or a person, saw in a text. start and "end" count code points of the text. metric is null for
-- a count the catalogue does not know; department and period stand as the text gives them. earlier_id is the proposal of
-- the same place that a newer reader understands otherwise.
CREATE TABLE proposal (
    id         BIGINT PRIMARY KEY,
    import_id  BIGINT NOT NULL REFERENCES import (id),
    report_id  BIGINT NOT NULL REFERENCES report (id),
    number     BIGINT NOT NULL,
    reader     TEXT COLLATE "C"    NOT NULL,
    start      BIGINT NOT NULL,
    "end"      BIGINT NOT NULL,
    quote      TEXT COLLATE "C"    NOT NULL,
    metric     TEXT COLLATE "C",
    noun       TEXT COLLATE "C"    NOT NULL,
    family     TEXT COLLATE "C"    NOT NULL,
    category   TEXT COLLATE "C",
    state      BIGINT NOT NULL CHECK (state BETWEEN 0 AND 12),
    value      BIGINT,
    lower      BIGINT,
    upper      BIGINT,
    unit       TEXT COLLATE "C"    NOT NULL,
    department TEXT COLLATE "C"    NOT NULL,
    period     TEXT COLLATE "C"    NOT NULL,
    basis      BIGINT NOT NULL,
    flags      TEXT COLLATE "C"    NOT NULL,
    rule       TEXT COLLATE "C"    NOT NULL,
    earlier_id BIGINT REFERENCES proposal (id)
);
-- the proposals of a text, in their order
CREATE UNIQUE INDEX proposal_number ON proposal (report_id, number);

-- What a person said of a proposal: with `confirm` and `vouch` the figure it is, with `confirm` also its number.
-- Who, when and why stand in the import and its seal. The newest verdict counts.
CREATE TABLE verdict (
    id         BIGINT PRIMARY KEY,
    import_id  BIGINT NOT NULL REFERENCES import (id),
    proposal_id BIGINT NOT NULL REFERENCES proposal (id),
    kind       BIGINT NOT NULL CHECK (kind BETWEEN 0 AND 5),
    metric     TEXT COLLATE "C",
    category   TEXT COLLATE "C",
    department TEXT COLLATE "C",
    period     TEXT COLLATE "C",
    basis      BIGINT,
    scope      BIGINT,
    range_from TEXT COLLATE "C",
    range_to   TEXT COLLATE "C",
    state      BIGINT,
    value      BIGINT,
    lower      BIGINT,
    upper      BIGINT,
    wording    TEXT COLLATE "C",
    figure_id  BIGINT REFERENCES figure (id)
);
-- the verdicts on a proposal, oldest first
CREATE INDEX verdict_proposal ON verdict (proposal_id, id);

-- Whose report a text is and for which period, as a person said. The newest row up to a vintage counts.
CREATE TABLE attribution (
    report_id  BIGINT NOT NULL REFERENCES report (id),
    import_id  BIGINT NOT NULL REFERENCES import (id),
    department TEXT COLLATE "C"    NOT NULL,
    period     TEXT COLLATE "C"    NOT NULL,
    PRIMARY KEY (report_id, import_id)
);

-- The organisation's own words for metrics, with the measure word they were counted in. The newest row of a word counts; without a metric the word is forgotten.
CREATE TABLE own_term (
    id         BIGINT PRIMARY KEY,
    import_id  BIGINT NOT NULL REFERENCES import (id),
    word       TEXT COLLATE "C"    NOT NULL,
    unit       TEXT COLLATE "C" NOT NULL,
    metric     TEXT COLLATE "C",
    category   TEXT COLLATE "C"
);

-- finds what awaits a person among the figures of forms
CREATE INDEX figure_unconfirmed ON figure (metric_id, department_id) WHERE review = 1;

CREATE TRIGGER review_kept BEFORE UPDATE ON review
    EXECUTE FUNCTION refuse('a review is never changed');
CREATE TRIGGER review_stays BEFORE DELETE OR TRUNCATE ON review
    EXECUTE FUNCTION refuse('a review is never removed');
CREATE TRIGGER report_text_kept BEFORE UPDATE ON report_text
    EXECUTE FUNCTION refuse('a report is never changed');
CREATE TRIGGER report_text_stays BEFORE DELETE OR TRUNCATE ON report_text
    EXECUTE FUNCTION refuse('a report is never removed');
CREATE TRIGGER proposal_kept BEFORE UPDATE ON proposal
    EXECUTE FUNCTION refuse('a proposal is never changed');
CREATE TRIGGER proposal_stays BEFORE DELETE OR TRUNCATE ON proposal
    EXECUTE FUNCTION refuse('a proposal is never removed');
CREATE TRIGGER verdict_kept BEFORE UPDATE ON verdict
    EXECUTE FUNCTION refuse('a verdict is never changed');
CREATE TRIGGER verdict_stays BEFORE DELETE OR TRUNCATE ON verdict
    EXECUTE FUNCTION refuse('a verdict is never removed');
CREATE TRIGGER attribution_kept BEFORE UPDATE ON attribution
    EXECUTE FUNCTION refuse('an attribution is never changed');
CREATE TRIGGER attribution_stays BEFORE DELETE OR TRUNCATE ON attribution
    EXECUTE FUNCTION refuse('an attribution is never removed');
CREATE TRIGGER own_term_kept BEFORE UPDATE ON own_term
    EXECUTE FUNCTION refuse('a term is never changed');
CREATE TRIGGER own_term_stays BEFORE DELETE OR TRUNCATE ON own_term
    EXECUTE FUNCTION refuse('a term is never removed');

-- Cells hold what is confirmed alone; they are worked out again.
DELETE FROM series_year;
