package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.app.live.Client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The package {@code standardwebhooks} of npm over what a whole server has sent. */
class StandardWebhooksOfNpmTest {
    private static final int MANY = Boolean.getBoolean("safelight.full") ? 1_000 : 100;
    private static final String ENDPOINTS = "/v1/webhooks/endpoints";

    /** Each delivery by each secret: prints how many each has verified. */
    private static final String PROGRAM = """
            const { Webhook } = require("standardwebhooks");
            const { readFileSync } = require("fs");
            const [, , file, ...secrets] = process.argv;
            const deliveries = readFileSync(file, "utf8").trim().split("\\n").map(JSON.parse);
            const counts = secrets.map((secret) => {
              const webhook = new Webhook(secret);
              return deliveries.filter(({ headers, body }) => {
                try { webhook.verify(body, headers); return true; } catch { return false; }
              }).length;
            });
            console.log(counts.join(" "));
            """;

    @TempDir
    Path folder;

    private SandboxedInstance server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        server = new SandboxedInstance("--allow-addresses", "127.0.0.0/8");
        client = new Client(URI.create(server.url()).getPort(), SandboxedInstance.TEST_KEY);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private String called(String path, String json) {
        var answer = client.call("POST", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static String field(String json, String name) {
        return JsonMapper.shared().readTree(json).get(name).asString();
    }

    private void end(int many) {
        for (int count = 0; count < many; count++) {
            var id = field(
                    called("/v1/tools/generate-image", "{\"prompt\":\"a\"}"), "toolExecutionId");
            called("/v1/tools/executions/" + id + "/cancel", "");
        }
    }

    @Test
    void verifies_every_delivery_also_while_a_secret_is_exchanged() throws Exception {
        var packages = installed();
        try (var receiver = new Receiver()) {
            var events = "[\"tool_execution.cancelled\",\"tool_execution.succeeded\"]";
            var made = called(
                    ENDPOINTS, "{\"url\":\"" + receiver.url() + "\",\"events\":" + events + "}");
            var first = field(made, "signingSecret");
            end(MANY / 2);
            var told = new ArrayList<>(receiver.take(MANY / 2));
            var path = ENDPOINTS + "/" + field(made, "endpointId") + "/rotate-secret";
            var second = field(called(path, ""), "signingSecret");
            end(MANY / 2);
            told.addAll(receiver.take(MANY / 2));
            assertThat(distinct(told)).hasSize(MANY);
            var other = "whsec_" + "b".repeat(43) + "=";
            assertThat(verified(packages, told, first, second, other))
                    .isEqualTo(MANY + " " + MANY / 2 + " 0\n");
        }
    }

    private static Set<String> distinct(List<Receiver.Arrived> told) {
        var ids = new HashSet<String>();
        told.forEach(one -> ids.add(one.headers().get("webhook-id")));
        return ids;
    }

    private String verified(Path packages, List<Receiver.Arrived> told, String... secrets)
            throws IOException, InterruptedException {
        var lines = new StringBuilder();
        for (var one : told)
            lines.append(JsonMapper.shared().writeValueAsString(one)).append('\n');
        var file = Files.writeString(folder.resolve("told.jsonl"), lines);
        var program = Files.writeString(folder.resolve("verify.cjs"), PROGRAM);
        var command = new ArrayList<>(List.of("node", program.toString(), file.toString()));
        command.addAll(Arrays.asList(secrets));
        var builder = new ProcessBuilder(command);
        builder.environment().put("NODE_PATH", packages.toString());
        return said(builder);
    }

    private static String said(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** Fetched once and kept in the checkout. */
    private static Path installed() throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(at -> Files.isExecutable(Path.of(at, "npm")));
        assumeTrue(there, "npm is not installed");
        var folder = Path.of("../.safelight/tools/npm").toAbsolutePath().normalize();
        var packages = folder.resolve("node_modules");
        if (Files.isDirectory(packages.resolve("standardwebhooks"))) return packages;
        Files.createDirectories(folder);
        var fetch = new ProcessBuilder(
                        "npm", "install", "--prefix", folder.toString(), "standardwebhooks@1.1.1")
                .redirectErrorStream(true)
                .start();
        var told = new String(fetch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(fetch.waitFor() == 0, "the package could not be fetched: " + told);
        return packages;
    }
}
