-- What people decided beside the figures: minimum standards, the phases of control charts, and the questions they have
-- set aside. Rows are added, never changed or removed; who, when and why stand with their import and its seal. Codes are
-- written out: these tables are small.

-- The least that a rule asks of a metric, a department and a period, in the metric's smallest unit, and the rule. The
-- newest row up to a vintage counts; without at_least there is no standard any more.
CREATE TABLE target (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    metric         TEXT COLLATE "C" NOT NULL,
    department     TEXT COLLATE "C" NOT NULL,
    period         TEXT COLLATE "C" NOT NULL,
    at_least       BIGINT CHECK (at_least >= 1),
    source         TEXT COLLATE "C"
);

-- From which period on mean and limits of a series begin anew. The newest row of a series and period counts; 0 in stands
-- takes the phase back.
CREATE TABLE phase (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    metric         TEXT COLLATE "C" NOT NULL,
    department     TEXT COLLATE "C" NOT NULL,
    category       TEXT COLLATE "C",
    period         TEXT COLLATE "C" NOT NULL,
    stands         BIGINT NOT NULL CHECK (stands BETWEEN 0 AND 1)
);

-- A question about figures that somebody has answered; question names its kind, its series and its numbers, so that
-- other numbers are another question. The newest row counts; 0 in stands asks it again.
CREATE TABLE dismissal (
    id             BIGINT PRIMARY KEY,
    import_id      BIGINT NOT NULL REFERENCES import (id),
    question       TEXT COLLATE "C" NOT NULL,
    stands         BIGINT NOT NULL CHECK (stands BETWEEN 0 AND 1)
);

CREATE TRIGGER target_kept BEFORE UPDATE ON target
    EXECUTE FUNCTION refuse('a target is never changed');
CREATE TRIGGER target_stays BEFORE DELETE OR TRUNCATE ON target
    EXECUTE FUNCTION refuse('a target is never removed');
CREATE TRIGGER phase_kept BEFORE UPDATE ON phase
    EXECUTE FUNCTION refuse('a phase is never changed');
CREATE TRIGGER phase_stays BEFORE DELETE OR TRUNCATE ON phase
    EXECUTE FUNCTION refuse('a phase is never removed');
CREATE TRIGGER dismissal_kept BEFORE UPDATE ON dismissal
    EXECUTE FUNCTION refuse('a dismissal is never changed');
CREATE TRIGGER dismissal_stays BEFORE DELETE OR TRUNCATE ON dismissal
    EXECUTE FUNCTION refuse('a dismissal is never removed');
