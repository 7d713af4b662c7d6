package plumbline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds a text that a form points to in the folder the form lies in. Only plain names are looked for, so a form cannot
/// reach outside its folder.
record TextsBeside(List<Path> forms) {
    Optional<byte[]> find(String name) {
        Path plain = Path.of(name);
        if (plain.getNameCount() != 1 || plain.isAbsolute() || name.equals("..") || name.equals(".")) {
            return Optional.empty();
        }
        return forms.stream()
                .map(form -> form.toAbsolutePath().resolveSibling(plain))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(TextsBeside::read);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
