package dev.safelight.app.http.feed;

import static dev.safelight.app.live.FeedCalls.BEGINNING;
import static dev.safelight.app.live.FeedCalls.isUpToDate;
import static dev.safelight.app.live.FeedCalls.next;
import static dev.safelight.app.live.FeedCalls.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.FeedCalls;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;

/** A call for the feed that is held until something happens. */
class FeedHeldTest extends OverTheWire {
    private FeedCalls feed;

    @BeforeEach
    void read() {
        feed = new FeedCalls(client);
    }

    private void speak() {
        client.data("generate-tts", "{\"text\":\"a\"}");
    }

    private void grant(long credits) {
        server.live
                .store
                .ledger()
                .grant(server.owner.account(), new Credits(credits))
                .join();
    }

    @Test
    void is_answered_as_soon_as_something_happens_whatever_it_is() {
        var held = feed.poll(feed.end());
        server.await("a held call", server.http::heldAnswers);
        assertThat(held).isNotDone();
        grant(7);
        var page = held.join();
        assertThat(types(page)).containsExactly("credits.granted");
        assertThat(isUpToDate(page)).isTrue();
        assertThat(page.headers().firstValue("Stream-Cursor")).isPresent();
        assertThat(next(page)).isEqualTo(feed.end());
    }

    @Test
    void is_answered_at_once_with_what_is_there() {
        assertThat(types(feed.poll(BEGINNING).join()))
                .containsExactly("key.added", "credits.granted");
    }

    @Test
    void from_now_on_begins_with_what_comes() {
        var held = feed.poll("now");
        server.await("a held call", server.http::heldAnswers);
        speak();
        assertThat(types(held.join())).containsExactly("task.submitted");
    }

    @Test
    void ends_without_a_body_when_nothing_came_and_goes_on_beyond_what_others_did() {
        var end = feed.end();
        var held = feed.poll(end);
        server.await("a held call", server.http::heldAnswers);
        server.stranger().data("generate-tts", "{\"text\":\"a\"}");
        server.pass(Duration.ofSeconds(29));
        assertThat(held).isNotDone();
        server.pass(Duration.ofSeconds(1));
        var nothing = held.join();
        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(isUpToDate(nothing)).isTrue();
        assertThat(nothing.headers().firstValue("Stream-Cursor")).isPresent();
        assertThat(next(nothing)).isGreaterThan(end).isEqualTo(feed.end());
    }

    @Test
    void is_given_a_cursor_that_never_goes_back() {
        var cursors = new ArrayList<Long>();
        String cursor = "";
        for (int i = 0; i < 20; i++) {
            var page = feed.begin("?live=long-poll&offset=-1" + cursor).join();
            long given = page.headers().firstValueAsLong("Stream-Cursor").orElseThrow();
            cursors.add(given);
            cursor = "&cursor=" + given;
        }
        assertThat(cursors).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void is_let_go_when_the_server_leaves() {
        var held = feed.poll("now");
        server.await("a held call", server.http::heldAnswers);
        server.http.drain(Duration.ofSeconds(5));
        assertThat(held.join().statusCode()).isEqualTo(204);
    }

    @Test
    void of_a_key_that_is_revoked_ends_and_is_followed_no_more() {
        var followers = server.live.assembly.feedFollowers();
        var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}");
        var other = new Client(server.http.port(), made.get("key").asString());
        var held = new FeedCalls(other).poll("now");
        server.await("a follower", followers::size);
        String path = "/api/v1/api-keys/" + made.at("/apiKey/id").asString();
        client.done("DELETE", path, "");
        server.awaitNone("followers", followers::size);
        assertThat(held.join().statusCode()).isEqualTo(401);
    }
}
