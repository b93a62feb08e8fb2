package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.RawSocket;
import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.upload.UploadLimits;
import dev.safelight.server.http.Cors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A test with a server that takes files in, and somebody who has a key. */
abstract class Receiving {
    @TempDir
    Path folder;

    LiveServer server;
    Client client;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder, limits(), cors());
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    UploadLimits limits() {
        return Limits.USUAL.uploads();
    }

    Cors cors() {
        return Cors.OFF;
    }

    /** The usual limits, but for the longest file. */
    static UploadLimits ofAtMost(long bytes) {
        var usual = Limits.USUAL.uploads();
        return new UploadLimits(
                bytes,
                usual.pending(),
                usual.open(),
                usual.together(),
                usual.threads(),
                usual.bytesAMinute());
    }

    /** An address that the bytes of a fresh file may be sent to. */
    URI announced() {
        return address(announce("{\"displayName\":\"cat.png\"}"));
    }

    JsonNode announce(String json) {
        return client.done("POST", "/v1/files/upload", json);
    }

    static URI address(JsonNode announced) {
        return URI.create(announced.get("uploadUrl").asString());
    }

    /** As clients of the dialect do it: no key, and a type of no consequence. */
    static HttpResponse<String> put(URI address, byte[] bytes) {
        return put(address, BodyPublishers.ofByteArray(bytes));
    }

    static HttpResponse<String> put(URI address, BodyPublisher body) {
        return Client.send(HttpRequest.newBuilder(address).PUT(body).build());
    }

    /** Brings bytes at once. */
    HttpResponse<String> bring(String query, byte[] bytes) {
        return Client.send(client.request("/api/v1/assets" + query)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /** What a request line and its headers are for an address. */
    static String head(URI address, String... headers) {
        return "PUT " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\n"
                + "Host: x\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    RawSocket socket() {
        return new RawSocket(server);
    }

    static JsonNode refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var problem = Client.json(response);
        assertThat(problem.get("code").asString()).as(response.body()).isEqualTo(code);
        assertThat(response.headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        return problem;
    }

    static JsonNode refused(RawSocket.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.problem().get("code").asString()).isEqualTo(code);
        return reply.problem();
    }

    /** How much the owner's files may take. */
    void allow(long bytes) {
        var limits = new AccountLimits(8, 1, bytes);
        var change = new LimitChange.OfAccount(server.owner.account(), limits);
        server.live.store.limits().change(change).join();
    }

    long stored() {
        return server.live.store.uploads().used(server.owner.account()).join();
    }

    /** Nothing comes in, and nothing lies about that is no file. */
    void nothingIsLeft() throws IOException {
        server.awaitNone("files that come in", server.uploads::underWay);
        assertThat(server.uploads.arriving(server.owner.account())).isZero();
        assertThat(halves()).isEmpty();
    }

    /** Files that are not whole. */
    List<Path> halves() throws IOException {
        try (var files = Files.list(folder.resolve("blobs").resolve("scratch"))) {
            return files.toList();
        }
    }

    long blobs() throws IOException {
        try (var files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
