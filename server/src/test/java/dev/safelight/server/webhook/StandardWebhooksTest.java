package dev.safelight.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.webhook.Parcel;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class StandardWebhooksTest {
    private final Random random = new Random(7);
    private final WebhookSecret newest = WebhookSecret.draw(random);
    private final WebhookSecret earlier = WebhookSecret.draw(random);
    private final String body = "{\"event\":\"café \\u2603 \uD83D\uDCF7\"}";

    private static HttpHeaders received(List<Parcel.Header> headers) {
        Map<String, List<String>> byName = new HashMap<>();
        headers.forEach(header -> byName.put(header.name(), List.of(header.value())));
        return HttpHeaders.of(byName, (name, value) -> true);
    }

    private HttpHeaders sent(WebhookSecret... secrets) {
        return received(StandardWebhooks.headers(
                "msg_1", Instant.now().plusMillis(999), body, List.of(secrets)));
    }

    /** As the published example of the specification has it. */
    @Test
    void the_example_of_the_specification_comes_out_letter_by_letter() {
        var headers = StandardWebhooks.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}",
                List.of(new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
        assertThat(headers)
                .containsExactly(
                        new Parcel.Header("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                        new Parcel.Header("webhook-timestamp", "1614265330"),
                        new Parcel.Header(
                                "webhook-signature",
                                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Nested
    class TheirOwnLibrary {
        @Test
        void verifies_what_we_sign() throws Exception {
            new Webhook(newest.text()).verify(body, sent(newest));
        }

        @Test
        void verifies_by_either_secret_while_one_is_exchanged() throws Exception {
            var sent = sent(newest, earlier);
            new Webhook(newest.text()).verify(body, sent);
            new Webhook(earlier.text()).verify(body, sent);
        }

        @Test
        void refuses_another_secret_and_another_body() {
            var sent = sent(newest);
            assertThatThrownBy(() -> new Webhook(earlier.text()).verify(body, sent))
                    .isInstanceOf(WebhookVerificationException.class);
            assertThatThrownBy(() -> new Webhook(newest.text()).verify(body + " ", sent))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    @Test
    void the_newest_secret_signs_first() {
        var both = sent(newest, earlier).firstValue("webhook-signature").orElseThrow();
        var alone = sent(newest).firstValue("webhook-signature").orElseThrow();
        assertThat(both.split(" ")).hasSize(2);
        assertThat(both).startsWith(alone + " ");
    }
}
