package dev.safelight.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels in headers is trimmed and checked where it comes in, and never shown. */
class KeyTest {
    private static final String SECRET = "k3y0fMine";

    private final StandIn server = StandIn.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class AnApiKey {
        @ParameterizedTest
        @ValueSource(
                strings = {"%s\n", "%s\r\n", " %s ", "\t%s", "\ufeff%s", "%s\u00a0", "%s\u0085"})
        void is_trimmed(String form) throws Exception {
            var safelight = Safelight.connect(server.origin(), form.formatted(StandIn.KEY));
            assertThat(safelight.balance().granted()).isEqualTo(100_000);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "%s\nx",
                    "%s\rx",
                    "%s x",
                    "%s\tx",
                    "%s\u0000",
                    "%sü",
                    "\u007f%s",
                    "%s\u200bx",
                    "%s\u2028x",
                    "%s\ud83d\udc31"
                })
        void with_other_bytes_is_refused_unseen(String form) {
            assertThatThrownBy(() -> Safelight.connect(server.origin(), form.formatted(SECRET)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("key")
                    .hasNoCause()
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\r\n", "\ufeff"})
        void that_is_blank_is_refused(String blank) {
            assertThatThrownBy(() -> Safelight.connect(server.origin(), blank))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("empty");
        }

        @Test
        void that_the_server_does_not_know_is_not_shown() {
            var stranger = Safelight.connect(server.origin(), SECRET);
            assertThatThrownBy(stranger::balance)
                    .isInstanceOf(ApiException.class)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
        }
    }

    @Nested
    class AnIdempotencyKey {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "order-77\n",
                    " order-77\r\n",
                    "\torder-77",
                    "order-77 ",
                    "\ufefforder-77"
                })
        void is_trimmed(String key) throws Exception {
            submit(key);
            assertThat(server.received("generate-tts").getLast().idempotencyKey())
                    .isEqualTo("order-77");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "k3y0fMine\nx",
                    "k3y0fMine\u0000",
                    "k3y0fMineü",
                    "",
                    " ",
                    "k3y0fMine\u007f"
                })
        void that_cannot_stand_in_a_header_is_refused_unseen(String key) {
            assertThatThrownBy(() -> submit(key))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("idempotency key")
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
            assertThat(server.received()).isEmpty();
        }

        @Test
        void of_more_than_255_characters_is_refused() throws Exception {
            submit("x".repeat(255));
            assertThatThrownBy(() -> submit("x".repeat(256)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void is_not_shown_with_the_request() {
            var request = SpeechRequest.of("hi").with(SubmitOptions.NONE.idempotencyKey(SECRET));
            assertThat(request.toString()).doesNotContain(SECRET);
        }

        private void submit(String key) throws InterruptedException {
            Safelight.connect(server.origin(), StandIn.KEY)
                    .submit(SpeechRequest.of("hi").with(SubmitOptions.NONE.idempotencyKey(key)));
        }
    }
}
