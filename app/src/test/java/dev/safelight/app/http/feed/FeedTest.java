package dev.safelight.app.http.feed;

import static dev.safelight.app.live.FeedCalls.BEGINNING;
import static dev.safelight.app.live.FeedCalls.entries;
import static dev.safelight.app.live.FeedCalls.isUpToDate;
import static dev.safelight.app.live.FeedCalls.next;
import static dev.safelight.app.live.FeedCalls.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.FeedCalls;
import dev.safelight.app.live.LogRetention;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;

class FeedTest extends OverTheWire {
    private FeedCalls feed;

    @BeforeEach
    void read() {
        feed = new FeedCalls(client);
    }

    private String speak() {
        return client.data("generate-tts", "{\"text\":\"a\"}").get("taskId").asString();
    }

    private void grant(long credits) {
        server.live
                .store
                .ledger()
                .grant(server.owner.account(), new Credits(credits))
                .join();
    }

    /** A key of the account that may read and no more. */
    private FeedCalls reader() {
        var made =
                client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\",\"scopes\":[\"read\"]}");
        return new FeedCalls(new Client(server.http.port(), made.get("key").asString()));
    }

    @Nested
    class APage {
        @Test
        void tells_what_happened_in_order_and_where_to_go_on() {
            var page = feed.get("");
            assertThat(types(page)).containsExactly("key.added", "credits.granted");
            assertThat(isUpToDate(page)).isTrue();
            speak();
            assertThat(types(feed.get("?offset=" + next(page)))).containsExactly("task.submitted");
            assertThat(feed.read(BEGINNING)).hasSize(3);
        }

        @Test
        void tells_small_facts_of_each_entry_and_no_input() throws IOException {
            var from = feed.end();
            var hand = server.hand();
            String made = speak();
            var lease = hand.take(EngineName.SPEECH);
            hand.progress(lease, 40);
            hand.finish(lease, "audio/wav", "a.wav", new byte[9]);
            speak();
            hand.fail(hand.take(EngineName.SPEECH), FailureCode.MODEL_ERROR);
            var told = feed.read(from);
            assertThat(types(told))
                    .containsExactly(
                            "task.submitted",
                            "task.started",
                            "task.progress",
                            "task.succeeded",
                            "task.submitted",
                            "task.started",
                            "task.failed");
            assertThat(told)
                    .allSatisfy(entry -> assertThat(entry.get("at").asString())
                            .isEqualTo("2026-11-22T12:00:00Z"));
            var success = told.get(3);
            assertThat(success.get("taskId").asString())
                    .isEqualTo(made.replace("task_", "vg_tool_"));
            assertThat(success.get("sequence").asInt()).isEqualTo(4);
            assertThat(success.get("fileIds").get(0).asString()).startsWith("vg_file_");
            assertThat(told.get(2).get("progress").asInt()).isEqualTo(40);
            assertThat(told.get(6).get("code").asString()).isEqualTo("model_error");
            assertThat(told.getFirst().propertyNames())
                    .containsExactly("type", "at", "taskId", "sequence");
        }

        @Test
        void ends_before_it_is_long_and_the_next_one_goes_on() {
            var from = feed.end();
            for (int i = 0; i < 600; i++) grant(1);
            var first = feed.get("?offset=" + from);
            assertThat(isUpToDate(first)).isFalse();
            assertThat(entries(first)).hasSize(250);
            assertThat(first.body().length()).isLessThan(65_536);
            assertThat(feed.read(from)).hasSize(600);
        }

        @Test
        void of_nothing_is_an_empty_array_at_the_same_place() {
            var end = feed.end();
            var page = feed.get("?offset=" + end);
            assertThat(page.body()).isEqualTo("[]");
            assertThat(next(page)).isEqualTo(end);
            assertThat(isUpToDate(page)).isTrue();
        }

        @Test
        void from_now_on_is_empty_and_says_where_the_feed_ends() {
            var page = feed.get("?offset=now");
            assertThat(page.body()).isEqualTo("[]");
            assertThat(isUpToDate(page)).isTrue();
            assertThat(page.headers().firstValue("ETag")).isEmpty();
            assertThat(next(page)).isEqualTo(next(feed.get("")));
        }

        @Test
        void from_the_beginning_is_sent_again_once_retention_has_removed_some_of_it()
                throws SQLException {
            grant(1);
            var page = feed.get("");
            String tag = page.headers().firstValue("ETag").orElseThrow();
            LogRetention.removeAllButTheLast(folder);
            var again = client.request("/v1/events").header("If-None-Match", tag);
            var shorter = Client.send(again.build());
            assertThat(shorter.statusCode()).isEqualTo(200);
            assertThat(entries(shorter)).hasSize(1);
            assertThat(next(shorter)).isEqualTo(next(page));
        }

        @Test
        void is_kept_by_no_cache_but_not_sent_again_to_who_has_it() {
            var page = feed.get("");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            String tag = page.headers().firstValue("ETag").orElseThrow();
            var again = client.request("/v1/events").header("If-None-Match", tag);
            var known = Client.send(again.build());
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.headers().map()).doesNotContainKey("content-length");
            assertThat(known.body()).isEmpty();
            grant(1);
            assertThat(entries(Client.send(again.build()))).hasSize(3);
        }

        @Test
        void of_another_account_is_another_one() {
            var own = feed.end();
            speak();
            var stranger = new FeedCalls(server.stranger());
            assertThat(stranger.read(BEGINNING)).hasSize(2);
            assertThat(stranger.get("?offset=" + own).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void offsets_are_ordered_letter_by_letter() {
        var offsets = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            offsets.add(feed.end());
            grant(1);
        }
        assertThat(offsets).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void head_says_where_the_feed_ends() {
        var head = client.call("HEAD", "/v1/events", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(next(head)).isEqualTo(feed.end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?offset=",
                "?offset=7",
                "?offset=-2",
                "?offset=NOW",
                "?offset=0216_1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "?live=long-poll",
                "?offset=-1&live=yes",
                "?offset=-1&offset=now",
                "?offset=now&live=long-poll&timeout=0",
                "?offset=now&live=long-poll&timeout=61",
                "?offset=%00"
            })
    void what_is_not_understood_is_refused_in_words(String query) {
        var refused = feed.get(query);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        var problem = Client.json(refused);
        assertThat(problem.get("code").asString()).isEqualTo("invalid_parameters");
        assertThat(problem.get("message").asString()).containsAnyOf("offset", "live", "timeout");
    }

    @Nested
    class AKeyThatIsNoAdmins {
        @Test
        void passes_over_what_it_may_not_see() {
            var reader = reader();
            grant(7);
            speak();
            grant(7);
            assertThat(types(reader.read(BEGINNING))).containsExactly("task.submitted");
            assertThat(next(reader.get(""))).isEqualTo(next(feed.get("")));
        }

        @Test
        void is_not_woken_from_a_held_call_by_it() {
            var reader = reader();
            var held = reader.poll("now");
            server.await("a held call", server.http::heldAnswers);
            grant(7);
            var all = feed.poll(BEGINNING).join();
            assertThat(types(all)).contains("credits.granted");
            assertThat(held).isNotDone();
            speak();
            assertThat(types(held.join())).containsExactly("task.submitted");
        }
    }

    @Test
    void the_earliest_offset_is_told_where_retention_has_passed() throws SQLException {
        var early = next(feed.get(""));
        speak();
        var mark = feed.end();
        speak();
        LogRetention.removeAllButTheLast(folder);
        var gone = feed.get("?offset=" + early);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(Client.json(gone).get("code").asString()).isEqualTo("cursor_expired");
        assertThat(next(gone)).isGreaterThanOrEqualTo(mark);
        assertThat(feed.poll(early).join().statusCode()).isEqualTo(410);
        assertThat(feed.begin("?live=sse&offset=" + early).join().statusCode()).isEqualTo(410);
        assertThat(feed.get("?offset=" + next(gone)).statusCode()).isEqualTo(200);
        assertThat(types(feed.get(""))).containsExactly("task.submitted");
    }
}
