package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.server.webhook.StandardWebhooks;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The receivers of docs/webhooks.md, as they stand there. */
class WebhookReceiversTest {
    private static final String BODY = "{\"event\":\"webhook.test\",\"name\":\"café\"}";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(5);
    private final WebhookSecret secret = WebhookSecret.draw(random);
    private final WebhookSecret other = WebhookSecret.draw(random);
    private @Nullable Process receiver;

    @AfterEach
    void stop() {
        if (receiver != null) receiver.destroyForcibly();
    }

    @Test
    void the_one_in_node_believes_only_what_is_signed() throws Exception {
        believesOnlyWhatIsSigned("node", "receiver.mjs");
    }

    @Test
    void the_one_in_python_believes_only_what_is_signed() throws Exception {
        believesOnlyWhatIsSigned("python3", "receiver.py");
    }

    @Test
    void the_one_in_java_believes_only_what_is_signed() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        believesOnlyWhatIsSigned(java, "Receiver.java");
    }

    private void believesOnlyWhatIsSigned(String program, String file) throws Exception {
        try (var said = started(program, file)) {
            var port = said.readLine().replaceAll("\\D+", "");
            var at = URI.create("http://127.0.0.1:" + port + "/hook");
            var now = Instant.now();
            assertThat(post(at, "msg_1", now, BODY, List.of(secret))).isEqualTo(204);
            assertThat(said.readLine()).startsWith("told msg_1 ");
            assertThat(post(at, "msg_2", now, BODY, List.of(other))).isEqualTo(401);
            assertThat(post(at, "msg_2", now.minusSeconds(301), BODY, List.of(secret)))
                    .isEqualTo(401);
            assertThat(post(at, "msg_2", now.plusSeconds(310), BODY, List.of(secret)))
                    .isEqualTo(401);
            assertThat(send(at, List.of(), BODY)).isEqualTo(401);
            var changed = StandardWebhooks.headers("msg_2", now, BODY, List.of(secret));
            assertThat(send(at, changed, BODY.replace("test", "text"))).isEqualTo(401);
            // Again, and then by two secrets: only the second is news.
            assertThat(post(at, "msg_1", now, BODY, List.of(secret))).isEqualTo(204);
            assertThat(post(at, "msg_3", now, BODY, List.of(other, secret))).isEqualTo(204);
            assertThat(said.readLine()).startsWith("told msg_3 ");
        }
    }

    private BufferedReader started(String program, String file) throws IOException {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(at -> Files.isExecutable(Path.of(at).resolve(program)));
        assumeTrue(there, program + " is not installed");
        var source = Files.writeString(folder.resolve(file), block(file));
        var builder = new ProcessBuilder(program, source.toString()).redirectErrorStream(true);
        builder.environment().put("PORT", "0");
        builder.environment().put("WEBHOOK_SECRET", secret.text());
        var process = builder.start();
        receiver = process;
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String block(String file) throws IOException {
        var text = Files.readString(Path.of("../docs/webhooks.md"));
        var block = Pattern.compile(
                        "```\\w+ " + Pattern.quote(file) + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as(file).isTrue();
        return block.group(1);
    }

    private int post(URI at, String id, Instant when, String body, List<WebhookSecret> secrets)
            throws IOException, InterruptedException {
        return send(at, StandardWebhooks.headers(id, when, body, secrets), body);
    }

    private int send(URI at, List<Parcel.Header> headers, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at).POST(BodyPublishers.ofString(body));
        headers.forEach(header -> request.header(header.name(), header.value()));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
