package plumbline.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.Period;
import plumbline.Refusal;

/// Consecutive periods of one kind, as a request writes them: `2021-Q1..2023-Q4`, or one period alone.
public record PeriodRange(List<Period> periods) {
    /// As many periods as one request may ask for.
    public static final int MOST = 120;

    private static final String ACCEPTED = "one period or A..B of one kind, the earlier first, at most " + MOST
            + " periods: 2021-Q1..2023-Q4, " + "2021-H1..2022-H2, 2020..2024, 2022-01..2022-12";

    public PeriodRange {
        periods = List.copyOf(periods);
        if (periods.isEmpty() || periods.size() > MOST) {
            throw new IllegalArgumentException(periods.size() + " periods");
        }
    }

    /// Reads the written form.
    ///
    /// @throws Refusal naming the parameter `period`, what was found and what would be accepted
    public static PeriodRange parse(String text) {
        int dots = text.indexOf("..");
        Optional<Period> first = Period.read(dots < 0 ? text : text.substring(0, dots));
        Optional<Period> last = dots < 0 ? first : Period.read(text.substring(dots + 2));
        if (first.isEmpty()
                || last.isEmpty()
                || first.get().getClass() != last.get().getClass()) {
            throw Refusal.invalid("period", text, ACCEPTED);
        }
        List<Period> periods = new ArrayList<>();
        for (Period each = first.get(); each.compareTo(last.get()) <= 0; each = each.plus(1)) {
            if (periods.size() == MOST) {
                throw Refusal.invalid("period", text, ACCEPTED);
            }
            periods.add(each);
            if (each.equals(last.get())) {
                return new PeriodRange(periods);
            }
        }
        throw Refusal.invalid("period", text, ACCEPTED);
    }
}
