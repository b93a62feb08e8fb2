package dev.safelight.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

class AnswerPartsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Nested
    class TheHead {
        private static String shown(String body) {
            var head = new AnswerHead();
            for (byte one : body.getBytes(StandardCharsets.UTF_8))
                head.add(ByteBuffer.wrap(new byte[] {one}));
            return head.text();
        }

        @Test
        void is_kept_up_to_its_bound_however_it_arrives() {
            assertThat(shown("ok")).isEqualTo("ok");
            assertThat(shown("a".repeat(5_000))).hasSize(1_024);
            var head = new AnswerHead();
            var content = ByteBuffer.wrap(new byte[100_000]);
            head.add(content);
            assertThat(content.remaining()).isEqualTo(100_000);
            assertThat(head.text()).isEmpty();
        }

        @Test
        void is_one_line_of_characters_that_move_no_cursor() {
            assertThat(shown("{\"a\":\n\t1}\r\n\u001b[31mred\u2028\u202eevil\ue000\u0085h\u00e9"))
                    .isEqualTo("{\"a\":  1}   [31mred ?evil? h\u00e9");
        }

        @Test
        void replaces_what_is_no_text() {
            var head = new AnswerHead();
            head.add(ByteBuffer.wrap(new byte[] {(byte) 0x1f, (byte) 0x8b, 'a', (byte) 0xff}));
            assertThat(head.text()).isEqualTo("\ufffda\ufffd");
        }
    }

    @Nested
    class RetryAfterIs {
        private static @Nullable Duration read(String value, @Nullable String date) {
            return RetryAfter.of(value, date, NOON);
        }

        @Test
        void seconds() {
            assertThat(read("0", null)).isZero();
            assertThat(read(" 30 ", null)).hasSeconds(30);
            assertThat(read("999999999", null)).hasSeconds(999_999_999);
        }

        @Test
        void a_date_by_the_receivers_clock_or_by_ours() {
            assertThat(read("Mon, 30 Nov 2026 12:01:00 GMT", null)).hasMinutes(1);
            assertThat(read("Mon, 30 Nov 2026 12:01:00 GMT", "Mon, 30 Nov 2026 11:01:00 GMT"))
                    .hasHours(1);
            assertThat(read("Mon, 30 Nov 2026 12:01:00 GMT", "now")).hasMinutes(1);
            assertThat(read("Mon, 30 Nov 2026 11:00:00 GMT", null)).isZero();
        }

        @Test
        void nothing_where_it_cannot_be_read() {
            for (var value : new String[] {"", "-1", "1.5", "1e3", "9999999999", "tomorrow"})
                assertThat(read(value, null)).as(value).isNull();
            assertThat(RetryAfter.of(null, null, NOON)).isNull();
        }
    }
}
