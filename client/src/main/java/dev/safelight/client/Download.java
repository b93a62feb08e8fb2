package dev.safelight.client;

import static dev.safelight.client.ConnectionException.Kind.BROKEN;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Fetches a file from its signed address, which the key is never sent to. */
final class Download {
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transport transport;

    Download(Transport transport) {
        this.transport = transport;
    }

    /** Gives the file and a fresh address of it. */
    @FunctionalInterface
    interface Lookup {
        Asset asset() throws InterruptedException;
    }

    Asset save(Lookup lookup, Destination destination) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Asset asset = lookup.asset();
            try {
                destination.write(to -> fetch(asset, to));
                return asset;
            } catch (ConnectionException e) {
                if (attempt == ATTEMPTS) throw e;
            }
        }
    }

    private void fetch(Asset asset, OutputStream to) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(asset.url()).timeout(PATIENCE).build();
        HttpResponse<InputStream> response = transport.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200)
                throw Reply.refusal(
                        response, new String(body.readAllBytes(), StandardCharsets.UTF_8));
            String digest = copy(body, to);
            if (!digest.equals(asset.sha256()))
                throw new ConnectionException(
                        BROKEN, "what arrived of " + asset.id() + " is not what was made");
        }
    }

    /** Returns the digest of all that was copied. */
    private static String copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (int n = read(from, buffer); n >= 0; n = read(from, buffer)) {
            digest.update(buffer, 0, n);
            to.write(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Tells a connection that broke from a disk that is full. */
    private static int read(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new ConnectionException(
                    BROKEN, "the download broke off: " + BrokenConnection.why(e), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
