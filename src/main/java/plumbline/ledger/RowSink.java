package plumbline.ledger;

import java.sql.Types;
import java.util.OptionalLong;

/// Takes the columns of a row in their order.
interface RowSink {
    RowSink number(long number);

    RowSink text(String text);

    RowSink bytes(byte[] bytes);

    /// A column without a value, of a type of [Types].
    RowSink absent(int type);

    /// Ends the row.
    void end();

    default RowSink number(OptionalLong number) {
        return number.isPresent() ? number(number.getAsLong()) : absent(Types.BIGINT);
    }

    default RowSink textOrAbsent(String text) {
        return text.isEmpty() ? absent(Types.VARCHAR) : text(text);
    }
}
