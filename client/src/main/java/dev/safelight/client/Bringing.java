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
        byte[] transcript = options.transcript().getBytes(StandardCharsets.UTF_8);
        var patience = PATIENCE.plusSeconds((bytes + transcript.length) / BYTES_A_SECOND);
        return Answers.uploaded(transport
                .bring(
                        "/assets?" + query(file, options, transcript.length),
                        body(file, transcript),
                        patience)
                .data());
    }

    /** The transcript first: it may be too long for an address. */
    private static BodyPublisher body(Path file, byte[] transcript) throws IOException {
        var whole = BodyPublishers.ofFile(file);
        return transcript.length == 0
                ? whole
                : BodyPublishers.concat(BodyPublishers.ofByteArray(transcript), whole);
    }

    private static String query(Path file, UploadOptions options, int transcript) {
        String name = options.name().isEmpty() ? "" + file.getFileName() : options.name();
        String query = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        if (options.temporary()) query += "&temporary=true";
        return transcript == 0 ? query : query + "&transcriptBytes=" + transcript;
    }
}
