package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.wire.Fault;
import dev.safelight.testkit.wire.Script;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ExitCodeTest extends AgainstAServer {
    @Nested
    class WhenItDoesNotWork {
        @Test
        void a_task_that_failed_is_1_and_says_why() {
            server.script(Script.ending(Script.End.FAILED));
            assertThat(run()).isEqualTo(1);
            assertThat(host.err()).contains("Try a different prompt.", "nothing was charged");
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void a_failure_is_json_too_when_that_was_asked_for() {
            server.script(Script.ending(Script.End.FAILED));
            host.run("image", "a cat", "--json", "-o", at("cat.png"));
            assertThat(host.out())
                    .startsWith("{\"status\":\"failed\",\"exitCode\":1,\"code\":\"MODEL_ERROR\",");
        }

        @Test
        void input_that_the_server_refuses_is_2() {
            refuse(400, "invalid_input");
            assertThat(run()).isEqualTo(2);
            assertThat(host.err()).contains("It said no.", "req-1");
        }

        @Test
        void a_server_that_is_not_there_is_3() {
            server.close();
            assertThat(run()).isEqualTo(3);
            assertThat(host.err()).contains("cannot reach " + server.origin());
        }

        @Test
        void a_server_that_stays_busy_is_3() {
            for (int i = 0; i < 4; i++) refuse(503, "overloaded");
            assertThat(run()).isEqualTo(3);
        }

        @Test
        void a_wrong_key_is_4() {
            assertThat(host.using(server.origin(), "sl_test_wrong").run("image", "a cat"))
                    .isEqualTo(4);
        }

        @Test
        void an_address_without_a_key_is_4() {
            host.variable("SAFELIGHT_API_KEY", "");
            assertThat(run()).isEqualTo(4);
            assertThat(host.err()).contains("set SAFELIGHT_API_KEY as well");
        }

        @Test
        void an_account_without_credits_is_5() {
            refuse(402, "insufficient_credits");
            assertThat(run()).isEqualTo(5);
        }

        @Test
        void a_task_that_takes_too_long_is_6_and_cancelled() {
            server.script(Script.ending(Script.End.NEVER));
            assertThat(host.run("image", "a cat", "--timeout", "30", "-o", at("cat.png")))
                    .isEqualTo(6);
            assertThat(server.received("cancel-task")).hasSize(1);
            assertThat(host.err()).contains("not done after 30 s");
        }

        @Test
        void ctrl_c_is_130_and_cancels() {
            server.script(Script.ending(Script.End.NEVER));
            server.whenCalled(call -> {
                if (call.tool().equals("wait-for-task")) host.pressCtrlC();
            });
            assertThat(run()).isEqualTo(130);
            assertThat(server.received("cancel-task")).hasSize(1);
            assertThat(host.err()).contains("is cancelled");
            assertThat(host.listensForCtrlC()).isFalse();
        }

        @Test
        void a_file_that_cannot_be_written_is_2_and_nothing_is_asked_for() {
            assertThat(host.run("image", "a cat", "-o", at("x".repeat(300)))).isEqualTo(2);
            assertThat(host.err()).contains("its name is too long");
            assertThat(server.received()).isEmpty();
        }

        private int run() {
            return host.run("image", "a cat", "-o", at("cat.png"));
        }

        private void refuse(int status, String code) {
            server.fault("generate-image-from-text", Fault.refusal(status, code, "It said no."));
        }
    }

    @Nested
    class WhenTheCommandIsWrong {
        @Test
        void it_is_2_with_the_reason_and_where_to_read_on() {
            assertThat(host.run("image")).isEqualTo(2);
            assertThat(host.err())
                    .contains(
                            "Missing required parameter: 'WORDS'",
                            "Try './safelight image --help'.");
        }

        @Test
        void nothing_is_submitted() throws IOException {
            Path blank = Files.writeString(folder.resolve("blank"), " \n");
            assertThat(host.run("image", "a cat", "--seed", "x")).isEqualTo(2);
            assertThat(host.run("image", "a cat", "--timeout", "0")).isEqualTo(2);
            assertThat(host.run("image", "a cat", "--json", "-o", "-")).isEqualTo(2);
            assertThat(host.run("image", "a cat", "-o", at("none/cat.png"))).isEqualTo(2);
            assertThat(host.run("speech")).isEqualTo(2);
            assertThat(host.run("speech", "hello", "--file", blank.toString())).isEqualTo(2);
            assertThat(host.run("speech", "--file", blank.toString())).isEqualTo(2);
            assertThat(host.run("speech", "--file", at("none"))).isEqualTo(2);
            assertThat(host.run("paint", "a cat")).isEqualTo(2);
            assertThat(server.received()).isEmpty();
        }

        @Test
        void an_address_that_is_none_is_2() {
            for (String url : new String[] {"localhost:8080", "not an address"}) {
                host.variable("SAFELIGHT_URL", url);
                assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(2);
            }
            assertThat(host.err()).contains("SAFELIGHT_URL");
        }
    }
}
