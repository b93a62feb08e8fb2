package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

/** Files of executions that are kept for a day only, and very many of them. */
class ExecutionsFilesTest extends InExecutions {
    private static final Duration DAY = Duration.ofDays(1);

    private String made(int pictures, @Nullable Duration kept) throws IOException {
        String id = caller.started("generate-image", CAT);
        hand.finish(hand.take(EngineName.ILLUSTRATOR), pictures, kept);
        return id;
    }

    @Nested
    class ATemporaryOne {
        @Test
        void has_addresses_that_end_with_it() throws IOException {
            var result = caller.execution(made(1, DAY)).at("/results/0");
            long end = server.time.instant().plus(DAY).getEpochSecond();
            assertThat(result.get("downloadUrlExpiresAt").asLong()).isEqualTo(end);
            assertThat(result.at("/file/previewSource/expiresAt").asLong()).isEqualTo(end);
            assertThat(result.at("/file/scope").asString()).isEqualTo("TEMPORARY");
        }

        @Test
        void keeps_its_place_in_the_results_without_addresses_when_it_is_over() throws IOException {
            String id = made(1, DAY);
            var before = caller.execution(id).at("/results/0");
            server.pass(DAY);
            var after = caller.execution(id).at("/results/0");
            assertThat(after.get("fileId")).isEqualTo(before.get("fileId"));
            assertThat(after.get("downloadUrl").isNull()).isTrue();
            assertThat(after.get("thumbnailUrlExpiresAt").isNull()).isTrue();
            assertThat(after.at("/file/downloadSource/status").asString()).isEqualTo("failed");
            assertThat(after.at("/file/thumbnailSource/status").asString()).isEqualTo("failed");
            var listed = caller.found("/v1/tools/executions").at("/toolExecutions/0/results/0");
            assertThat(listed).isEqualTo(after);
        }

        @Test
        void is_absent_when_it_is_over_though_it_was_just_looked_at() throws IOException {
            String path = file(made(1, DAY));
            String file = path.substring(path.lastIndexOf('/') + 1);
            caller.found(path);
            server.pass(DAY);
            assertThat(told(caller.get(path))).isEqualTo("404 not_found");
            assertThat(told(caller.start("upscale-image", "{\"imageFileId\":\"" + file + "\"}")))
                    .isEqualTo("404 not_found");
        }

        @Test
        void is_no_obstacle_to_the_answer_of_an_earlier_start() throws IOException {
            String path = file(made(1, DAY.dividedBy(2)));
            String start =
                    "{\"imageFileId\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}";
            var first = caller.start("upscale-image", start, "Idempotency-Key", "k");
            assertThat(first.statusCode()).isEqualTo(202);
            server.pass(DAY.dividedBy(2));
            var again = caller.start("upscale-image", start, "Idempotency-Key", "k");
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(told(caller.start("upscale-image", start, "Idempotency-Key", "other")))
                    .isEqualTo("404 not_found");
        }

        private String file(String execution) {
            return "/v1/files/"
                    + caller.execution(execution).at("/results/0/fileId").asString();
        }
    }

    @Nested
    class VeryManyOfThem {
        @Test
        void are_read_at_once_and_end_a_page_early() throws IOException {
            for (int i = 0; i < 3; i++) made(400, null);
            int before = server.library.asked();
            var page = caller.found("/v1/tools/executions?limit=200");
            assertThat(server.library.asked() - before).isEqualTo(1);
            assertThat(page.get("toolExecutions")).hasSize(2);
            assertThat(page.at("/toolExecutions/1/results")).hasSize(400);
            assertThat(page.get("hasMore").asBoolean()).isTrue();
            String rest = "&cursor=" + page.get("nextCursor").asString();
            assertThat(caller.found("/v1/tools/executions?limit=200" + rest).get("toolExecutions"))
                    .hasSize(1);
        }
    }
}
