package dev.safelight.client;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sends a file as a whole, without holding it in memory. */
final class Bringing {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a server lets pass as the slowest line. */
    private static final long BYTES_A_SECOND = 16 << 10;

    private final Transport transport;

    Bringing(Transport transport) {
        this.transport = transport;
    }

    Uploaded bring(Path file, UploadOptions options) throws IOException, InterruptedException {
        // Opened first: what cannot be read here is told as that, and not as a broken connection.
        long bytes;
        try (var open = Files.newByteChannel(file)) {
            var _ = open.read(ByteBuffer.allocate(1));
            bytes = open.size();
        }
        var patience = PATIENCE.plusSeconds(bytes / BYTES_A_SECOND);
        return Answers.uploaded(transport
                .bring("/assets?" + query(file, options), body(file), patience)
                .data());
    }

    private static BodyPublisher body(Path file) throws IOException {
        return BodyPublishers.ofFile(file);
    }

    private static String query(Path file, UploadOptions options) {
        String name = options.name().isEmpty() ? "" + file.getFileName() : options.name();
        String query = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return options.temporary() ? query + "&temporary=true" : query;
    }
}
