package plumbline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The cast that tests share: a bureau, three offices, three metrics, 2026.
public final class Samples {
    public static final Department BUREAU = department("B", "示例局", Optional.empty());
    public static final Department OFFICE = department("B1", "办公室", Optional.of("B"));
    public static final Department STATISTICS = department("B2", "统计处", Optional.of("B"));
    public static final Department AUDIT = department("B3", "审计处", Optional.of("B"));

    public static final Metric TALKS = metric("talks", "廉政谈话人次", "人次", Kind.FLOW, Aggregation.SUM);
    public static final Metric PERSONS = metric("persons", "处分人数", "人", Kind.PERSONS, Aggregation.BOUND);
    public static final Metric STAFF = metric("staff", "在岗人数", "人", Kind.STOCK, Aggregation.LAST);

    public static final Catalog CATALOG = new Catalog(
            "samples",
            List.of(new Family("talks", new Name("谈话", "Talks"))),
            List.of(TALKS, PERSONS, STAFF),
            List.of(new Classification(
                    "sanction",
                    new Name("处分种类", "Sanctions"),
                    true,
                    true,
                    List.of(category("sanction.warning", "警告"), category("sanction.demerit", "记过")))),
            List.of(
                    new Unit("人次", "person-times", "person_times", java.util.Set.of("人次")),
                    new Unit("人", "persons", "persons", java.util.Set.of("人", "名"))));

    public static final Period Q1 = new Period.Quarter(2026, 1);
    public static final Period Q2 = new Period.Quarter(2026, 2);
    public static final Period H1 = new Period.HalfYear(2026, 1);

    private Samples() {}

    private static Department department(String code, String name, Optional<String> parent) {
        return new Department(
                code, new Name(name, "Department " + code), parent, Optional.empty(), Optional.empty(), true);
    }

    private static Metric metric(String code, String name, String unit, Kind kind, Aggregation overTime) {
        return new Metric(
                code,
                new Name(name, code),
                "talks",
                unit,
                0,
                kind,
                Direction.NEUTRAL,
                false,
                overTime,
                Aggregation.SUM,
                code.equals("persons") ? List.of("sanction") : List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Name("", ""));
    }

    private static Classification.Category category(String code, String name) {
        return new Classification.Category(
                code, new Name(name, code), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static FigureKey key(Department department, Metric metric, Period period) {
        return new FigureKey(
                department.code(),
                metric.code(),
                Optional.empty(),
                period,
                metric.usualBasis(),
                Scope.OWN,
                Optional.empty());
    }

    /// A confirmed figure on line 2 of its form.
    public static Figure figure(FigureKey key, Value value, String wording) {
        return new Figure(key, value, wording, Review.CONFIRMED, "", new Place.Line(2, 4), Optional.empty());
    }

    public static Figure exact(Department department, Metric metric, Period period, long number) {
        return figure(key(department, metric, period), Value.exact(number), String.valueOf(number));
    }

    /// 60余.
    public static Value.Amount sixtyOdd() {
        return new Value.Amount(Qualifier.AT_LEAST, OptionalLong.of(60), Interval.of(61, 69));
    }

    public static FigureKey.Range firstWeeks() {
        return new FigureKey.Range(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 20));
    }
}
