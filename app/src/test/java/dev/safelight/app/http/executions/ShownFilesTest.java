package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.server.http.address.SignedAddresses;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An account's files as the {@code executions} dialect lists, puts away and shows them. */
class ShownFilesTest extends InExecutions {

    private static HttpResponse<String> anybody(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address));
        return Client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private List<String> listed(ExecutionsClient by, String query) {
        var ids = new ArrayList<String>();
        for (var file : by.found("/v1/files" + query).get("files"))
            ids.add(file.get("fileId").asString());
        return ids;
    }

    private JsonNode done(String file, String what) {
        var answer = caller.post("/v1/files/" + file + "/" + what);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer);
    }

    @Nested
    class AList {
        @Test
        void shows_the_file_that_was_updated_last_first() throws IOException {
            String first = file("image/png", "first.png");
            server.pass(Duration.ofSeconds(1));
            String second = file("audio/wav", "second.wav");
            assertThat(listed(caller, "")).containsExactly(second, first);
            server.pass(Duration.ofSeconds(1));
            done(first, "enable-public-preview");
            assertThat(listed(caller, "")).containsExactly(first, second);
        }

        @Test
        void goes_on_where_a_page_ended() throws IOException {
            var made = new ArrayList<String>();
            for (int at = 0; at < 5; at++) made.addFirst(file("image/png", at + ".png"));
            var page = caller.found("/v1/files?limit=2");
            var seen = new ArrayList<>(List.of(page.at("/files/0/fileId").asString()));
            seen.add(page.at("/files/1/fileId").asString());
            while (page.get("hasMore").asBoolean()) {
                page = caller.found(
                        "/v1/files?limit=2&cursor=" + page.get("nextCursor").asString());
                for (var file : page.get("files")) seen.add(file.get("fileId").asString());
            }
            assertThat(seen).isEqualTo(made);
        }

        @Test
        void says_what_made_each() throws IOException {
            file("image/png", "cat.png");
            var file = caller.found("/v1/files").at("/files/0");
            assertThat(file.get("sourceToolType").asString()).isEqualTo("GENERATE_IMAGE");
        }

        @Test
        void has_nothing_of_another_account() throws IOException {
            file("image/png", "cat.png");
            assertThat(listed(other, "")).isEmpty();
        }

        @Test
        void refuses_the_cursor_of_another_list() {
            assertThat(told(caller.get("/v1/files?cursor=c1_5_x")))
                    .isEqualTo("400 invalid_parameters");
        }
    }

    @Nested
    class AnArchivedFile {
        @Test
        void is_in_no_list_and_can_still_be_read() throws IOException {
            String file = file("image/png", "cat.png");
            String path = done(file, "archive").get("downloadUrl").asString();
            assertThat(listed(caller, "")).isEmpty();
            assertThat(caller.found("/v1/files/" + file).get("fileId").asString())
                    .isEqualTo(file);
            assertThat(anybody(path).statusCode()).isEqualTo(200);
        }

        @Test
        void stays_as_it_is_when_it_is_archived_again() throws IOException {
            String file = file("image/png", "cat.png");
            assertThat(done(file, "archive")).isEqualTo(done(file, "archive"));
        }

        @Test
        void cannot_be_shown_to_everybody() throws IOException {
            String file = file("image/png", "cat.png");
            done(file, "archive");
            var answer = caller.post("/v1/files/" + file + "/enable-public-preview");
            assertThat(told(answer)).isEqualTo("409 file_not_shown");
            assertThat(Client.json(answer).get("message").asString()).contains("archived");
            done(file, "disable-public-preview");
        }

        @Test
        void is_another_accounts_to_nobody() throws IOException {
            String path = "/v1/files/" + file("image/png", "cat.png") + "/archive";
            assertThat(told(other.post(path))).isEqualTo("404 not_found");
        }
    }

    @Nested
    class AFileWithoutBytes {
        private String announced() {
            return Client.json(caller.post("/v1/files/upload", "{\"displayName\":\"a\"}"))
                    .get("fileId")
                    .asString();
        }

        @Test
        void has_no_preview_and_says_so() {
            String path = "/v1/files/" + announced();
            for (var what : List.of("/enable-public-preview", "/disable-public-preview")) {
                var answer = caller.post(path + what);
                assertThat(told(answer)).isEqualTo("409 file_not_shown");
                assertThat(Client.json(answer).get("message").asString()).contains("not there");
                assertThat(told(other.post(path + what))).isEqualTo("404 not_found");
            }
        }

        @Test
        void is_given_up_by_archiving_it() {
            String first = announced();
            for (int n = 1; n < 20; n++) announced();
            var ended = done(first, "archive");
            assertThat(ended.get("fileId").asString()).isEqualTo(first);
            assertThat(ended.at("/downloadSource/status").asString()).isEqualTo("failed");
            announced();
            assertThat(told(caller.get("/v1/files/" + first))).isEqualTo("404 not_found");
        }
    }

    @Nested
    class APublicPreview {
        private JsonNode shown(String type, String name) throws IOException {
            return done(file(type, name), "enable-public-preview");
        }

        private String address(JsonNode file) {
            return file.at("/staticPublicPreviewSource/url").asString();
        }

        @Test
        void is_read_by_anybody_and_kept_by_nobody() throws IOException {
            var answer = anybody(address(shown("image/png", "cat.png")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("inline");
        }

        @Test
        void keeps_its_address_until_it_is_disabled_and_has_another_afterwards()
                throws IOException {
            var file = shown("image/png", "cat.png");
            String id = file.get("fileId").asString();
            assertThat(address(done(id, "enable-public-preview"))).isEqualTo(address(file));
            assertThat(done(id, "disable-public-preview")
                            .get("isPublicPreviewEnabled")
                            .asBoolean())
                    .isFalse();
            assertThat(anybody(address(file)).statusCode()).isEqualTo(404);
            assertThat(address(done(id, "enable-public-preview"))).isNotEqualTo(address(file));
            assertThat(anybody(address(file)).statusCode()).isEqualTo(404);
        }

        @Test
        void ends_with_the_files_archiving() throws IOException {
            var file = shown("image/png", "cat.png");
            done(file.get("fileId").asString(), "archive");
            assertThat(anybody(address(file)).statusCode()).isEqualTo(404);
        }

        @Test
        void of_a_clip_or_a_sound_has_a_page_that_plays_it() throws IOException {
            var file = shown("video/mp4", "waves & <wind>.mp4");
            String id = file.get("publicPlaybackId").asString();
            var page = anybody(server.http.address().of("/p/" + id));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValue("text/html; charset=utf-8");
            assertThat(page.body())
                    .contains("<title>waves &amp; &lt;wind&gt;.mp4</title>")
                    .containsPattern("<video src=\"[^\"]+\" controls")
                    .doesNotContain("<script");
        }

        @Test
        void of_what_can_hold_scripts_is_only_ever_saved() throws IOException {
            for (var type : List.of("image/svg+xml", "text/html", "application/pdf")) {
                var answer = anybody(address(shown(type, "page")));
                assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                        .as(type)
                        .startsWith("attachment");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow())
                        .startsWith("sandbox");
            }
        }

        @Test
        void is_told_in_the_results_of_the_execution_as_well() throws IOException {
            var made = made("image/png", "cat.png");
            String execution = made.get("toolExecutionId").asString();
            done(made.at("/results/0/fileId").asString(), "enable-public-preview");
            assertThat(caller.execution(execution)
                            .at("/results/0/file/isPublicPreviewEnabled")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void that_was_never_given_is_absent() {
            for (var id : List.of("vg_play_" + ABSENT, ABSENT, "x", "vg_play_"))
                assertThat(anybody(server.http.address().of("/p/" + id)).statusCode())
                        .as(id)
                        .isEqualTo(404);
        }
    }

    @Nested
    class ADownloadsAddress {
        @Test
        void is_good_for_nothing_else() throws IOException {
            var file = caller.found("/v1/files/" + file("image/png", "cat.png"));
            String download = path(file.get("downloadUrl").asString());
            String view = path(file.at("/previewSource/url").asString());
            assertThat(anybody(signed(view, "asset-download")).statusCode()).isEqualTo(403);
            assertThat(anybody(signed(download, "asset-address")).statusCode()).isEqualTo(403);
            assertThat(anybody(signed(view, "asset-address")).statusCode()).isEqualTo(200);
            assertThat(anybody(signed(download, "asset-download"))
                            .headers()
                            .firstValue("Content-Disposition")
                            .orElseThrow())
                    .startsWith("attachment");
        }

        private static String path(String address) {
            return URI.create(address).getRawPath();
        }

        private String signed(String path, String purpose) {
            var secrets = server.live.store.secrets();
            return new SignedAddresses(server.http.address(), secrets, purpose, server.time)
                    .sign(path, Duration.ofDays(1))
                    .url();
        }
    }
}
