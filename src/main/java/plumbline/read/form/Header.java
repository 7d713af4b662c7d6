package plumbline.read.form;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Name;
import plumbline.Nearest;
import plumbline.Place;
import plumbline.Severity;

/// The header line of a form: which field each column is, and which kind of form these make.
///
/// @param line where it stands in the file, 1-based
/// @param width columns up to the last with a name; cells behind them must be empty
/// @param least cells a row needs to reach all columns that the kind requires
record Header(FormKind kind, int line, Map<Field, Integer> columns, int width, int least) {
    /// Understands the header; empty, with findings, where rows could not be understood under it.
    ///
    /// @param given fields that need no column because every row gets them from elsewhere
    static Optional<Header> read(
            String file, int line, List<String> cells, Set<Field> given, Consumer<Finding> findings) {
        return read(file, line, cells, column -> new Place.Line(line, column), given, findings);
    }

    /// As above, for a header that stands elsewhere than in a line.
    ///
    /// @param places where the cell of a column (1-based) stands
    static Optional<Header> read(
            String file,
            int line,
            List<String> cells,
            IntFunction<Place> places,
            Set<Field> given,
            Consumer<Finding> findings) {
        return new Reader(file, line, cells, places, findings).read(given);
    }

    /// Whether the cells name a form of another kind.
    static boolean names(List<String> cells, FormKind except) {
        Set<Field> present = EnumSet.noneOf(Field.class);
        cells.forEach(cell -> Field.named(cell).ifPresent(present::add));
        return Arrays.stream(Shape.values())
                .filter(each -> each.kind != except)
                .anyMatch(each -> present.containsAll(each.marks()));
    }

    /// Reading one header.
    private record Reader(
            String file, int line, List<String> cells, IntFunction<Place> places, Consumer<Finding> findings) {
        Optional<Header> read(Set<Field> given) {
            Map<Field, Integer> columns = new EnumMap<>(Field.class);
            List<Integer> unknown = new ArrayList<>();
            int width = 0;
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).isBlank()) {
                    continue;
                }
                width = i + 1;
                Optional<Field> field = Field.named(cells.get(i));
                if (field.isEmpty()) {
                    unknown.add(i);
                } else if (columns.containsKey(field.get())) {
                    doubled(i, field.get(), columns.getOrDefault(field.get(), 0));
                } else {
                    columns.put(field.get(), i);
                }
            }
            Optional<Shape> shape = shape(columns.keySet(), given);
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            columns.forEach((field, at) -> {
                if (!shape.get().known.contains(field)) {
                    unknown.add(at);
                }
            });
            unknown.stream().sorted().forEach(at -> unknown(at, shape.get(), columns.keySet()));
            Set<Field> missing = shape.get().missingIn(columns.keySet());
            missing.removeAll(given);
            missing.forEach(field -> missing(field, shape.get()));
            return missing.isEmpty()
                    ? Optional.of(new Header(
                            shape.get().kind,
                            line,
                            Collections.unmodifiableMap(columns),
                            width,
                            least(shape.get(), columns)))
                    : Optional.empty();
        }

        private static int least(Shape shape, Map<Field, Integer> columns) {
            return shape.required.stream()
                            .mapToInt(field -> columns.getOrDefault(field, 0))
                            .max()
                            .orElse(0)
                    + 1;
        }

        /// The first kind all of whose marks are there; otherwise a finding with the kind that comes nearest.
        private Optional<Shape> shape(Set<Field> present, Set<Field> given) {
            for (Shape each : Shape.values()) {
                if (present.containsAll(each.marks())) {
                    return Optional.of(each);
                }
            }
            Shape nearest = Shape.FIGURES;
            int most = -1;
            for (Shape each : Shape.values()) {
                int lacking = each.missingIn(present).size();
                int score = 100 * (each.required.size() - lacking) / each.required.size();
                if (score > most || (score == most && each == Shape.FIGURES)) {
                    most = score;
                    nearest = each;
                }
            }
            unrecognised(most == 0 ? Optional.empty() : Optional.of(nearest), present, given);
            return Optional.empty();
        }

        private void unrecognised(Optional<Shape> nearest, Set<Field> present, Set<Field> given) {
            if (nearest.isPresent()) {
                Set<Field> lacking = nearest.get().missingIn(present);
                lacking.removeAll(given);
                lacking.forEach(field -> missing(field, nearest.get()));
                return;
            }
            error(
                    0,
                    "unknown_form",
                    String.join(",", cells),
                    words(Shape.FIGURES.required),
                    new Name(
                            "看不出这是哪种表：首行没有认得的列名；数据表应有列%s。".formatted(words(Shape.FIGURES.required)),
                            "this is no known form: its first line names no known column; a figures form has %s."
                                    .formatted(words(Shape.FIGURES.required))));
        }

        private void doubled(int at, Field field, int first) {
            error(
                    at,
                    "doubled_column",
                    cells.get(at),
                    "one column " + field.word(),
                    new Name(
                            "列“%s”重复，第%d列已是%s。".formatted(cells.get(at).strip(), first + 1, field.word()),
                            "column “%s” is doubled; column %d is %s already."
                                    .formatted(cells.get(at).strip(), first + 1, field.word())));
        }

        private void missing(Field field, Shape shape) {
            error(
                    0,
                    "missing_column",
                    String.join(",", cells),
                    field.word(),
                    new Name(
                            "缺少列%s；本表应有列%s。".formatted(field.word(), words(shape.required)),
                            "column %s is missing; this form has %s.".formatted(field.word(), words(shape.required))));
        }

        /// An error where the name looks like a slip for a column that is not there, otherwise only a remark.
        private void unknown(int at, Shape shape, Set<Field> present) {
            String name = cells.get(at).strip();
            List<Nearest.Choice> choices = Nearest.of(
                    name,
                    shape.known.stream()
                            .filter(field -> !present.contains(field))
                            .map(field -> new Nearest.Choice(
                                    field.word(), new Name(field.word(), field.word()), Set.of(field.word())))
                            .toList());
            String near = choices.stream().map(Nearest.Choice::code).collect(joining(", "));
            Name sentence = choices.isEmpty()
                    ? new Name(
                            "列“%s”不认识，未读入。".formatted(name),
                            "column “%s” is not known and was not read.".formatted(name))
                    : new Name(
                            "列“%s”不认识；是否指%s？".formatted(name, near),
                            "column “%s” is not known; did you mean %s?".formatted(name, near));
            findings.accept(Finding.at(
                    choices.isEmpty() ? Severity.WARNING : Severity.ERROR,
                    "unknown_column",
                    file,
                    places.apply(at + 1),
                    name,
                    choices.isEmpty() ? words(shape.known) : near,
                    sentence));
        }

        private void error(int at, String rule, String found, String accepted, Name sentence) {
            findings.accept(
                    Finding.at(Severity.ERROR, rule, file, places.apply(at + 1), found.strip(), accepted, sentence));
        }

        private static String words(Set<Field> fields) {
            return fields.stream().map(Field::word).collect(joining(", "));
        }
    }
}
