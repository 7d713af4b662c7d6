package plumbline.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import plumbline.Cell;
import plumbline.Finding;
import plumbline.Interval;
import plumbline.Place;
import plumbline.Preview;
import plumbline.Preview.Effect;
import plumbline.Receipt;

/// Gathers what a file does, the first rows and cells of each sort and a digest of them all. The digest says nothing of
/// numbers that the ledger gives out, so that imports about other things leave it as it is. Used by one thread.
final class Foresight {
    private static final int LISTED = 100;
    private static final int CELLS_LISTED = 200;

    private final String sha256;
    private final MessageDigest digest = sha256();
    private final Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
    private final List<Preview.Row> rows = new ArrayList<>();
    private final List<Preview.Change> cells = new ArrayList<>();
    private long cellCount;

    /// @param settings what the file is read and recorded by
    Foresight(byte[] bytes, List<String> settings) {
        MessageDigest content = sha256();
        content.update(bytes);
        sha256 = HexFormat.of().formatHex(content.digest());
        line(sha256);
        settings.forEach(this::line);
        for (Effect each : Effect.values()) {
            counts.put(each, 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /// Whether rows of the effect are still listed, and not counted only.
    boolean lists(Effect effect) {
        return counts.getOrDefault(effect, 0) < LISTED;
    }

    /// @param isOurs whether what was held is of the same run, and its numbers are not final
    void row(Preview.Row row, boolean isOurs) {
        boolean listed = lists(row.effect());
        counts.merge(row.effect(), 1, Math::addExact);
        if (listed) {
            rows.add(row);
        }
        String held = row.effect() == Effect.SAME
                ? ""
                : row.held()
                        .map(each -> each.wording() + (isOurs ? "" : " F" + each.figure()))
                        .orElse("");
        line("%s\t%s\t%s\t%s\t%s"
                .formatted(
                        row.effect(),
                        row.place(),
                        row.key().map(Object::toString).orElse(""),
                        row.text(),
                        held));
    }

    void cell(Preview.Change change) {
        cellCount++;
        if (cells.size() < CELLS_LISTED) {
            cells.add(change);
        }
        Cell either = change.either();
        line(either.key() + "\t" + either.span() + "\t" + said(change.before()) + "\t" + said(change.after()));
    }

    private static String said(Optional<Cell> cell) {
        return cell.map(each -> String.join(
                        " ",
                        each.method().name(),
                        each.state().name(),
                        each.value().toString(),
                        each.interval().map(Interval::toString).orElse("-"),
                        each.conflict().map(Interval::toString).orElse("-"),
                        each.review().name(),
                        each.coverage().toString()))
                .orElse("");
    }

    /// What was gathered.
    Preview told(Findings findings, List<String> beginning) {
        TreeSet<String> lines = new TreeSet<>();
        for (Finding each : findings.list()) {
            Place place = each.place();
            lines.add(each.severity() + "\t" + each.rule() + "\t" + place + "\t" + each.found());
        }
        lines.forEach(this::line);
        counts.put(Effect.REFUSED, findings.faultyRows());
        return new Preview(
                sha256, HexFormat.of().formatHex(digest.digest()), beginning, counts, rows, cells, cellCount);
    }

    /// What the previews of an order are named by, in the order of its files.
    static String together(List<Receipt> receipts) {
        List<String> digests = receipts.stream()
                .map(each -> each.preview().map(Preview::digest).orElse(""))
                .toList();
        if (digests.size() == 1) {
            return digests.getFirst();
        }
        MessageDigest all = sha256();
        digests.forEach(each -> all.update(each.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }
}
