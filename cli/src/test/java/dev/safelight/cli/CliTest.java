package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.client.json.Json;
import dev.safelight.testkit.wire.Fault;
import dev.safelight.testkit.wire.Received;
import dev.safelight.testkit.wire.Script;
import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

class CliTest {
    private final StandIn server = StandIn.start();
    private final TestHost host = new TestHost().using(server);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Received last(String tool) {
        return server.received(tool).getLast();
    }

    @Nested
    class MakingAPicture {
        @Test
        void the_file_is_written_and_its_place_and_price_are_printed() {
            assertThat(host.run("image", "a cat in space", "-o", at("cat.png"))).isZero();
            assertThat(folder.resolve("cat.png")).hasBinaryContent(server.file());
            assertThat(host.out())
                    .isEqualTo(at("cat.png") + ": image/png, 165 kB, 80 credits, 0.0 s\n");
        }

        @Test
        void every_option_reaches_the_server() {
            host.run(
                    "image",
                    "a cat",
                    "--aspect",
                    "16:9",
                    "--size",
                    "2K",
                    "--style",
                    "noir",
                    "--seed",
                    "7",
                    "--priority",
                    "9",
                    "-o",
                    at("cat.png"));
            assertThat(last("generate-image-from-text").input().toString())
                    .endsWith("\"prompt\":\"a cat\",\"aspectRatio\":\"16:9\",\"imageSize\":\"2K\","
                            + "\"style\":\"noir\",\"seed\":7,\"priority\":9}");
        }

        @Test
        void words_need_no_quotes() {
            host.run("image", "a", "cat", "in", "space", "-o", at("cat.png"));
            assertThat(last("generate-image-from-text").input().path("prompt").asString())
                    .isEqualTo("a cat in space");
        }

        @Test
        void in_a_folder_the_file_is_named_after_the_words() {
            host.run("image", "A cat, in space!", "-o", folder.toString());
            assertThat(folder.resolve("a-cat-in-space.png")).hasBinaryContent(server.file());
        }

        @Test
        void an_older_file_is_replaced() throws IOException {
            Files.writeString(folder.resolve("cat.png"), "an older cat");
            assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isZero();
            assertThat(folder.resolve("cat.png")).hasBinaryContent(server.file());
        }

        @Test
        void a_dash_is_standard_output_and_nothing_else_is_written_there() {
            assertThat(host.run("image", "a cat", "-o", "-")).isZero();
            assertThat(host.outBytes()).isEqualTo(server.file());
            assertThat(host.err()).contains("80 credits");
        }

        @Test
        void for_programs_the_result_is_one_line_of_json() {
            host.run("image", "a cat", "--json", "-o", at("cat.png"));
            assertThat(host.out().lines()).hasSize(1);
            Json line = Json.parse(host.out());
            assertThat(line.at("status").asText()).contains("completed");
            assertThat(line.at("file").asText()).contains(at("cat.png"));
            assertThat(line.at("credits").asNumber().orElseThrow().intValue()).isEqualTo(80);
            assertThat(line.at("sha256").asText().orElseThrow()).hasSize(64);
        }

        @Test
        void quiet_says_nothing_when_all_is_well() {
            host.run("image", "a cat", "--quiet", "-o", at("cat.png"));
            assertThat(host.out() + host.err()).isEmpty();
        }
    }

    @Nested
    class Speaking {
        @Test
        void every_option_reaches_the_server() {
            host.run(
                    "speech",
                    "hello",
                    "--voice",
                    "joe",
                    "--speed",
                    "1.5",
                    "--format",
                    "wav",
                    "-o",
                    at("hello.wav"));
            assertThat(last("generate-tts").input().toString())
                    .isEqualTo("{\"text\":\"hello\",\"voiceId\":\"joe\",\"speed\":1.5,"
                            + "\"format\":\"wav\"}");
        }

        @Test
        void the_text_may_come_from_a_file_or_standard_input() throws IOException {
            Path text = Files.writeString(folder.resolve("text"), "from a file\n");
            host.run("speech", "--file", text.toString(), "-o", at("a.wav"));
            assertThat(spoken()).isEqualTo("from a file");
            host.typing("typed — naïve\n").run("speech", "--file", "-", "-o", at("a.wav"));
            assertThat(spoken()).isEqualTo("typed — naïve");
        }

