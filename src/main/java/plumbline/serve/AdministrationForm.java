package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Finding;
import plumbline.Place;
import plumbline.Refusal;
import plumbline.extract.CsvRows;
import plumbline.intake.Delivery;

/// What a person fills in on the page 管理, as the form that says the same: the page, the API and the command line go
/// one way. One act is one form, so it is one import, one line of the log, and taken whole or not at all.
///
/// @param base number of the import up to which the person had seen what there was; it stands in the form too, so that
///     the same words said again later are a new file
record AdministrationForm(Sort sort, List<Map<String, String>> rows, long base) {
    private static final int MOST_ROWS = 200;
    private static final int LONGEST = 2_000;
    private static final String DRAFT = "draft";

    /// The lists a change may have, with the columns of their forms.
    enum Sort {
        DEPARTMENTS("code", "name_zh", "name_en", "parent", "opened", "closed", "additive"),
        REORGANISATIONS(
                "date",
                "kind",
                "from",
                "to",
                "weight",
                "withdrawn",
                "name_zh",
                "name_en",
                "parent",
                "additive",
                "closed"),
        CALENDAR("metric", "department", "period", "due", "withdrawn"),
        METRICS("metric", "name_zh", "name_en", "direction", "aliases", "changed");

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
        final List<String> columns;

        Sort(String... columns) {
            this.columns = List.of(columns);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads the list of a body: there is one, and at least one row stands in it.
    ///
    /// @throws Refusal naming everything that is no such list
    static AdministrationForm read(JsonObject body, long base) {
        List<Refusal.Fault> faults = new ArrayList<>();
        Map<Sort, List<Map<String, String>>> all = new LinkedHashMap<>();
        for (Sort sort : Sort.values()) {
            Object list = body.getValue(sort.word());
            if (list instanceof JsonArray array && array.size() <= MOST_ROWS) {
                List<Map<String, String>> rows = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    rows.add(row(sort, array.getValue(i), sort.word() + "[" + i + "]", faults));
                }
                if (!rows.isEmpty()) {
                    all.put(sort, rows);
                }
            } else if (list != null) {
                faults.add(new Refusal.Fault(
                        sort.word(), Finding.brief(list.toString()), "a list of at most " + MOST_ROWS + " objects"));
            }
        }
        if (faults.isEmpty() && all.isEmpty()) {
            faults.add(new Refusal.Fault(
                    "body", "nothing to change", "rows of departments, reorganisations, calendar or metrics"));
        }
        if (all.size() > 1) {
            faults.add(new Refusal.Fault(
                    "body",
                    all.keySet().stream().map(Sort::word).collect(Collectors.joining(", ")),
                    "one list; a reorganisation names the department it brings along beside `to`"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        Map.Entry<Sort, List<Map<String, String>>> only =
                all.entrySet().iterator().next();
        return new AdministrationForm(only.getKey(), only.getValue(), base);
    }

    private static Map<String, String> row(Sort sort, Object value, String where, List<Refusal.Fault> faults) {
        Map<String, String> row = new LinkedHashMap<>();
        if (!(value instanceof JsonObject object)) {
            faults.add(new Refusal.Fault(where, String.valueOf(value), "an object"));
            return row;
        }
        for (String name : object.fieldNames()) {
            Object field = object.getValue(name);
            if (!sort.columns.contains(name)) {
                faults.add(new Refusal.Fault(where + "." + name, "an unknown member", String.join(", ", sort.columns)));
            } else if (!(field instanceof String text) || text.length() > LONGEST) {
                faults.add(new Refusal.Fault(
                        where + "." + name, String.valueOf(field), "a text of at most " + LONGEST + " characters"));
            } else {
                row.put(name, text.strip());
            }
        }
        return row;
    }

    /// The same, with what its rows leave unsaid of departments that there are as it stands: a departments form speaks
    /// of the whole department.
    AdministrationForm completed(DepartmentTree tree) {
        List<Map<String, String>> whole = of(Sort.DEPARTMENTS).stream()
                .map(row -> tree.withCode(row.getOrDefault("code", ""))
                        .map(known -> {
                            Map<String, String> fields = fields(known);
                            fields.putAll(row);
                            return fields;
                        })
                        .orElse(row))
                .toList();
        return sort == Sort.DEPARTMENTS ? new AdministrationForm(sort, whole, base) : this;
    }

    /// A department as a row of its form.
    static Map<String, String> fields(Department department) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", department.code());
        fields.put("name_zh", department.name().zh());
        fields.put("name_en", department.name().en());
        fields.put("parent", department.parent().orElse(""));
        fields.put("opened", department.opened().map(LocalDate::toString).orElse(""));
        fields.put("closed", department.closed().map(LocalDate::toString).orElse(""));
        fields.put("additive", department.additive() ? "yes" : "no");
        return fields;
    }

    /// Its rows, if it is about that; else none.
    List<Map<String, String>> of(Sort about) {
        return sort == about ? rows : List.of();
    }

    /// The form as a file.
    ///
    /// @param stamp goes into its name
    Delivery delivery(String stamp) {
        return new Delivery("admin_" + sort.word() + "_" + stamp + ".csv", bytes());
    }

    private byte[] bytes() {
        List<String> columns = columns();
        List<String> header = new ArrayList<>(columns);
        header.add(DRAFT);
        return PlainCsv.of(
                sort.word(),
                header,
                new CsvRows.Style(false, false, false),
                file -> rows.forEach(row -> {
                    columns.forEach(each -> file.text(row.getOrDefault(each, "")));
                    file.number(base).endRow();
                }));
    }

    /// Columns that no row speaks of are left out: what is not said stays as it is.
    private List<String> columns() {
        return sort.columns.stream()
                .filter(each -> rows.stream().anyMatch(row -> row.containsKey(each))
                        || sort.columns.indexOf(each) < 2
                        || each.equals("direction")
                        || (sort == Sort.REORGANISATIONS
                                && List.of("from", "to").contains(each))
                        || (sort == Sort.CALENDAR && List.of("period", "due").contains(each)))
                .toList();
    }

    /// The member of the body that a finding is about: `departments[0].code`.
    String member(Finding finding) {
        if (!(finding.place() instanceof Place.Line place)) {
            return sort.word();
        }
        List<String> columns = columns();
        int line = 2;
        for (int i = 0; i < rows.size(); i++) {
            if (line == place.line()) {
                int column = place.column() - 1;
                String field = column < columns.size() ? "." + columns.get(column) : "";
                return sort.word() + "[" + i + "]" + field;
            }
            line += 1
                    + rows.get(i).values().stream()
                            .mapToInt(AdministrationForm::breaks)
                            .sum();
        }
        return sort.word();
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// Codes of the departments that the rows name.
    List<String> departments() {
        List<String> codes = new ArrayList<>();
        of(Sort.DEPARTMENTS).forEach(row -> add(codes, row, "code", "parent"));
        of(Sort.REORGANISATIONS).forEach(row -> add(codes, row, "from", "to", "parent"));
        of(Sort.CALENDAR).forEach(row -> add(codes, row, "department"));
        return codes.stream().distinct().toList();
    }

    private static void add(List<String> codes, Map<String, String> row, String... fields) {
        for (String each : fields) {
            Optional.ofNullable(row.get(each)).filter(code -> !code.isEmpty()).ifPresent(codes::add);
        }
    }
}
