-- A report's row is written before the figures that point to it and completed before the seal; from then on it is kept.
-- (Written behind them, it had SQLite look through all figures of the ledger for those that waited for it.)
DROP TRIGGER report_kept;
CREATE TRIGGER report_kept  BEFORE UPDATE ON report
    WHEN EXISTS (SELECT 1 FROM seal WHERE seal.import_id = OLD.import_id) BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;
