-- What was said of the organisation and is taken back, and what the organisation says of the catalogue's metrics.
-- The rows that are taken back stay; from the import on they do not count.

-- A reorganisation that did not happen, or not so. Who, when and why stand with its import and seal.
CREATE TABLE reorganisation_withdrawal (
    reorganisation_id BIGINT PRIMARY KEY REFERENCES reorganisation (id),
    import_id  BIGINT NOT NULL REFERENCES import (id)
);

-- A line of the reporting calendar that is owed no more, until a later deadline of its key; metric_id 0 = the whole
-- report.
CREATE TABLE deadline_withdrawal (
    department_id BIGINT NOT NULL REFERENCES department (id),
    span       BIGINT NOT NULL,
    metric_id  BIGINT NOT NULL,
    import_id  BIGINT NOT NULL REFERENCES import (id),
    PRIMARY KEY (department_id, span, metric_id, import_id)
);

-- A metric as the organisation calls it; the newest row up to a vintage counts, before the first the catalogue does.
-- aliases: names under which reports speak of it, one a line. changed: the days from which on it counts something
-- else than before, one a line.
CREATE TABLE metric_version (
    metric_id  BIGINT NOT NULL REFERENCES metric (id),
    import_id  BIGINT NOT NULL REFERENCES import (id),
    name_zh    TEXT COLLATE "C"    NOT NULL,
    name_en    TEXT COLLATE "C"    NOT NULL,
    direction  TEXT COLLATE "C"    NOT NULL,
    aliases    TEXT COLLATE "C"    NOT NULL,
    changed    TEXT COLLATE "C"    NOT NULL,
    PRIMARY KEY (metric_id, import_id)
);

CREATE TRIGGER reorganisation_withdrawal_kept BEFORE UPDATE ON reorganisation_withdrawal
    EXECUTE FUNCTION refuse('a withdrawal is never changed');
CREATE TRIGGER reorganisation_withdrawal_stays BEFORE DELETE OR TRUNCATE ON reorganisation_withdrawal
    EXECUTE FUNCTION refuse('a withdrawal is never removed');
CREATE TRIGGER deadline_withdrawal_kept BEFORE UPDATE ON deadline_withdrawal
    EXECUTE FUNCTION refuse('a withdrawal is never changed');
CREATE TRIGGER deadline_withdrawal_stays BEFORE DELETE OR TRUNCATE ON deadline_withdrawal
    EXECUTE FUNCTION refuse('a withdrawal is never removed');
CREATE TRIGGER metric_version_kept BEFORE UPDATE ON metric_version
    EXECUTE FUNCTION refuse('what was said of a metric is never changed');
CREATE TRIGGER metric_version_stays BEFORE DELETE OR TRUNCATE ON metric_version
    EXECUTE FUNCTION refuse('what was said of a metric is never removed');
