-- Which departments hold which metric, and of which periods a metric speaks, with the import that first stated anything
-- of it. Every page asks both, and the figures are too many to be asked after each import. Worked out from the table
-- `figure`, again if need be. No import takes a row away: whoever withdrew a figure has still stated it once.
CREATE TABLE holder (
    metric_id  INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    import_id  INTEGER NOT NULL,
    PRIMARY KEY (metric_id, department_id)
) STRICT, WITHOUT ROWID;
INSERT INTO holder SELECT metric_id, department_id, MIN(import_id) FROM figure GROUP BY metric_id, department_id;

CREATE TABLE metric_period (
    metric_id  INTEGER NOT NULL,
    span       INTEGER NOT NULL,
    import_id  INTEGER NOT NULL,
    PRIMARY KEY (metric_id, span)
) STRICT, WITHOUT ROWID;
INSERT INTO metric_period SELECT metric_id, span, MIN(import_id) FROM figure GROUP BY metric_id, span;

-- the lengths of periods follow from metric_period
ALTER TABLE series_year DROP COLUMN lengths;
