package dev.safelight.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What callers were told, line by line, each on disk before the next thing is done. Words are
 * separated by tabs; the first says what it is about.
 */
final class History implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    History(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    synchronized void write(String... words) {
        try {
            var line = String.join("\t", words) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All lines, as words. */
    List<String[]> read() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
