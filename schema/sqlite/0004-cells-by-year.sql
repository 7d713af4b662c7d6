-- The cells of a series in a year stand in one row: they are worked out together, replaced together and read together.
-- `cells` holds them in the order of their spans (plumbline.ledger.CellText); `lengths` has a bit for each length of a
-- period among them: 1 month, 2 quarter, 4 half, 8 year. What was stored before is worked out again from the figures.
DROP TABLE cell;

CREATE TABLE cell_year (
    metric_id  INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    scope      INTEGER NOT NULL,
    year       INTEGER NOT NULL,
    lengths    INTEGER NOT NULL,
    cells      TEXT    NOT NULL,
    PRIMARY KEY (metric_id, department_id, category_id, scope, year)
) STRICT, WITHOUT ROWID;
