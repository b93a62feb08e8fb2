package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.app.live.LiveServer;
import dev.safelight.cli.Cli;
import dev.safelight.cli.Host;
import dev.safelight.cli.Streams;
import dev.safelight.client.ApiException;
import dev.safelight.client.Environment;
import dev.safelight.client.Safelight;
import dev.safelight.client.UploadOptions;
import dev.safelight.core.upload.UploadLimits;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Java client and {@code ./safelight upload}. */
class OwnClientsTest extends Receiving {
    private static final byte[] CAT = Bytes.png(3_000_000);

    @Override
    UploadLimits limits() {
        return ofAtMost(CAT.length);
    }

    private static final String LONGEST = "🐈".repeat(20_000);

    private String transcript(String id) {
        return client.done("GET", "/v1/files/" + id, "").get("transcript").asString();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Nested
    class TheClient {
        private final Path back = Path.of("back.png");

        private Safelight safelight() {
            return Safelight.connect(client.at(""), LiveServer.KEY);
        }

        @Test
        void brings_a_file_and_gets_it_back() throws Exception {
            var brought = safelight().upload(file("my cat.png", CAT));
            assertThat(brought.name()).isEqualTo("my cat.png");
            assertThat(brought.contentType()).isEqualTo("image/png");
            assertThat(brought.bytes()).isEqualTo(CAT.length);
            var target = folder.resolve(back);
            assertThat(safelight().download(brought.id(), target).sha256())
                    .isEqualTo(brought.sha256());
            assertThat(target).hasBinaryContent(CAT);
        }

        @Test
        void gives_it_another_name_and_a_day() throws Exception {
            var said = new UploadOptions("größer & besser.png", true);
            assertThat(safelight().upload(file("cat.png", CAT), said).name())
                    .isEqualTo("größer & besser.png");
        }

        @Test
        void gives_what_is_said_in_it() throws Exception {
            var said = new UploadOptions("", false, LONGEST);
            var brought = safelight().upload(file("cat.png", CAT), said);
            assertThat(brought.bytes()).isEqualTo(CAT.length);
            assertThat(transcript(brought.id().value())).isEqualTo(LONGEST);
            assertThat(stored()).isEqualTo(CAT.length + 80_000);
            var target = folder.resolve(back);
            safelight().download(brought.id(), target);
            assertThat(target).hasBinaryContent(CAT);
        }

        @Test
        void is_told_when_too_much_is_said() throws Exception {
            var longer = new UploadOptions("", false, "a".repeat(20_001));
            var cat = file("cat.png", CAT);
            assertThatThrownBy(() -> safelight().upload(cat, longer))
                    .isInstanceOfSatisfying(ApiException.class, refused -> {
                        assertThat(refused.status()).isEqualTo(400);
                        assertThat(refused.getMessage()).contains("20000 characters");
                    });
            assertThat(stored()).isZero();
            nothingIsLeft();
        }

        @Test
        void is_told_what_is_not_taken() throws Exception {
            var noise = file("cat.png", Bytes.noise(999));
            assertThatThrownBy(() -> safelight().upload(noise))
                    .isInstanceOfSatisfying(ApiException.class, refused -> {
                        assertThat(refused.status()).isEqualTo(415);
                        assertThat(refused.code()).isEqualTo("unsupported_media_type");
                    });
            var much = file("much.png", Bytes.png(CAT.length + 1));
            assertThatThrownBy(() -> safelight().upload(much))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refused -> assertThat(refused.code()).isEqualTo("payload_too_large"));
        }

        @Test
        void says_that_a_file_cannot_be_read() {
            assertThatThrownBy(() -> safelight().upload(folder.resolve("none.png")))
                    .isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> safelight().upload(folder)).isInstanceOf(IOException.class);
        }
    }

    @Nested
    class TheCommand {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        private int run(String... args) {
            var streams = new Streams(
                    InputStream.nullInputStream(),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false);
            var environment = Map.of(
                    "SAFELIGHT_URL", client.at("").toString(), "SAFELIGHT_API_KEY", LiveServer.KEY);
            return Cli.run(
                    List.of(args),
                    new Host(
                            environment,
                            streams,
                            Environment.ofThisMachine(),
                            action -> () -> {},
                            () -> {
                                throw new IOException("none here");
                            },
                            data -> {
                                throw new IOException("none here");
                            }));
        }

        @Test
        void prints_the_id_alone_so_that_a_script_can_take_it() throws IOException {
            assertThat(run("upload", file("cat.png", CAT).toString())).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).matches("asset_[0-9A-Z]{26}\\n");
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("cat.png: image/png, 3000000 bytes\n");
        }

        @Test
        void prints_a_line_of_json_when_that_is_asked_for() throws IOException {
            var path = file("cat.png", CAT).toString();
            assertThat(run("upload", path, "--json", "--temporary", "--name", "mine"))
                    .isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .startsWith("{\"assetId\":\"asset_")
                    .contains("\"fileName\":\"mine\"");
        }

        @Test
        void takes_a_transcript_from_a_file() throws IOException {
            var said = file("said.txt", "größer\n".getBytes(StandardCharsets.UTF_8));
            var cat = file("cat.png", CAT).toString();
            assertThat(run("upload", cat, "--transcript", said.toString())).isZero();
            var id = out.toString(StandardCharsets.UTF_8).strip();
            assertThat(transcript(id)).isEqualTo("größer\n");
            Files.write(said, new byte[] {(byte) 0xC3});
            assertThat(run("upload", cat, "--transcript", said.toString())).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("said.txt: it is not UTF-8");
        }

        @Test
        void exits_by_what_went_wrong() throws IOException {
            assertThat(run("upload", folder.resolve("none.png").toString())).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no such file");
            assertThat(run("upload", file("a.txt", Bytes.noise(9)).toString())).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("no type that is taken");
            assertThat(run("upload")).isEqualTo(2);
        }
    }
}
