package plumbline.ledger;

import plumbline.Postgresql;

class PostgresqlLedgerTest extends LedgerContract {
    @Override
    String fresh() {
        return Postgresql.fresh();
    }
}
