-- What a seal covers, table by table: how many rows of the table belong to the import, the digest of their canonical
-- form in the order of their keys, and four bytes of checksum per row (CRC-32C), by which a changed row is found.
-- A table without rows of the import has no part. metric and category stand for the codes the import's rows use.
CREATE TABLE seal_part (
    import_id  INTEGER NOT NULL REFERENCES import (id),
    part       TEXT    NOT NULL,
    row_count  INTEGER NOT NULL,
    sha256     TEXT    NOT NULL,
    checks     BLOB    NOT NULL,
    PRIMARY KEY (import_id, part)
) STRICT;

CREATE TRIGGER seal_part_kept  BEFORE UPDATE ON seal_part BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
CREATE TRIGGER seal_part_stays BEFORE DELETE ON seal_part BEGIN SELECT RAISE(ABORT, 'a seal is never removed'); END;
