package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.cli.LocalServer.Running;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command on a data folder whose server has settings for the world. */
class FolderServingTest {
    private static final String ELSEWHERE = "https://media.example.com";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        environment.put("SAFELIGHT_DATA", folder.resolve("data").toString());
        environment.put("SAFELIGHT_PACKS", folder.resolve("no-packs").toString());
        Instance.open(ConfigReader.read(List.of("--port", "0"), environment)).close();
    }

    private Running open() throws Exception {
        return new FolderServing(environment).open(null);
    }

    private void keysAreListedOverLoopback() throws Exception {
        try (var running = open();
                var client = HttpClient.newHttpClient()) {
            var base = running.target().base();
            assertThat(base).hasScheme("http").hasHost("127.0.0.1").hasPath("");
            var request = HttpRequest.newBuilder(URI.create(base + "/api/v1/api-keys"))
                    .header("Authorization", "Bearer " + running.target().key().text())
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void sends_the_owners_key_to_this_machine_whatever_the_environment_calls_public()
            throws Exception {
        environment.put("SAFELIGHT_PUBLIC_URL", ELSEWHERE);
        environment.put("SAFELIGHT_HOST", "0.0.0.0");
        keysAreListedOverLoopback();
    }

    @Test
    void sends_it_to_this_machine_whatever_the_file_calls_public() throws Exception {
        var file = folder.resolve("safelight.properties");
        Files.writeString(file, "public-url=" + ELSEWHERE + "\nport=1\nhost=0.0.0.0\n");
        environment.put("SAFELIGHT_CONFIG", file.toString());
        keysAreListedOverLoopback();
    }

    @Test
    void takes_nothing_that_was_set_for_other_callers() throws Exception {
        environment.put("SAFELIGHT_ROUTE", "no-model=no-engine");
        environment.put("SAFELIGHT_CORS", "not an origin");
        keysAreListedOverLoopback();
    }
}
