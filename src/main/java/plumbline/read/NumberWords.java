package plumbline.read;

import plumbline.Value;
import plumbline.Wording;

/// Finds the words of a number inside a longer quotation: 60余 in 集体和单独廉政谈话60余人次. Stateless.
public final class NumberWords {
    private static final int LONGEST = 16;
    private static final String MASKS = "*＊×○□_";

    private NumberWords() {}

    /// The longest part of the quotation that is worded as this value, without its measure word; of several the last.
    /// The quotation itself where no part of it is a number, as in 未发现违规违纪问题.
    public static String in(String quote, Value value, String unit) {
        String best = "";
        for (int start = 0; start < quote.length(); start++) {
            if (!mayBegin(quote, start)) {
                continue;
            }
            for (int end = Math.min(quote.length(), start + LONGEST); end > start; end--) {
                String part = quote.substring(start, end);
                boolean says = Numeral.read(part).value().filter(value::equals).isPresent();
                if (says && part.length() >= best.length()) {
                    best = part;
                    break;
                }
            }
        }
        String words = best.isEmpty() ? quote : best;
        String measure = best.isEmpty() ? "" : Numeral.read(words).unit();
        return !measure.isEmpty() && words.endsWith(measure) && words.length() > measure.length()
                ? words.substring(0, words.length() - measure.length()).strip()
                : !unit.isEmpty() && words.endsWith(unit) && words.length() > unit.length()
                        ? words.substring(0, words.length() - unit.length()).strip()
                        : words;
    }

    /// The longest number among the words, with its measure word; of several the last. The words themselves where there
    /// is none.
    public static Wording first(String words) {
        Wording best = Numeral.read(words);
        for (int start = 0; start < words.length(); start++) {
            if (!mayBegin(words, start)) {
                continue;
            }
            for (int end = Math.min(words.length(), start + LONGEST); end > start; end--) {
                Wording part = Numeral.read(words.substring(start, end));
                boolean longer = best.value().isEmpty()
                        || part.text().length() >= best.text().length();
                if (part.value().isPresent() && longer) {
                    best = part;
                    break;
                }
            }
        }
        return best;
    }

    private static boolean mayBegin(String quote, int at) {
        return Numeral.isNumeral(quote.charAt(at))
                || MASKS.indexOf(quote.charAt(at)) >= 0
                || Numeral.approximatorAt(quote, at) > 0
                || Modifier.BEFORE.stream().anyMatch(each -> quote.startsWith(each.getKey(), at));
    }
}
