-- What people decided beside the figures: minimum standards, the phases of control charts, and the questions they have
-- set aside. Rows are added, never changed or removed; who, when and why stand with their import and its seal. Codes are
-- written out: these tables are small.

-- The least that a rule asks of a metric, a department and a period, in the metric's smallest unit, and the rule. The
-- newest row up to a vintage counts; without at_least there is no standard any more.
CREATE TABLE target (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    metric     TEXT    NOT NULL,
    department TEXT    NOT NULL,
    period     TEXT    NOT NULL,
    at_least   INTEGER CHECK (at_least >= 1),
    source     TEXT
) STRICT;

-- From which period on mean and limits of a series begin anew. The newest row of a series and period counts; 0 in stands
-- takes the phase back.
CREATE TABLE phase (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    metric     TEXT    NOT NULL,
    department TEXT    NOT NULL,
    category   TEXT,
    period     TEXT    NOT NULL,
    stands     INTEGER NOT NULL CHECK (stands BETWEEN 0 AND 1)
) STRICT;

-- A question about figures that somebody has answered; question names its kind, its series and its numbers, so that
-- other numbers are another question. The newest row counts; 0 in stands asks it again.
CREATE TABLE dismissal (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    question   TEXT    NOT NULL,
    stands     INTEGER NOT NULL CHECK (stands BETWEEN 0 AND 1)
) STRICT;

CREATE TRIGGER target_kept  BEFORE UPDATE ON target BEGIN SELECT RAISE(ABORT, 'a target is never changed'); END;
CREATE TRIGGER target_stays BEFORE DELETE ON target BEGIN SELECT RAISE(ABORT, 'a target is never removed'); END;
CREATE TRIGGER phase_kept  BEFORE UPDATE ON phase BEGIN SELECT RAISE(ABORT, 'a phase is never changed'); END;
CREATE TRIGGER phase_stays BEFORE DELETE ON phase BEGIN SELECT RAISE(ABORT, 'a phase is never removed'); END;
CREATE TRIGGER dismissal_kept  BEFORE UPDATE ON dismissal BEGIN SELECT RAISE(ABORT, 'a dismissal is never changed'); END;
CREATE TRIGGER dismissal_stays BEFORE DELETE ON dismissal BEGIN SELECT RAISE(ABORT, 'a dismissal is never removed'); END;
