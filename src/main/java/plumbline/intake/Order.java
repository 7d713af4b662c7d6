package plumbline.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.Mode;
import plumbline.read.Encoding;

/// What the sender asks for.
///
/// @param reason why; needed for correct and withdraw
/// @param department code or name of the department of rows and texts that name none
/// @param period written period of rows and texts that name none
/// @param dryRun check everything, store nothing
/// @param actor who hands the files in
/// @param previewed digest of the preview that is to be carried out as it was, or not at all ([Intake#digest])
/// @param mapping what header cells mean that files ask about, by their text ([plumbline.Receipt.Question])
/// @param encoding how files of text are to be decoded ([#ENCODINGS]); absent = as their bytes say
public record Order(
        Mode mode,
        Optional<String> reason,
        Optional<String> department,
        Optional<String> period,
        boolean dryRun,
        String actor,
        Optional<String> previewed,
        Map<String, String> mapping,
        Optional<String> encoding) {
    public Order {
        mapping = Map.copyOf(mapping);
    }

    /// The encodings that can be named.
    public static final String ENCODINGS = Encoding.ACCEPTED;

    /// The name of an encoding, if it is known.
    public static Optional<String> readEncoding(String text) {
        return Encoding.read(text).map(Encoding::label);
    }

    /// What [#readMapping] takes.
    public static final String MAPPING_ACCEPTED = "HEADER=MEANING, one a line";

    /// Reads `HEADER=MEANING`, one a line; the last `=` of a line divides it.
    ///
    /// @return empty if a line has none, or a header comes twice
    public static Optional<Map<String, String>> readMapping(String text) {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String line : text.strip().split("\n", -1)) {
            int sign = line.lastIndexOf('=');
            String header = sign < 0 ? "" : line.substring(0, sign).strip();
            String meaning = line.substring(sign + 1).strip();
            if (header.isEmpty() || meaning.isEmpty() || mapping.put(header, meaning) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(mapping);
    }

    /// An order without a preview to keep to.
    public Order(
            Mode mode,
            Optional<String> reason,
            Optional<String> department,
            Optional<String> period,
            boolean dryRun,
            String actor) {
        this(mode, reason, department, period, dryRun, actor, Optional.empty(), Map.of(), Optional.empty());
    }

    /// The same order, tried only.
    Order asDryRun() {
        return new Order(mode, reason, department, period, true, actor, previewed, mapping, encoding);
    }
}
