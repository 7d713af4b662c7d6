package plumbline.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.util.List;
import plumbline.Receipt;
import plumbline.intake.Delivery;
import plumbline.write.Language;
import plumbline.write.MarkedCopy;
import plumbline.write.Source;

/// Where marked copies of faulty forms are written. A copy that is there already may be one that somebody is mending,
/// so the next gets another name.
record MarkedCopiesFolder(Path folder, Language language, Main.Terminal terminal) {
    void write(List<Delivery> files, List<Receipt> receipts) throws IOException {
        for (int i = 0; i < Math.min(files.size(), receipts.size()); i++) {
            if (MarkedCopy.isOffered(receipts.get(i))) {
                write(files.get(i), receipts.get(i));
            }
        }
    }

    private void write(Delivery file, Receipt receipt) throws IOException {
        MarkedCopy copy = MarkedCopy.of(
                Source.of(file.name(), file.bytes()),
                receipt.findings(),
                language,
                ZonedDateTime.now(Settings.from(System.getenv()).zone()));
        Files.createDirectories(folder);
        int dot = copy.name().lastIndexOf('.');
        for (int number = 1; ; number++) {
            String name = number == 1
                    ? copy.name()
                    : copy.name().substring(0, dot) + " " + number + copy.name().substring(dot);
            try {
                Path written = Files.write(
                        folder.resolve(name), copy.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                terminal.out().println(file.name() + ": marked in " + written);
                return;
            } catch (FileAlreadyExistsException taken) {
                // the next number
            }
        }
    }
}
