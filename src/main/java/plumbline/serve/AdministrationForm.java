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
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Finding;
import plumbline.Place;
import plumbline.Refusal;
import plumbline.extract.CsvRows;
import plumbline.intake.Delivery;

/// What a person fills in on the page 管理, as the forms that say the same: the page, the API and the command line go
/// one way.
///
/// @param rows by the name of the list they stand in
/// @param base number of the import up to which the person had seen what there was; it stands in the forms too, so that
///     the same words said again later are a new file
record AdministrationForm(Map<Sort, List<Map<String, String>>> rows, long base) {
    private static final int MOST_ROWS = 200;
    private static final int LONGEST = 2_000;
    private static final String DRAFT = "draft";

    /// The lists a change may have, with the columns of their forms.
    enum Sort {
        DEPARTMENTS("code", "name_zh", "name_en", "parent", "opened", "closed", "additive"),
        REORGANISATIONS("date", "kind", "from", "to", "weight", "withdrawn"),
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

    /// Reads the lists of a body; at least one row stands in them.
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
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        return new AdministrationForm(all, base);
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
        Map<Sort, List<Map<String, String>>> all = new LinkedHashMap<>(rows);
        all.computeIfPresent(
                Sort.DEPARTMENTS,
                (_, list) -> list.stream()
                        .map(row -> tree.withCode(row.getOrDefault("code", ""))
                                .map(known -> {
                                    Map<String, String> whole = fields(known);
                                    whole.putAll(row);
                                    return whole;
                                })
                                .orElse(row))
                        .toList());
        return new AdministrationForm(all, base);
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

    /// Rows of one list; none where it is not there.
    List<Map<String, String>> of(Sort sort) {
        return rows.getOrDefault(sort, List.of());
    }

    /// The forms, one for each list.
    ///
    /// @param stamp goes into the names of the files
    List<Delivery> deliveries(String stamp) {
        List<Delivery> files = new ArrayList<>();
        rows.forEach((sort, list) -> files.add(new Delivery(name(sort, stamp), bytes(sort, list))));
        return files;
    }

    private static String name(Sort sort, String stamp) {
        return "admin_" + sort.word() + "_" + stamp + ".csv";
    }

    private byte[] bytes(Sort sort, List<Map<String, String>> list) {
        List<String> columns = columns(sort, list);
        List<String> header = new ArrayList<>(columns);
        header.add(DRAFT);
        return PlainCsv.of(
                sort.word(),
                header,
                new CsvRows.Style(false, false, false),
                rows -> list.forEach(row -> {
                    columns.forEach(each -> rows.text(row.getOrDefault(each, "")));
                    rows.number(base).endRow();
                }));
    }

    /// Columns that no row speaks of are left out: what is not said stays as it is.
    private static List<String> columns(Sort sort, List<Map<String, String>> list) {
        return sort.columns.stream()
                .filter(each -> list.stream().anyMatch(row -> row.containsKey(each))
                        || sort.columns.indexOf(each) < 2
                        || each.equals("direction")
                        || (sort == Sort.REORGANISATIONS
                                && List.of("from", "to").contains(each))
                        || (sort == Sort.CALENDAR && List.of("period", "due").contains(each)))
                .toList();
    }

    /// The member of the body that a finding is about: `departments[0].code`.
    String member(Finding finding) {
        for (Map.Entry<Sort, List<Map<String, String>>> each : rows.entrySet()) {
            Sort sort = each.getKey();
            if (finding.file().startsWith("admin_" + sort.word() + "_")) {
                return finding.place() instanceof Place.Line place ? member(sort, each.getValue(), place) : sort.word();
            }
        }
        return "body";
    }

    private String member(Sort sort, List<Map<String, String>> list, Place.Line place) {
        List<String> columns = columns(sort, list);
        int line = 2;
        for (int i = 0; i < list.size(); i++) {
            if (line == place.line()) {
                int column = place.column() - 1;
                String field = column < columns.size() ? "." + columns.get(column) : "";
                return sort.word() + "[" + i + "]" + field;
            }
            line += 1
                    + list.get(i).values().stream()
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
        of(Sort.REORGANISATIONS).forEach(row -> add(codes, row, "from", "to"));
        of(Sort.CALENDAR).forEach(row -> add(codes, row, "department"));
        return codes.stream().distinct().toList();
    }

    private static void add(List<String> codes, Map<String, String> row, String... fields) {
        for (String each : fields) {
            Optional.ofNullable(row.get(each)).filter(code -> !code.isEmpty()).ifPresent(codes::add);
        }
    }
}
