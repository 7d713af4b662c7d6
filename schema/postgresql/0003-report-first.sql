-- A report's row is written before the figures that point to it and completed before the seal; from then on it is kept.
-- (Written behind them, it had SQLite look through all figures of the ledger for those that waited for it.)
CREATE FUNCTION refuse_if_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM seal WHERE seal.import_id = OLD.import_id) THEN
        RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

DROP TRIGGER report_kept ON report;
CREATE TRIGGER report_kept BEFORE UPDATE ON report
    FOR EACH ROW EXECUTE FUNCTION refuse_if_sealed('a report is never changed');
