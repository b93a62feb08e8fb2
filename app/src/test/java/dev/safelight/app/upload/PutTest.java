package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.http.address.SignedAddresses;
import dev.safelight.server.upload.UploadAddresses;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The bytes of an announced file, sent to its address. */
class PutTest extends Receiving {
    private static final byte[] CAT = Bytes.png(300_000);

    @Nested
    class BytesThatCome {
        @Test
        void are_a_file_that_is_read_back_as_it_was_sent() {
            var announced = announce("{\"displayName\":\"cat.png\",\"type\":\"IMAGE\"}");
            var answer = put(address(announced), CAT);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{}");
            String id = announced.get("fileId").asString();
            var file = client.done("GET", "/v1/files/" + id, "");
            assertThat(file.get("fileId").asString()).isEqualTo(id);
            assertThat(file.get("type").asString()).isEqualTo("IMAGE");
            assertThat(file.get("displayName").asString()).isEqualTo("cat.png");
            assertThat(file.get("scope").asString()).isEqualTo("GLOBAL");
            assertThat(file.at("/downloadSource/width").asInt()).isEqualTo(640);
            var address = URI.create(file.get("downloadUrl").asString());
            var back = Client.send(
                    HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            assertThat(back.body()).isEqualTo(CAT);
            assertThat(back.headers().firstValue("Content-Type")).hasValue("image/png");
        }

        @Test
        void may_come_in_chunks_whose_sum_nobody_said() throws IOException {
            var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(CAT));
            assertThat(put(announced(), body).statusCode()).isEqualTo(200);
            assertThat(stored()).isEqualTo(CAT.length);
            nothingIsLeft();
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/png", "text/html", "application/octet-stream", "?"})
        void may_be_said_to_be_anything(String type) {
            var request = HttpRequest.newBuilder(announced())
                    .header("Content-Type", type)
                    .PUT(BodyPublishers.ofByteArray(CAT))
                    .build();
            assertThat(Client.send(request).statusCode()).isEqualTo(200);
        }

        @Test
        void may_come_with_a_key_that_is_none() {
            var request = HttpRequest.newBuilder(announced())
                    .header("Authorization", "Bearer nonsense")
                    .PUT(BodyPublishers.ofByteArray(CAT))
                    .build();
            assertThat(Client.send(request).statusCode()).isEqualTo(200);
        }

        @Test
        void may_be_read_of_by_a_page_of_anybodys() {
            var answer = put(announced(), CAT);
            assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly("*");
        }

        @Test
        void are_waited_for_when_who_has_them_asks_first() throws IOException {
            try (var socket = socket()) {
                socket.say(head(
                        announced(),
                        "Content-Length: 100",
                        "Connection: close",
                        "Expect: 100-continue"));
                assertThat(socket.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
                assertThat(socket.say(Bytes.png(100)).hear().status()).isEqualTo(200);
            }
        }

        @Test
        void of_a_temporary_file_go_after_a_day() {
            var announced = announce("{\"displayName\":\"a\",\"isTemporary\":true}");
            put(address(announced), CAT);
            String path = "/v1/files/" + announced.get("fileId").asString();
            assertThat(client.done("GET", path, "").get("scope").asString()).isEqualTo("TEMPORARY");
            server.pass(Duration.ofDays(1));
            assertThat(client.call("GET", path, "").statusCode()).isEqualTo(404);
        }

        @Test
        void of_an_ill_meant_name_are_shown_and_sent_under_a_harmless_one() {
            var announced = announce("{\"displayName\":\"\\u202Egnp.exe\\r\\nSet-Cookie: a=b\"}");
            put(address(announced), CAT);
            String path = "/v1/files/" + announced.get("fileId").asString();
            var file = client.done("GET", path, "");
            assertThat(file.get("displayName").asString()).isEqualTo("_gnp.exe__Set-Cookie: a=b");
            var back = Client.send(
                    HttpRequest.newBuilder(URI.create(file.get("downloadUrl").asString()))
                            .build());
            assertThat(back.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(back.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(shown -> assertThat(shown).startsWith("attachment;"));
        }
    }

    @Nested
    class APartOfAFile {
        @ParameterizedTest
        @CsvSource({
            "Content-Range: bytes 0-99/300000, 400, invalid_request",
            "Content-Encoding: gzip, 415, unsupported_media_type"
        })
        void is_refused_before_it_is_sent_and_the_whole_may_come(
                String header, int status, String code) throws IOException {
            var address = announced();
            try (var socket = socket()) {
                socket.say(head(address, header, "Content-Length: 100", "Expect: 100-continue"));
                var reply = socket.hear();
                assertThat(reply.text()).doesNotContain(" 100 ");
                refused(reply, status, code);
            }
            try (var socket = socket()) {
                String name = "POST /api/v1/assets HTTP/1.1\r\nHost: x\r\nx-api-key: ";
                socket.say(
                        name + client.key() + "\r\nContent-Length: 100\r\n" + header + "\r\n\r\n");
                assertThat(socket.say(Bytes.png(100)).hear().status()).isEqualTo(status);
            }
            assertThat(stored()).isZero();
            assertThat(put(address, CAT).statusCode()).isEqualTo(200);
        }

        @Test
        void is_not_meant_by_an_encoding_that_changes_nothing() {
            var request = HttpRequest.newBuilder(announced())
                    .header("Content-Encoding", "identity")
                    .PUT(BodyPublishers.ofByteArray(CAT))
                    .build();
            assertThat(Client.send(request).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class AnAddress {
        @Test
        void is_good_once() {
            var address = announced();
            assertThat(put(address, CAT).statusCode()).isEqualTo(200);
            refused(put(address, Bytes.png(50)), 409, "upload_not_open");
            assertThat(stored()).isEqualTo(CAT.length);
        }

        @Test
        void is_good_for_a_quarter_of_an_hour() {
            var address = announced();
            server.pass(Duration.ofMinutes(15).minusSeconds(1));
            assertThat(put(address, CAT).statusCode()).isEqualTo(200);
            var late = announced();
            server.pass(Duration.ofMinutes(15));
            refused(put(late, CAT), 403, "expired_signature");
        }

        @Test
        void has_one_spelling() {
            var address = announced().toString();
            for (var other : new String[] {
                address + "&a=b",
                address.replace("?exp=", "?a=b&exp="),
                address.replaceFirst("exp=\\d", "exp=9"),
                address.substring(0, address.length() - 1),
                address.replace("/uploads/0", "/uploads/%30"),
                address.replaceFirst("\\?.*", "")
            }) {
                refused(put(URI.create(other), CAT), 403, "invalid_signature");
            }
            assertThat(put(URI.create(address), CAT).statusCode()).isEqualTo(200);
        }

        @Test
        void is_not_made_of_that_of_another_kind() {
            String path = announced().getPath();
            for (var purpose : AssetAddresses.PURPOSES)
                refused(put(signed(path, purpose), CAT), 403, "invalid_signature");
            assertThat(put(signed(path, UploadAddresses.PURPOSE), CAT).statusCode())
                    .isEqualTo(200);
        }

        private URI signed(String path, String purpose) {
            var secrets = server.live.store.secrets();
            var addresses =
                    new SignedAddresses(server.http.address(), secrets, purpose, server.time);
            return URI.create(addresses.sign(path, Duration.ofMinutes(5)).url());
        }

        @Test
        void takes_bytes_and_gives_none() {
            var address = announced();
            for (var method : new String[] {"GET", "POST", "DELETE"}) {
                var response = Client.send(HttpRequest.newBuilder(address)
                        .method(method, BodyPublishers.noBody())
                        .build());
                refused(response, 405, "method_not_allowed");
            }
        }

        @Test
        void ends_with_the_key_that_it_was_asked_for_with() {
            var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}");
            var colleague = new Client(server.http.port(), made.get("key").asString());
            var address =
                    address(colleague.done("POST", "/v1/files/upload", "{\"displayName\":\"a\"}"));
            client.call("DELETE", "/api/v1/api-keys/" + made.at("/apiKey/id").asString(), "");
            refused(put(address, CAT), 403, "expired_signature");
            assertThat(stored()).isZero();
        }
    }
}
