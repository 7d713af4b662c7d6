package plumbline.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import plumbline.Formula;
import plumbline.Refusal;
import plumbline.extract.Table;
import plumbline.extract.Tables;
import plumbline.serve.Format;

/// Holds a package that has been somewhere against the one the ledger gives, file by file: tables row by row, whatever
/// explains them by their bytes. How it was packed does not matter. Not thread-safe.
final class TakenPackage {
    private static final int PIECE = 1 << 16;

    private final TakenExtract taken;
    private final List<String> told = new ArrayList<>();
    private long differences;

    /// @param fresh the package as it would be written now
    TakenPackage(TakenExtract taken, Path fresh) throws IOException {
        this.taken = taken;
        try (ZipFile theirs = open(taken.path());
                ZipFile ours = new ZipFile(fresh.toFile())) {
            Set<String> names = new LinkedHashSet<>();
            ours.stream().map(ZipEntry::getName).forEach(names::add);
            for (String name : names) {
                if (theirs.getEntry(name) == null) {
                    tell(name, "the file is missing");
                } else if (!same(ours, theirs, name)) {
                    compare(name, read(ours, name), read(theirs, name));
                }
            }
            theirs.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !names.contains(name) && !name.endsWith("/"))
                    .forEach(name -> tell(name, "the file is not the ledger's"));
        }
    }

    private static ZipFile open(Path path) {
        try {
            return new ZipFile(path.toFile());
        } catch (IOException broken) {
            throw Refusal.invalid("FILE", "a damaged package", "a package as it was downloaded");
        }
    }

    /// Compared as they are unpacked: most files of a package are the same, and some are large.
    private static boolean same(ZipFile ours, ZipFile theirs, String name) throws IOException {
        try (InputStream written = stream(ours, name);
                InputStream found = stream(theirs, name)) {
            byte[] expected = written.readNBytes(PIECE);
            while (Arrays.equals(expected, found.readNBytes(PIECE))) {
                if (expected.length == 0) {
                    return true;
                }
                expected = written.readNBytes(PIECE);
            }
            return false;
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name));
    }

    private static byte[] read(ZipFile zip, String name) throws IOException {
        try (InputStream in = stream(zip, name)) {
            return in.readAllBytes();
        }
    }

    private void compare(String name, byte[] written, byte[] found) {
        // figures_2022.csv is a part of the figures.
        Optional<Table> table = Optional.of(name)
                .filter(each -> each.endsWith(".csv"))
                .flatMap(each -> Tables.named(each.replaceFirst("(_[0-9]{4})?[.]csv$", "")));
        if (table.isEmpty()) {
            tell(name, "is not as it was written");
            return;
        }
        TakenRows ours = rows(name, written);
        int[] places = ours.places(table.get());
        boolean guarded = taken.style().safe();
        ComparedRows compared = new ComparedRows(rows(name, found), table.get(), guarded);
        ours.each((_, cells) -> compared.ours(Arrays.stream(places)
                .mapToObj(at -> at < 0 || at >= cells.size() ? "" : cells.get(at))
                .map(cell -> guarded ? Formula.unguard(cell) : cell)
                .toList()));
        differences += compared.finish();
        told.addAll(compared.told());
    }

    private TakenRows rows(String name, byte[] bytes) {
        return TakenRows.of(taken.file() + "/" + name, taken.path(), bytes, Format.CSV);
    }

    private void tell(String name, String what) {
        differences++;
        told.add(taken.file() + "/" + name + ": " + what);
    }

    long differences() {
        return differences;
    }

    List<String> told() {
        return told;
    }
}
