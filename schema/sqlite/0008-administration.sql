-- What was said of the organisation and is taken back, and what the organisation says of the catalogue's metrics.
-- The rows that are taken back stay; from the import on they do not count.

-- A reorganisation that did not happen, or not so. Who, when and why stand with its import and seal.
CREATE TABLE reorganisation_withdrawal (
    reorganisation_id INTEGER PRIMARY KEY REFERENCES reorganisation (id),
    import_id  INTEGER NOT NULL REFERENCES import (id)
) STRICT;

-- A line of the reporting calendar that is owed no more, until a later deadline of its key; metric_id 0 = the whole
-- report.
CREATE TABLE deadline_withdrawal (
    department_id INTEGER NOT NULL REFERENCES department (id),
    span       INTEGER NOT NULL,
    metric_id  INTEGER NOT NULL,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    PRIMARY KEY (department_id, span, metric_id, import_id)
) STRICT, WITHOUT ROWID;

-- A metric as the organisation calls it; the newest row up to a vintage counts, before the first the catalogue does.
-- aliases: names under which reports speak of it, one a line. changed: the days from which on it counts something
-- else than before, one a line.
CREATE TABLE metric_version (
    metric_id  INTEGER NOT NULL REFERENCES metric (id),
    import_id  INTEGER NOT NULL REFERENCES import (id),
    name_zh    TEXT    NOT NULL,
    name_en    TEXT    NOT NULL,
    direction  TEXT    NOT NULL,
    aliases    TEXT    NOT NULL,
    changed    TEXT    NOT NULL,
    PRIMARY KEY (metric_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reorganisation_withdrawal_kept  BEFORE UPDATE ON reorganisation_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;
CREATE TRIGGER reorganisation_withdrawal_stays BEFORE DELETE ON reorganisation_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal is never removed'); END;
CREATE TRIGGER deadline_withdrawal_kept  BEFORE UPDATE ON deadline_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;
CREATE TRIGGER deadline_withdrawal_stays BEFORE DELETE ON deadline_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal is never removed'); END;
CREATE TRIGGER metric_version_kept  BEFORE UPDATE ON metric_version BEGIN SELECT RAISE(ABORT, 'what was said of a metric is never changed'); END;
CREATE TRIGGER metric_version_stays BEFORE DELETE ON metric_version BEGIN SELECT RAISE(ABORT, 'what was said of a metric is never removed'); END;
