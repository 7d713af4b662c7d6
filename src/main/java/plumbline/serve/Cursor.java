package plumbline.serve;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the next page of figures begins, and of which vintage it is: whatever is imported meanwhile, the pages fit
/// together. Readers hand it back as it is; it is good for the question it was given for, for as long as the ledger
/// lives.
///
/// @param importNumber of the vintage
/// @param after the last figure of the page before; below zero a proposal
record Cursor(long importNumber, long after) {
    static final String ACCEPTED = "the cursor of the link rel=next that this question was answered with";

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}) (-?[0-9]{1,18}) ([0-9a-f]{32})");

    /// @param question what the pages are of; the cursor is good for no other
    String write(String question) {
        String text = importNumber + " " + after;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((text + " " + ETags.of(question, text)).getBytes(StandardCharsets.US_ASCII));
    }

    /// What [#write] wrote for the same question; empty for anything else.
    static Optional<Cursor> read(String cursor, String question) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            Matcher matcher = TEXT.matcher(new String(bytes, StandardCharsets.US_ASCII));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Cursor read = new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
            return Optional.of(read).filter(each -> each.write(question).equals(cursor));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
