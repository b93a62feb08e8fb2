package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.http.executions.InExecutions;
import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Files of one account with two keys, listed and searched. */
class FileFindingTest extends InExecutions {
    private ExecutionsClient second;
    private Principal secondKey;

    @BeforeEach
    void addAKey() {
        var shown = client.done("POST", "/api/v1/api-keys", "{\"label\":\"second\"}");
        String text = shown.get("key").asString();
        second = new ExecutionsClient(new Client(server.http.port(), text));
        var digest = new KeyText(text).digest();
        secondKey =
                server.live.store.accounts().find(digest, server.time.instant()).orElseThrow();
    }

    private String brought(Principal who, String name, @Nullable String transcript) {
        var id = new AssetId(server.dialects.source().ids().next(who.account().number()));
        var wish = new NewUpload.Wish(name, null, false, transcript);
        var upload =
                new NewUpload(id, who.account(), who.key(), new KeyDigest("0".repeat(64)), wish);
        var kind = new Inspection.Understood("image/png", FileFacts.picture(9, 9));
        server.live
                .store
                .uploads()
                .add(upload, new Received(new Blob("0".repeat(64), 1), kind))
                .join();
        return "vg_file_" + id.id();
    }

    private static JsonNode search(ExecutionsClient who, String query, String more) {
        var answer = who.post("/v1/files/search", "{\"query\":\"%s\"%s}".formatted(query, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer).get("results");
    }

    private static List<String> found(ExecutionsClient who, String query, String more) {
        var ids = new ArrayList<String>();
        for (var result : search(who, query, more)) ids.add(id(result.get("file")));
        return ids;
    }

    private static List<String> listed(ExecutionsClient who, String query) {
        var ids = new ArrayList<String>();
        for (var file : who.found("/v1/files" + query).get("files")) ids.add(id(file));
        return ids;
    }

    private static String id(JsonNode file) {
        return file.get("fileId").asString();
    }

    @Nested
    class OfTwoKeys {
        private String own;
        private String others;

        @BeforeEach
        void bring() {
            own = brought(server.owner, "dog.png", null);
            others = brought(secondKey, "puppy.png", null);
            server.served.index();
        }

        @Test
        void both_are_listed_unless_only_the_own_are_wanted() {
            assertThat(listed(caller, "")).containsExactly(others, own);
            assertThat(listed(second, "?selfOnly=false")).containsExactly(others, own);
            assertThat(listed(caller, "?selfOnly=true")).containsExactly(own);
            assertThat(listed(second, "?selfOnly=true")).containsExactly(others);
        }

        @Test
        void both_are_found_unless_only_the_own_are_wanted() {
            assertThat(found(caller, "dog", "")).containsExactlyInAnyOrder(own, others);
            assertThat(found(second, "puppy", "")).containsExactlyInAnyOrder(others, own);
            assertThat(found(caller, "puppy", ",\"selfOnly\":true")).containsExactly(own);
            assertThat(found(second, "dog", ",\"selfOnly\":true")).containsExactly(others);
        }

        @Test
        void none_are_anothers() {
            assertThat(listed(other, "")).isEmpty();
            assertThat(found(other, "dog", "")).isEmpty();
        }

        @Test
        void one_that_is_archived_is_neither_listed_nor_found() {
            assertThat(second.post("/v1/files/" + own + "/archive").statusCode())
                    .isEqualTo(200);
            assertThat(listed(caller, "")).containsExactly(others);
            assertThat(found(caller, "dog", "")).containsExactly(others);
        }
    }

    @Nested
    class AQuestion {
        @Test
        void is_answered_with_as_many_as_are_wanted_and_ten_unless_that_is_said() {
            for (int i = 0; i < 12; i++) brought(server.owner, "dog " + i + ".png", null);
            server.served.index();
            assertThat(found(caller, "dog", "")).hasSize(10);
            assertThat(found(caller, "dog", ",\"numResults\":3")).hasSize(3);
            assertThat(found(caller, "dog", ",\"numResults\":100")).hasSize(12);
        }

        @Test
        void may_be_a_phrase_that_stands_in_a_transcript_alone() {
            brought(server.owner, "IMG_0001.png", "a quarterly report");
            String spoken = brought(server.owner, "IMG_0002.png", "we sailed home at midnight");
            server.served.index();
            var first = search(caller, "home at midnight", "").get(0);
            assertThat(first.get("similarity").asDouble()).isEqualTo(1);
            assertThat(id(first.get("file"))).isEqualTo(spoken);
            assertThat(first.at("/file/transcript").asString())
                    .isEqualTo("we sailed home at midnight");
        }

        @Test
        void may_have_as_many_characters_as_are_allowed_of_any_plane() {
            String smile = brought(server.owner, "😀.png", null);
            server.served.index();
            assertThat(found(caller, "😀".repeat(10_000), "")).containsExactly(smile);
            var longer =
                    caller.post("/v1/files/search", "{\"query\":\"" + "😀".repeat(10_001) + "\"}");
            assertThat(longer.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class WithLongTranscripts {
        private static final int FILES = 42;
        private static final String LONG = "雪".repeat(20_000);

        /** How many of them an answer has: 2 MiB. */
        private static final int WHOLE = (2 << 20) / 60_000;

        @BeforeEach
        void bring() {
            for (int i = 0; i < FILES; i++) brought(server.owner, "dog.png", LONG);
        }

        @Test
        void a_page_ends_early_and_its_cursor_goes_on() {
            var page = caller.found("/v1/files?limit=200");
            assertThat(page.get("files")).hasSize(WHOLE);
            assertThat(page.get("hasMore").asBoolean()).isTrue();
            String cursor = page.get("nextCursor").asString();
            var rest = caller.found("/v1/files?limit=200&cursor=" + cursor);
            assertThat(rest.get("files")).hasSize(FILES - WHOLE);
            assertThat(rest.get("hasMore").asBoolean()).isFalse();
        }

        @Test
        void a_search_answers_all_files_and_the_first_transcripts() {
            server.served.index();
            var results = search(caller, "dog", ",\"numResults\":100");
            assertThat(results).hasSize(FILES);
            for (int i = 0; i < FILES; i++)
                assertThat(results.get(i).at("/file/transcript").isString())
                        .as("" + i)
                        .isEqualTo(i < WHOLE);
            assertThat(results.get(0).at("/file/transcript").asString()).isEqualTo(LONG);
            assertThat(results.get(FILES - 1).at("/file/transcript").isNull()).isTrue();
        }
    }
}
