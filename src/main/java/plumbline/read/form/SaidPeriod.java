package plumbline.read.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.Basis;
import plumbline.Field;
import plumbline.Period;
import plumbline.Row;
import plumbline.read.SpokenPeriod;

/// Periods in words (2022年上半年, 2022年1—9月) in the column of a tidy form.
final class SaidPeriod {
    private SaidPeriod() {}

    /// The row with its period written as `2022-H1`; the row itself where it is written so already or is none.
    static Row written(Row row) {
        String text = row.field(Field.PERIOD);
        if (text.isEmpty() || Period.read(text).isPresent()) {
            return row;
        }
        Optional<SpokenPeriod> spoken = SpokenPeriod.read(text);
        Optional<Period> period = spoken.flatMap(each -> each.in(OptionalInt.empty()));
        if (period.isEmpty()) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(row.columns().getOrDefault(Field.PERIOD, 0), period.get().toString());
        if (!spoken.orElseThrow().toDate() || !row.field(Field.BASIS).isEmpty()) {
            return new Row(row.line(), row.columns(), cells, row.places());
        }
        int at = cells.size();
        int said = row.columns().getOrDefault(Field.PERIOD, 0);
        Map<Field, Integer> columns = new EnumMap<>(row.columns());
        columns.put(Field.BASIS, at);
        cells.add(Basis.TO_DATE.word());
        return new Row(row.line(), columns, cells, cell -> row.places().apply(cell == at ? said : cell));
    }
}
