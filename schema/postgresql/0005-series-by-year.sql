-- What stands in a ledger of a series in a year, in one row: the newest revision of each of its figures, and the cells
-- that follow from them. A refresh reads one row and writes one row, and looks up no figure. Both columns are packed
-- (plumbline.ledger.FigureBytes, CellBytes) and worked out from the table `figure`, again if need be; `lengths` has a
-- bit for each length of a period among the cells: 1 month, 2 quarter, 4 half, 8 year.
DROP TABLE cell_year;

CREATE TABLE series_year (
    metric_id      BIGINT NOT NULL,
    department_id  BIGINT NOT NULL,
    category_id    BIGINT NOT NULL,
    scope          BIGINT NOT NULL,
    year           BIGINT NOT NULL,
    lengths        BIGINT NOT NULL,
    figures        BYTEA NOT NULL,
    cells          BYTEA NOT NULL,
    PRIMARY KEY (metric_id, department_id, category_id, scope, year)
);
