package plumbline.serve;

import java.util.Optional;

/// The written form of numbers of the ledger: figure 123 is `F000123`, proposal 123 `P000123`, report 1 is `R0001`.
/// Stateless.
final class Ids {
    static final String FIGURE = "F and six digits or more: F000123";
    static final String PROPOSAL = "P and six digits or more: P000123";
    static final String REPORT = "R and four digits or more: R0001";
    private static final int MOST_DIGITS = 18;

    private Ids() {}

    /// The number of a figure; one below zero is that of a proposal, which is none yet: `P000123`.
    static String figure(long number) {
        return number < 0 ? proposal(-number) : "F" + padded(number, 6);
    }

    static String proposal(long number) {
        return "P%06d".formatted(number);
    }

    /// By hand, because extracts write millions.
    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }

    static Optional<Long> readProposal(String text) {
        return read(text, 'P', 6);
    }

    static String report(long number) {
        return "R" + padded(number, 4);
    }

    /// The number of a figure; below zero for what is only proposed.
    static Optional<Long> readFigure(String text) {
        return read(text, 'F', 6).or(() -> readProposal(text).map(number -> -number));
    }

    static Optional<Long> readReport(String text) {
        return read(text, 'R', 4);
    }

    private static Optional<Long> read(String text, char letter, int least) {
        int digits = text.length() - 1;
        if (digits < least || digits > MOST_DIGITS || text.charAt(0) != letter) {
            return Optional.empty();
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return Optional.of(Long.valueOf(text.substring(1)));
    }
}
