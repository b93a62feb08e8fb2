package dev.safelight.app;

import dev.safelight.cli.Target;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a server for a little of everything that is cheap. */
final class Rehearsal {
    private static final int ROUNDS = 20;
    private final Target target;

    Rehearsal(Target target) {
        this.target = target;
    }

    void run() throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < ROUNDS; i++) {
                ask(client, "create-session", "{\"title\":\"rehearsal\"}");
                ask(
                        client,
                        "estimate-task",
                        "{\"tool\":\"generate-tts\",\"input\":{\"text\":\"a\"}}");
                ask(client, "list-tools", "{}");
                ask(client, "get-credit-balance", "{}");
                ask(client, "list-tasks", "{}");
            }
        }
    }

    private void ask(HttpClient client, String tool, String body) throws IOException {
        var request = HttpRequest.newBuilder(
                        target.base().resolve("/api/v1/tools/" + tool + "/execute"))
                .header("Authorization", "Bearer " + target.key().text())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) throw new IOException(tool + " answered " + status);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
