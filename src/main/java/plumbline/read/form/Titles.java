package plumbline.read.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.Field;
import plumbline.Place;
import plumbline.read.SpokenPeriod;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;

/// What stands above a table and holds for all of it: 填报单位：办公室, 2022年上半年, 单位：万件.
///
/// @param said the text of each field with its place; a period as it is worded
/// @param scale 万 or 亿 in front of the unit, empty without
/// @param toDate whether the title says 累计
record Titles(Map<Field, Said> said, Optional<SpokenPeriod> period, String scale, boolean toDate) {
    private static final Pattern LABELLED = Pattern.compile("([^:：]{2,12})[:：]\\s*(.*)");
    private static final Pattern DEPARTMENT =
            Pattern.compile("(?:填报|报送|上报|编制)?(?:单位|部门|科室|机构)(?:名称)?(?:[（(]盖?章[）)])?|(?i:department)");
    private static final Pattern PERIOD = Pattern.compile("期间|报告期|报告期间|统计期间|统计时间|所属期|所属期间|所属时期|(?i:period)");
    private static final Pattern UNIT = Pattern.compile("(?:计量)?单位|(?i:unit)");

    private static final Pattern UNIT_INSIDE = Pattern.compile("[（(\\[【\\s](?:计量)?单位[:：]\\s*([^\\s）)\\]】]+)");

    /// Whether the cell is a label with its value (填报单位：办公室), which no header has.
    static boolean isLabelled(String text) {
        Matcher label = LABELLED.matcher(text);
        String tight = label.matches() ? label.group(1).replaceAll("[\\s\\u3000]+", "") : "";
        return DEPARTMENT.matcher(tight).matches()
                || PERIOD.matcher(tight).matches()
                || UNIT.matcher(tight).matches();
    }

    /// A text above the table.
    record Said(String text, Place place) {}

    static final Titles NONE = new Titles(Map.of(), Optional.empty(), "", false);

    /// Reads the rows above the header.
    static Titles read(List<SheetRow> rows, Terms terms, BiFunction<Integer, Integer, Place> places) {
        Reader reader = new Reader(terms, places);
        rows.forEach(reader::row);
        return reader.result();
    }

    Optional<Said> said(Field field) {
        return Optional.ofNullable(said.get(field));
    }

    /// Gathers what is said; what a label names counts more than what a headline mentions.
    private static final class Reader {
        private final Terms terms;
        private final BiFunction<Integer, Integer, Place> places;
        private final Map<Field, Said> labelled = new EnumMap<>(Field.class);
        private final Map<Field, Said> mentioned = new EnumMap<>(Field.class);
        private Optional<SpokenPeriod> labelledPeriod = Optional.empty();
        private Optional<SpokenPeriod> mentionedPeriod = Optional.empty();
        private String scale = "";
        private boolean toDate;

        Reader(Terms terms, BiFunction<Integer, Integer, Place> places) {
            this.terms = terms;
            this.places = places;
        }

        void row(SheetRow row) {
            List<SheetCell> cells = new ArrayList<>(row.cells());
            for (int i = 0; i < cells.size(); i++) {
                String text = Terms.plain(cells.get(i).text());
                Place place = places.apply(row.number(), cells.get(i).column());
                Matcher label = LABELLED.matcher(text);
                boolean bare = !label.matches() && i + 1 < cells.size() && isLabelled(text + "：");
                if (bare) {
                    i++;
                    Place next = places.apply(row.number(), cells.get(i).column());
                    labelled(text, Terms.plain(cells.get(i).text()), next);
                } else if (!label.matches()) {
                    headline(text, place);
                } else if (label.group(2).isEmpty() && i + 1 < cells.size()) {
                    i++;
                    Place next = places.apply(row.number(), cells.get(i).column());
                    labelled(label.group(1).strip(), Terms.plain(cells.get(i).text()), next);
                } else {
                    for (String piece : text.split("[\\s\\u3000]{2,}|[;；]", -1)) {
                        Matcher one = LABELLED.matcher(piece.strip());
                        if (one.matches()) {
                            labelled(one.group(1).strip(), one.group(2).strip(), place);
                        } else {
                            headline(piece.strip(), place);
                        }
                    }
                }
            }
        }

        private void labelled(String label, String text, Place place) {
            String tight = label.replaceAll("[\\s\\u3000]+", "");
            Optional<Meaning.Measure> measure = UNIT.matcher(tight).matches() ? terms.measure(text) : Optional.empty();
            if (measure.isPresent()) {
                scale = measure.get().scale();
                if (!measure.get().unit().isEmpty()) {
                    labelled.putIfAbsent(Field.UNIT, new Said(measure.get().unit(), place));
                }
            } else if (DEPARTMENT.matcher(tight).matches() && !text.isEmpty()) {
                labelled.putIfAbsent(Field.DEPARTMENT, new Said(terms.department(text), place));
            } else if (PERIOD.matcher(tight).matches() && !text.isEmpty()) {
                labelled.putIfAbsent(Field.PERIOD, new Said(text, place));
                labelledPeriod = labelledPeriod.or(() -> SpokenPeriod.read(text).or(() -> SpokenPeriod.find(text)));
            }
        }

        private void headline(String text, Place place) {
            toDate |= text.contains("累计");
            Matcher unit = UNIT_INSIDE.matcher(text);
            if (unit.find()) {
                labelled("单位", unit.group(1), place);
            }
            Optional<SpokenPeriod> period = SpokenPeriod.read(text).or(() -> SpokenPeriod.find(text));
            if (mentionedPeriod.isEmpty() && period.isPresent()) {
                mentionedPeriod = period;
                mentioned.put(Field.PERIOD, new Said(text, place));
            }
            terms.departmentAtStart(text)
                    .ifPresent(name -> mentioned.putIfAbsent(Field.DEPARTMENT, new Said(name, place)));
            terms.metricInside(text)
                    .ifPresent(metric -> mentioned.putIfAbsent(Field.METRIC, new Said(metric.code(), place)));
        }

        Titles result() {
            Map<Field, Said> all = new EnumMap<>(Field.class);
            all.putAll(mentioned);
            all.putAll(labelled);
            return new Titles(Map.copyOf(all), labelledPeriod.or(() -> mentionedPeriod), scale, toDate);
        }
    }
}
