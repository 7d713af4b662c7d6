package plumbline.serve;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of an upload, on disk until its import begins. It loses its name as soon as it is open (on Windows when it is
/// closed), so nothing is left of it however the upload or the program ends.
///
/// Used by one thread at a time.
final class Spooled implements AutoCloseable {
    private final String name;
    private final FileChannel channel;

    private Spooled(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /// Makes one in the folder for temporary files, for nobody else to read.
    ///
    /// @param name what the sender calls it; nothing is stored under it
    static Spooled create(String name) throws IOException {
        Path file = Files.createTempFile("plumbline-upload-", ".part"); // mode 0600
        try {
            return new Spooled(
                    name,
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException unusable) {
            Files.deleteIfExists(file);
            throw unusable;
        }
    }

    String name() {
        return name;
    }

    void append(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    byte[] bytes() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining()) {
            if (channel.read(all, all.position()) < 0) {
                throw new EOFException(name);
            }
        }
        return all.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // there is nothing to be lost in a file that has no name
        }
    }
}
