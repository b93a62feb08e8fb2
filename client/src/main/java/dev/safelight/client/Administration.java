package dev.safelight.client;

import dev.safelight.client.json.Json;

import java.net.URI;

/**
 * Keys, accounts and logs of a Safelight server, seen with a key that may look after them. Answers
 * are the server's own objects, for there is one of each kind and no program builds on them. Safe
 * for use by many threads; every method blocks its caller until the server has answered, sends its
 * call once, and throws what {@link Safelight} throws.
 */
public final class Administration {
    private final Transport transport;

    private Administration(Transport transport) {
        this.transport = transport;
    }

    /**
     * Sends nothing yet.
     *
     * @param base as in {@code http://127.0.0.1:8080}, with or without {@code /api/v1}
     * @throws IllegalArgumentException when one of the two cannot be used; it shows neither
     */
    public static Administration connect(URI base, String key, Environment environment) {
        return new Administration(new Transport(base, ApiKey.of(key), environment));
    }

    /**
     * Reads.
     *
     * @param path below {@code /api/v1}, as in {@code /api-keys?limit=5}
     */
    public Json.Obj get(String path) throws InterruptedException {
        return transport.ask("GET", path, null);
    }

    public Json.Obj post(String path, Json.Obj body) throws InterruptedException {
        return transport.ask("POST", path, body);
    }

    public Json.Obj patch(String path, Json.Obj body) throws InterruptedException {
        return transport.ask("PATCH", path, body);
    }

    public Json.Obj delete(String path) throws InterruptedException {
        return transport.ask("DELETE", path, null);
    }
}
