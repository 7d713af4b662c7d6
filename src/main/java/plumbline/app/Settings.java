package plumbline.app;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import plumbline.read.sheet.Limits;

/// What the environment says; an option of the command line wins over it.
///
/// @param database a SQLite file or the URL of a database
/// @param host address to listen on
/// @param port port to listen on, 0 = any free one
/// @param uploadMegabytes largest request body taken in
/// @param limits what a workbook may cost
/// @param zone where the days of the reporting calendar begin and end
public record Settings(String database, String host, int port, int uploadMegabytes, Limits limits, ZoneId zone) {
    /// The variables known, each with its line in the README.
    public enum Variable {
        PLUMBLINE_DB("plumbline.db"),
        PLUMBLINE_HOST("127.0.0.1"),
        PLUMBLINE_PORT("8080"),
        PLUMBLINE_UPLOAD_MB("200"),
        PLUMBLINE_FILE_MB("50"),
        PLUMBLINE_UNPACKED_MB("512"),
        PLUMBLINE_CELLS("5000000"),
        PLUMBLINE_COLUMNS("1024"),
        PLUMBLINE_ZONE("Asia/Shanghai"),
        /// Read by the launcher, not by the program.
        PLUMBLINE_JAVA_OPTS("");

        private final String usual;

        Variable(String usual) {
            this.usual = usual;
        }

        /// What holds where the variable is not set.
        public String usual() {
            return usual;
        }
    }

    private static final String PREFIX = "PLUMBLINE_";

    /// Reads the variables.
    ///
    /// @throws IllegalArgumentException naming every variable that is unknown or has no usable value
    public static Settings from(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        for (String name : new TreeMap<>(environment).keySet()) {
            if (name.startsWith(PREFIX) && !known(name)) {
                faults.add(name + " is not a setting of Plumbline; known: " + Arrays.toString(Variable.values()));
            }
        }
        Reader reader = new Reader(environment, faults);
        Settings settings = new Settings(
                reader.text(Variable.PLUMBLINE_DB),
                reader.text(Variable.PLUMBLINE_HOST),
                reader.number(Variable.PLUMBLINE_PORT, 0, 65_535),
                reader.number(Variable.PLUMBLINE_UPLOAD_MB, 1, 2_000),
                Limits.of(
                        reader.number(Variable.PLUMBLINE_FILE_MB, 1, 1_000),
                        reader.number(Variable.PLUMBLINE_UNPACKED_MB, 1, 100_000),
                        reader.number(Variable.PLUMBLINE_CELLS, 1, 1_000_000_000 - 1),
                        reader.number(Variable.PLUMBLINE_COLUMNS, 1, 16_384)),
                reader.zone(Variable.PLUMBLINE_ZONE));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return settings;
    }

    private static boolean known(String name) {
        return Arrays.stream(Variable.values()).anyMatch(each -> each.name().equals(name));
    }

    private record Reader(Map<String, String> environment, List<String> faults) {
        String text(Variable variable) {
            String text = environment.getOrDefault(variable.name(), variable.usual());
            return text.isBlank() ? variable.usual() : text;
        }

        int number(Variable variable, int least, int most) {
            String text = text(variable).strip();
            OptionalInt number = parse(text);
            if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
                faults.add(variable + ": found '" + text + "'; accepted: a number from " + least + " to " + most);
            }
            return number.orElse(least);
        }

        ZoneId zone(Variable variable) {
            String text = text(variable).strip();
            try {
                return ZoneId.of(text);
            } catch (DateTimeException unknown) {
                faults.add(variable + ": found '" + text + "'; accepted: a time zone such as Asia/Shanghai");
                return ZoneOffset.UTC;
            }
        }

        private static OptionalInt parse(String text) {
            return Optional.of(text)
                    .filter(each -> each.matches("[0-9]{1,9}"))
                    .map(each -> OptionalInt.of(Integer.parseInt(each)))
                    .orElse(OptionalInt.empty());
        }
    }
}
