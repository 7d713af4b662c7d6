package plumbline.check;

import plumbline.Field;
import plumbline.Mode;

/// Which rows of a reorganisations form or a reporting calendar take something back: all of them in mode withdraw,
/// those that say so in mode correct, so that one file can put a right row in the place of a wrong one. Stateless.
final class Withdrawals {
    private Withdrawals() {}

    /// Whether the row takes something back; an error where it may not say so.
    static boolean isOne(Faults row, Mode mode) {
        boolean said = switch (row.field(Field.WITHDRAWN)) {
            case "" -> mode == Mode.WITHDRAW;
            case "yes", "是" -> true;
            case "no", "否" -> false;
            default -> {
                row.error(
                        Field.WITHDRAWN,
                        "bad_withdrawn",
                        "yes, no",
                        "“%s”应为yes或no。".formatted(row.quoted(Field.WITHDRAWN)),
                        "“%s” should be yes or no.".formatted(row.quoted(Field.WITHDRAWN)));
                yield false;
            }
        };
        boolean fits = switch (mode) {
            case CORRECT -> true;
            case WITHDRAW -> said;
            case ADD, REPLACE -> !said;
        };
        if (!fits && !row.anyAt(Field.WITHDRAWN)) {
            row.error(
                    Field.WITHDRAWN,
                    "withdrawn_in_mode",
                    said ? "no, or mode correct or withdraw with a reason" : "yes, or mode correct",
                    said ? "撤回某行，请用更正或撤回方式并写明理由。" : "撤回方式下每一行都是撤回；要同时登记新行，请用更正方式。",
                    said
                            ? "to take a row back, use mode correct or withdraw and say why."
                            : "in mode withdraw every row takes something back; to state new ones as well, use mode"
                                    + " correct.");
        }
        return said;
    }
}
