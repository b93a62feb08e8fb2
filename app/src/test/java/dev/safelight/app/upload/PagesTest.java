package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.server.http.Cors;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** Pages of other origins, which a browser asks for before they send. */
class PagesTest {

    abstract static class FromAnotherOrigin extends Receiving {
        private HttpResponse<String> asked(URI address) {
            return Client.send(HttpRequest.newBuilder(address)
                    .header("Origin", "https://page.example")
                    .header("Access-Control-Request-Method", "PUT")
                    .header("Access-Control-Request-Headers", "content-type")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build());
        }

        private static String told(HttpResponse<?> response, String name) {
            return String.join(";", response.headers().allValues(name));
        }

        @Test
        void a_page_of_anybodys_is_told_that_it_may_send() {
            var answer = asked(announced());
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(told(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(told(answer, "Access-Control-Allow-Methods")).isEqualTo("PUT");
            assertThat(told(answer, "Access-Control-Allow-Headers")).isEqualTo("*");
        }

        @Test
        void it_is_told_the_same_of_an_address_that_is_not_good() {
            assertThat(asked(client.at("/uploads/x")).statusCode()).isEqualTo(204);
        }

        @Test
        void it_reads_what_it_is_answered() {
            var request = HttpRequest.newBuilder(announced())
                    .header("Origin", "https://page.example")
                    .PUT(BodyPublishers.ofByteArray(Bytes.png(99)))
                    .build();
            var answer = Client.send(request);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(told(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            refused(Client.send(request), 409, "upload_not_open");
        }

        @Test
        void nowhere_below_is_a_refusal_that_it_cannot_read() {
            refused(client.call("PUT", "/uploads/a/b", ""), 404, "route_not_found");
            refused(client.call("PUT", "/uploads", ""), 404, "route_not_found");
        }
    }

    @Nested
    class WhereNoPageMayCall extends FromAnotherOrigin {}

    @Nested
    class WhereAnotherPageMayCall extends FromAnotherOrigin {
        @Override
        Cors cors() {
            return Cors.of(List.of("https://other.example"));
        }
    }

    @Nested
    class WhereEveryPageMayCall extends FromAnotherOrigin {
        @Override
        Cors cors() {
            return Cors.of(List.of("*"));
        }
    }
}
