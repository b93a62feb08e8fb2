package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.client.ApiKey;
import dev.safelight.client.json.Json;
import dev.safelight.client.json.JsonReader;
import dev.safelight.testkit.wire.Received;
import dev.safelight.testkit.wire.Script;
import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

class CliTest extends AgainstAServer {
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
                    .isEqualTo(at("cat.png") + ": image/png, 16 kB, 80 credits, 0.0 s\n");
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
            Json line = JsonReader.read(host.out());
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
    class WithoutAnAddress {
        private final AtomicBoolean closed = new AtomicBoolean();
        private final TestHost bare = new TestHost().starting(this::start);

        private LocalServer.Running start() {
            return new LocalServer.Running() {
                @Override
                public Target target() {
                    return new Target(
                            URI.create(server.origin() + "/api/v1"), ApiKey.of(StandIn.KEY));
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
}
