package plumbline.read.sheet;

import java.util.Optional;

/// Addresses as spreadsheets write them.
final class A1 {
    private static final int LONGEST_COLUMN = 3;
    private static final int LONGEST_ROW = 7;

    private A1() {}

    /// The 1-based column of `B7`; 0 where no address stands.
    static int column(String address) {
        int column = 0;
        int at = 0;
        while (at < address.length() && at < LONGEST_COLUMN && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            column = column * 26 + address.charAt(at) - 'A' + 1;
            at++;
        }
        return column;
    }

    private static int row(String address) {
        String digits = address.replaceFirst("^[A-Z]{1,3}", "");
        boolean number = !digits.isEmpty()
                && digits.length() <= LONGEST_ROW
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    /// `A1:C2`; empty where that does not stand.
    static Optional<SheetVisitor.Range> range(String text) {
        String plain = text.replace("$", "");
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String first = plain.substring(0, colon);
        String last = plain.substring(colon + 1);
        SheetVisitor.Range range = new SheetVisitor.Range(row(first), column(first), row(last), column(last));
        boolean sound =
                range.top() > 0 && range.left() > 0 && range.bottom() >= range.top() && range.right() >= range.left();
        return sound ? Optional.of(range) : Optional.empty();
    }
}
