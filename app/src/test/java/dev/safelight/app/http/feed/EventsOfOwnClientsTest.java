package dev.safelight.app.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.cli.Cli;
import dev.safelight.cli.Host;
import dev.safelight.cli.Streams;
import dev.safelight.client.ApiException;
import dev.safelight.client.Environment;
import dev.safelight.client.Event;
import dev.safelight.client.Safelight;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The feed by the Java client and by {@code ./safelight events}. */
class EventsOfOwnClientsTest extends OverTheWire {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Safelight safelight() {
        return Safelight.connect(client.at(""), LiveServer.KEY);
    }

    private void grant() {
        server.live.store.ledger().grant(server.owner.account(), new Credits(7)).join();
    }

    private int run(String... args) {
        var streams = new Streams(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var environment = Map.of(
                "SAFELIGHT_URL", client.at("").toString(), "SAFELIGHT_API_KEY", LiveServer.KEY);
        return Cli.run(
                List.of(args),
                new Host(
                        environment,
                        streams,
                        Environment.ofThisMachine(),
                        action -> () -> {},
                        () -> {
                            throw new IOException("none here");
                        },
                        data -> {
                            throw new IOException("none here");
                        }));
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void the_client_reads_page_by_page_and_waits_for_more() throws Exception {
        var page = safelight().events("-1");
        assertThat(page.events())
                .extracting(Event::type)
                .containsExactly("key.added", "credits.granted");
        assertThat(page.isUpToDate()).isTrue();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return safelight().awaitEvents(page.next());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        server.await("a held call", server.http::heldAnswers);
        grant();
        assertThat(waiting.join().events())
                .extracting(Event::type)
                .containsExactly("credits.granted");
    }

    @Test
    void the_client_is_told_what_an_offset_must_be() {
        assertThatThrownBy(() -> safelight().events("a b"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getMessage()).contains("'offset'"));
    }

    @Test
    void the_command_prints_all_and_says_where_to_go_on() {
        for (int i = 0; i < 300; i++) grant();
        assertThat(run("events")).isZero();
        assertThat(printed()).hasSize(302);
        assertThat(printed().getLast())
                .isEqualTo("2026-11-22T12:00:00Z  credits.granted  credits=7");
        String next = err.toString(StandardCharsets.UTF_8).strip().replaceFirst("^.*--from ", "");
        out.reset();
        grant();
        assertThat(run("events", "--json", "--from", next)).isZero();
        assertThat(printed()).hasSize(2);
        assertThat(printed().getFirst()).contains("\"type\":\"credits.granted\"");
        assertThat(printed().getLast()).startsWith("{\"nextOffset\":");
    }

    @Test
    void the_command_follows_what_comes() {
        var following = Thread.ofPlatform().daemon().unstarted(() -> run("events", "--follow"));
        following.start();
        server.await("a held call", server.http::heldAnswers);
        grant();
        server.awaitAtLeast(3, () -> printed().size());
        following.interrupt();
    }
}
