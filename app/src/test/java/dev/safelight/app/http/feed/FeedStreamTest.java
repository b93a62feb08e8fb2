package dev.safelight.app.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.FeedCalls;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class FeedStreamTest extends OverTheWire {
    private FeedCalls feed;

    @BeforeEach
    void read() {
        feed = new FeedCalls(client);
    }

    private void grant(long credits) {
        server.live
                .store
                .ledger()
                .grant(server.owner.account(), new Credits(credits))
                .join();
    }

    private HeardEvents open(String offset) {
        return HeardEvents.open(
                client.request("/v1/events?live=sse&offset=" + offset).build());
    }

    private static List<String> types(HeardEvents.Heard data) {
        var types = new ArrayList<String>();
        for (JsonNode entry : data.json()) types.add(entry.get("type").asString());
        return types;
    }

    @Test
    void tells_what_is_there_and_then_what_comes() throws IOException {
        try (var events = open("-1")) {
            var data = events.next("data");
            assertThat(types(data)).containsExactly("key.added", "credits.granted");
            var control = events.next("control").json();
            assertThat(control.get("streamNextOffset").asString()).isEqualTo(data.id());
            assertThat(control.get("upToDate").asBoolean()).isTrue();
            grant(7);
            var more = events.next("data");
            assertThat(types(more)).containsExactly("credits.granted");
            assertThat(more.id()).isGreaterThan(data.id()).isEqualTo(feed.end());
            long before = control.get("streamCursor").asLong(0);
            assertThat(Long.parseLong(
                            events.next("control").json().get("streamCursor").asString()))
                    .isGreaterThan(before);
        }
    }

    @Test
    void from_now_on_says_at_once_where_the_feed_ends() throws IOException {
        try (var events = open("now")) {
            var control = events.next("control");
            assertThat(control.json().get("upToDate").asBoolean()).isTrue();
            assertThat(control.id()).isEqualTo(feed.end());
            grant(7);
            assertThat(types(events.next("data"))).containsExactly("credits.granted");
        }
    }

    @Test
    void a_long_feed_comes_in_pieces_of_which_the_last_is_up_to_date() throws IOException {
        var from = feed.end();
        for (int i = 0; i < 600; i++) grant(1);
        try (var events = open(from)) {
            int told = 0;
            boolean isUpToDate = false;
            while (!isUpToDate) {
                var data = events.next("data");
                assertThat(data.data().length()).isLessThan(64 << 10);
                told += data.json().size();
                isUpToDate = events.next("control").json().has("upToDate");
            }
            assertThat(told).isEqualTo(600);
        }
    }

    @Nested
    class ABrowserThatComesAgain {
        @Test
        void goes_on_after_the_last_event_that_it_has() throws IOException {
            String last;
            try (var events = open("-1")) {
                last = events.next("data").id();
            }
            grant(7);
            var again = client.request("/v1/events?live=sse&offset=-1")
                    .header("Last-Event-ID", last)
                    .build();
            try (var events = HeardEvents.open(again)) {
                assertThat(types(events.next("data"))).containsExactly("credits.granted");
            }
        }

        @Test
        void with_what_is_no_id_of_ours_is_refused() {
            var again =
                    client.request("/v1/events?live=sse&offset=-1").header("Last-Event-ID", "7");
            assertThat(Client.send(again.build()).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void where_only_others_do_something_the_place_is_told_from_time_to_time() throws IOException {
        try (var events = open("now")) {
            var place = events.next("control").id();
            server.await("a follower", server.live.assembly.feedFollowers()::size);
            server.stranger().data("generate-tts", "{\"text\":\"a\"}");
            server.pass(Duration.ofMinutes(1));
            var control = events.next("control");
            assertThat(control.id()).isGreaterThan(place).isEqualTo(feed.end());
        }
    }

    @Test
    void a_reader_whom_retention_passes_is_told_the_earliest_place_and_goes_on() throws Exception {
        try (var events = open("now")) {
            events.next("control");
            server.await("a follower", server.live.assembly.feedFollowers()::size);
            passBeyondTheEnd();
            grant(7);
            var resync = events.next("resync");
            assertThat(resync.json().get("code").asString()).isEqualTo("cursor_expired");
            assertThat(resync.json().get("streamNextOffset").asString()).isEqualTo(resync.id());
            assertThat(resync.id()).isEqualTo(feed.end());
            grant(8);
            assertThat(events.next("data").json().get(0).get("credits").asInt()).isEqualTo(8);
        }
    }

    /** As if the entry that comes next were removed before anybody has read it. */
    private void passBeyondTheEnd() throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.db"));
                var statement = db.createStatement()) {
            statement.execute("INSERT INTO log_mark SELECT 0, change+1 FROM clock");
        }
    }

    @Test
    void ends_when_its_reader_has_gone() throws IOException {
        var followers = server.live.assembly.feedFollowers();
        try (var events = open("now")) {
            events.next("control");
            server.await("a follower", followers::size);
        }
        server.pass(Duration.ofSeconds(20));
        grant(1);
        server.pass(Duration.ofSeconds(20));
        server.awaitNone("followers", followers::size);
        server.awaitNone("streams", server.http::openStreams);
    }

    @Test
    void ends_in_order_when_the_server_leaves() throws IOException {
        try (var events = open("now")) {
            events.next("control");
            server.http.drain(Duration.ofSeconds(5));
            HeardEvents.Heard last;
            do last = events.next();
            while (last != null);
            server.awaitNone("followers", server.live.assembly.feedFollowers()::size);
        }
    }
}
