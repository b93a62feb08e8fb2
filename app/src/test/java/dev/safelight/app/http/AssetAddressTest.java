package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.Hand;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

class AssetAddressTest extends OverTheWire {
    private static final byte[] FILE = new byte[300_000];

    private Hand hand;

    static {
        new Random(5).nextBytes(FILE);
    }

    @BeforeEach
    void hire() {
        hand = server.hand();
    }

    private String made(String type, String name) throws IOException {
        String task = client.data("generate-tts", "{\"text\":\"hello\"}")
                .get("taskId")
                .asString();
        hand.finish(hand.take(EngineName.SPEECH), type, name, FILE);
        return client.data("get-task-status", "{\"taskId\":\"" + task + "\"}")
                .at("/output/assetIds/0")
                .asString();
    }

    private JsonNode address(String asset) {
        return client.data("download-asset", "{\"assetId\":\"" + asset + "\"}");
    }

    private String url() throws IOException {
        return address(made("audio/wav", "hello.wav")).get("url").asString();
    }

    private static HttpResponse<byte[]> get(String url, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url));
        return Client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void an_address_comes_with_what_is_known_of_the_file() throws IOException {
        var address = address(made("audio/wav", "hello.wav"));
        assertThat(address.get("bytes").asInt()).isEqualTo(FILE.length);
        assertThat(address.get("contentType").asString()).isEqualTo("audio/wav");
        assertThat(address.get("fileName").asString()).isEqualTo("hello.wav");
        assertThat(address.get("expiresAt").asString()).isEqualTo("2026-11-22T13:00:00Z");
        var file = get(address.get("url").asString());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(FILE);
        assertThat(header(file, "etag")).isEqualTo('"' + address.get("sha256").asString() + '"');
        assertThat(header(file, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(file, "content-security-policy")).contains("sandbox");
        assertThat(header(file, "content-length")).isEqualTo("300000");
    }

    @Test
    void what_may_run_scripts_comes_as_an_attachment() throws IOException {
        var file = get(address(made("image/svg+xml", "a.svg")).get("url").asString());
        assertThat(header(file, "content-disposition")).startsWith("attachment;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=0-9", "bytes=-5", "bytes=300000-"})
    void a_look_at_the_head_sends_no_body_and_knows_no_parts(String range) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url())).HEAD();
        if (!range.isEmpty()) request.header("Range", range);
        var response = Client.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "content-length")).isEqualTo("300000");
        assertThat(response.body()).isEmpty();
    }

    @Nested
    class WhenAPartIsAskedFor {

        @Test
        void parts_come_from_the_front_the_middle_and_the_end() throws IOException {
            String url = url();
            part(url, "bytes=0-99", 0, 100);
            part(url, "bytes=100000-", 100_000, 300_000);
            part(url, "bytes=-5", 299_995, 300_000);
            part(url, "bytes=299990-999999", 299_990, 300_000);
        }

        private void part(String url, String range, int from, int to) {
            var response = get(url, "Range", range);
            assertThat(response.statusCode()).isEqualTo(206);
            assertThat(response.body()).isEqualTo(Arrays.copyOfRange(FILE, from, to));
            assertThat(header(response, "content-range"))
                    .isEqualTo("bytes " + from + "-" + (to - 1) + "/300000");
        }

        @Test
        void a_part_outside_is_refused_and_nonsense_is_ignored() throws IOException {
            String url = url();
            var outside = get(url, "Range", "bytes=300000-");
            assertThat(outside.statusCode()).isEqualTo(416);
            assertThat(header(outside, "content-range")).isEqualTo("bytes */300000");
            assertThat(get(url, "Range", "bytes=a-b").statusCode()).isEqualTo(200);
            assertThat(get(url, "Range", "bytes=0-1,5-6").statusCode()).isEqualTo(200);
        }

        @Test
        void a_part_of_another_version_is_not_mixed_in() throws IOException {
            String url = url();
            String tag = header(get(url), "etag");
            assertThat(get(url, "Range", "bytes=0-9", "If-Range", tag).statusCode())
                    .isEqualTo(206);
            assertThat(get(url, "Range", "bytes=0-9", "If-Range", "\"x\"").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void nothing_is_said_of_the_length_of_what_is_not_sent_again() throws IOException {
            String url = url();
            var known = get(url, "If-None-Match", header(get(url), "etag"));
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.headers().map()).doesNotContainKey("content-length");
            assertThat(get(url).body()).isEqualTo(FILE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dög.wav",
                "a b.wav",
                "a~b*c!(d)'.wav",
                "100%.wav",
                "a+b&c=d.wav",
                "a?b#c.wav"
            })
    void any_file_name_makes_an_address_that_is_good(String name) throws IOException {
        var address = address(made("audio/wav", name));
        assertThat(address.get("fileName").asString()).isEqualTo(name);
        assertThat(address.get("url").asString()).matches("[\\w:/.~%?=&-]+");
        assertThat(get(address.get("url").asString()).statusCode()).isEqualTo(200);
    }

    @Nested
    class WhenAnAddressIsNotGood {

        @Test
        void a_changed_one_is_refused() throws IOException {
            String url = url();
            assertThat(get(url.replace("exp=", "exp=9")).statusCode()).isEqualTo(403);
            assertThat(get(url.replaceAll("sig=.*", "sig=1.x")).statusCode()).isEqualTo(403);
            assertThat(get(url.replaceAll("sig=.*", "sig=")).statusCode()).isEqualTo(403);
            assertThat(get(url.replaceAll("\\?.*", "")).statusCode()).isEqualTo(403);
            assertThat(get(url.replace("/assets/0", "/assets/1")).statusCode()).isEqualTo(403);
        }

        @ParameterizedTest
        @CsvSource({
            "hello.wav, other.wav",
            "hello.wav, Hello.wav",
            "hello.wav, ''",
            "hello.wav, hello.wav/",
            "hello.wav, hello.wav;v=1",
            "hello.wav, %68ello.wav",
            "hello.wav, hello%2Ewav",
            "exp=, exp=0",
            "exp=, exp=%2B",
            "exp=, exp=+",
            "exp=, EXP=",
            "exp=, %65xp=",
            "exp=1, exp=%31",
            "exp=, exp=1&exp=",
            "exp=, x=1&exp=",
            "exp=, &exp=",
            "exp=, ?exp=",
            "&sig=, &&sig=",
            "&sig=, &a=b&sig=",
            "&sig=, &Sig=",
            "&sig=, &sig=1.x&sig=",
            "sig=1., sig=01.",
            "sig=1., sig=+1.",
            "sig=1., sig=1%2E",
            "/assets/, /./assets/",
            "/assets/, //assets/",
            "/assets/, /assets//",
            "/assets/, /%61ssets/",
            "/assets/, /Assets/",
            "/assets/, /assets/x/../",
            "/assets/0, /assets/%30",
            "/assets/0, /assets/asset_0"
        })
        void another_spelling_is_refused(String part, String other) throws IOException {
            String url = url();
            assertThat(url).contains(part);
            assertThat(get(url.replace(part, other)).statusCode()).isIn(400, 403, 404);
            assertThat(get(url).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"&", "=", "&exp=1", "&sig=1.x", "&utm_source=mail", "%20", "?"})
        void anything_behind_it_is_refused(String more) throws IOException {
            assertThat(get(url() + more).statusCode()).isIn(400, 403);
        }

        @Test
        void a_page_of_anybodys_may_read_that_it_is_not_as_it_may_read_the_file()
                throws IOException {
            String url = url();
            String name = "access-control-allow-origin";
            assertThat(header(get(url), name)).isEqualTo("*");
            assertThat(header(get(url + "&x=1"), name)).isEqualTo("*");
            assertThat(header(get(url, "Range", "bytes=300000-"), name)).isEqualTo("*");
            server.time.pass(Duration.ofHours(2));
            assertThat(header(get(url), name)).isEqualTo("*");
        }

        @Test
        void another_case_or_order_is_refused() throws IOException {
            String url = url();
            String id = url.replaceAll(".*/assets/(\\w+)/.*", "$1");
            assertThat(get(url.replace(id, id.toLowerCase(Locale.ROOT))).statusCode())
                    .isEqualTo(403);
            assertThat(get(url.replaceAll("\\?(exp=\\d+)&(sig=.*)", "?$2&$1")).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void anothers_signature_is_refused() throws IOException {
            String mine = url();
            String yours = url();
            assertThat(get(mine.replaceAll("sig=.*", yours.replaceAll(".*(?=sig=)", "")))
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        void an_hour_is_all_it_lasts() throws IOException {
            String url = url();
            server.time.pass(Duration.ofMinutes(59));
            assertThat(get(url).statusCode()).isEqualTo(200);
            server.time.pass(Duration.ofMinutes(1));
            var late = get(url);
            assertThat(late.statusCode()).isEqualTo(403);
            assertThat(new String(late.body(), StandardCharsets.UTF_8))
                    .contains("expired_signature");
        }

        @Test
        void rotating_the_secret_breaks_no_address() throws IOException {
            String url = url();
            server.live.store.secrets().rotate("asset-address").join();
            assertThat(get(url).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_stranger_learns_nothing() throws IOException {
        String asset = made("audio/wav", "hello.wav");
        var strange =
                server.stranger().execute("download-asset", "{\"assetId\":\"" + asset + "\"}");
        var absent = server.stranger()
                .execute("download-asset", "{\"assetId\":\"asset_01KB0000000000000000000000\"}");
        assertThat(strange.statusCode()).isEqualTo(404);
        assertThat(strange.body().replaceAll("req_\\w+", ""))
                .isEqualTo(absent.body().replaceAll("req_\\w+", ""));
    }
}
