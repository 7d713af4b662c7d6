-- What a seal covers, table by table: how many rows of the table belong to the import, the digest of their canonical
-- form in the order of their keys, and four bytes of checksum per row (CRC-32C), by which a changed row is found.
-- A table without rows of the import has no part. metric and category stand for the codes the import's rows use.
CREATE TABLE seal_part (
    import_id      BIGINT NOT NULL REFERENCES import (id),
    part           TEXT COLLATE "C" NOT NULL,
    row_count      BIGINT NOT NULL,
    sha256         TEXT COLLATE "C" NOT NULL,
    checks         BYTEA NOT NULL,
    PRIMARY KEY (import_id, part)
);

CREATE TRIGGER seal_part_kept BEFORE UPDATE ON seal_part
    EXECUTE FUNCTION refuse('a seal is never changed');
CREATE TRIGGER seal_part_stays BEFORE DELETE OR TRUNCATE ON seal_part
    EXECUTE FUNCTION refuse('a seal is never removed');