        @Test
        void a_file_that_ends_in_flac_is_flac() {
            host.run("speech", "hello", "-o", at("hello.FLAC"));
            assertThat(last("generate-tts").input().path("format").asString()).isEqualTo("flac");
        }

        private String spoken() {
            return last("generate-tts").input().path("text").asString();
        }
    }

    @Nested
    class ShowingProgress {
        @Test
        void a_terminal_has_one_line_that_is_redrawn() {
            server.script(Script.done(0, 50));
            server.whenCalled(call -> host.advance(Duration.ofSeconds(1)));
            host.atATerminal().run("image", "a cat", "-o", at("cat.png"));
            assertThat(host.err())
                    .doesNotContain("\n")
                    .contains("\r[------------------------]   0%  3 s  queued\u001b[K")
                    .contains("\r[############------------]  50%  4 s  running\u001b[K")
                    .contains("\r[########################] 100%  5 s  done\u001b[K")
                    .endsWith("\r\u001b[K");
        }

        @Test
        void a_log_has_a_line_when_something_changed_enough() {
            server.script(Script.done(0, 1, 2, 3, 30, 31));
            server.whenCalled(call -> host.advance(Duration.ofSeconds(1)));
            host.run("image", "a cat", "-o", at("cat.png"));
            assertThat(host.err().lines())
                    .containsExactly(
                            "queued, 0%, 3 s",
                            "running, 1%, 4 s", "running, 30%, 7 s", "done, 100%, 9 s");
        }

        @Test
        void a_log_has_a_line_after_ten_seconds_at_the_latest() {
            server.script(Script.done(1, 1, 1));
            server.whenCalled(call -> host.advance(Duration.ofSeconds(6)));
            host.run("image", "a cat", "-o", at("cat.png"));
            assertThat(host.err().lines().filter("running, 1%"::equals).toList())
                    .isEmpty();
            assertThat(host.err().lines().filter(line -> line.startsWith("running")))
                    .hasSize(2);
        }
    }

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
        void a_file_that_cannot_be_written_is_1() {
            assertThat(host.run("image", "a cat", "-o", at("x".repeat(300)))).isEqualTo(1);
            assertThat(host.err()).contains("cannot write the file of task_");
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

    @Nested
    class Helping {
        @Test
        void each_command_shows_its_options_exit_codes_and_an_example() {
            assertThat(host.run("image", "--help")).isZero();
            assertThat(host.out())
                    .contains("--aspect", "130", "Ctrl-C", "Example: ./safelight image");
            assertThat(host.run("speech", "--help")).isZero();
            assertThat(host.out()).contains("--voice", "Example: ./safelight speech");
        }

        @Test
        void without_a_command_the_commands_are_listed() {
            assertThat(host.run()).isZero();
            assertThat(host.out()).contains("image", "speech");
        }
    }

    @Nested
    class WithoutAnAddress {
        private final AtomicBoolean closed = new AtomicBoolean();
        private final TestHost bare = new TestHost().starting(this::start);

        private LocalServer.Running start() {
            return new LocalServer.Running() {
                @Override
                public Target target() {
                    return new Target(URI.create(server.origin() + "/api/v1"), StandIn.KEY);
                }

                @Override
                public void close() {
                    closed.set(true);
                }
            };
        }

        @Test
        void a_server_is_started_used_and_closed() {
            assertThat(bare.run("image", "a cat", "-o", at("cat.png"))).isZero();
            assertThat(folder.resolve("cat.png")).hasBinaryContent(server.file());
            assertThat(bare.err()).startsWith("starting a server");
            assertThat(closed).isTrue();
        }

        @Test
        void it_is_closed_after_a_failure_too() {
            server.script(Script.ending(Script.End.FAILED));
            assertThat(bare.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(1);
            assertThat(closed).isTrue();
        }

        @Test
        void one_that_does_not_start_is_3() {
            assertThat(new TestHost().run("image", "a cat", "-o", at("cat.png")))
                    .isEqualTo(3);
        }
    }
}
