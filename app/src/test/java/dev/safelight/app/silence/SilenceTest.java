package dev.safelight.app.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.app.proof.Patience;
import dev.safelight.testkit.trace.Tracer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

class SilenceTest {
    private static final boolean FULL = Boolean.getBoolean("safelight.full");

    /** Unsilenced, ONNX Runtime first asks for its maker's host after about ten seconds. */
    private static final Duration SPEAKING = Duration.ofSeconds(FULL ? 120 : 25);

    private static final Path LAUNCHERS = Product.ROOT.resolve(".safelight");
    private static final Path ARGUMENTS = Product.ROOT.resolve("app/target/dist/arguments");

    @TempDir
    Path folder;

    private EmptyHome home;

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        assumeTrue(Tracer.isPossible(folder), "strace is not installed, or may not trace");
        folder = folder.toRealPath();
        home = EmptyHome.in(folder.resolve("person"));
    }

    /** The checkout's own folders may be written to, the temporary one must only be left empty. */
    private void assertThatItWasSilent(Footprint trace, Path... permitted) throws IOException {
        var all = new ArrayList<>(List.of(permitted));
        all.addAll(List.of(LAUNCHERS, ARGUMENTS, home.temporary()));
        assertThat(trace.namesAsked()).as("names asked").isEmpty();
        assertThat(trace.reachedOut()).as("reached beyond loopback").isEmpty();
        assertThat(trace.writtenOutside(all)).as("written elsewhere").isEmpty();
        assertThat(home.content())
                .as("left in the home and the temporary folder")
                .isEmpty();
    }

    private static void assertThatItLoaded(Footprint trace, List<String> libraries) {
        for (var library : libraries)
            assertThat(trace.opened(library)).as("it loaded %s", library).isTrue();
    }

    @Nested
    class TheLaunchedProduct {
        @BeforeEach
        void prepare() throws IOException, InterruptedException {
            Product.assumeReady();
        }

        private Traced serve(Speech speech, Path data) throws IOException {
            return Product.start(
                    folder,
                    home,
                    Speech.ENVIRONMENT,
                    "serve",
                    "--port",
                    Integer.toString(speech.port),
                    "--data",
                    data.toString(),
                    "--grant",
                    "100000000",
                    "--submits-per-minute",
                    "0");
        }

        @Test
        void serves_speech_in_silence() throws Exception {
            var speech = new Speech();
            var data = folder.resolve("new/and/deep/data");
            try (var server = serve(speech, data)) {
                speech.awaitServer(server);
                assertThat(server.environment().split("\0", -1))
                        .contains("ORT_DISABLE_TELEMETRY=1");
                long begin = System.nanoTime();
                int said = 0;
                for (; System.nanoTime() - begin < SPEAKING.toNanos(); said++) speech.say();
                var trace = server.stop().whole();

                System.out.printf(
                        "* silent for %d s and %d sentences%n", SPEAKING.toSeconds(), said);
                assertThatItLoaded(trace, NativeLibraries.LOADED);
                assertThatItWasSilent(trace, folder.resolve("new"));
                assertThat(trace.namesNotDurable(folder.resolve("new")))
                        .as("what is named in a new folder")
                        .isEmpty();
            }
        }

        @Test
        void leaves_nothing_behind_when_it_is_killed_after_it_spoke() throws Exception {
            var speech = new Speech();
            var data = folder.resolve("data");
            try (var server = serve(speech, data)) {
                speech.awaitServer(server);
                speech.say();
                var trace = server.kill().whole();

                assertThatItLoaded(trace, NativeLibraries.LOADED);
                assertThatItWasSilent(trace, data);
            }
        }

        /** Of words that no picture has by name, so that their meaning is asked for. */
        @Test
        void makes_a_picture_in_silence() throws Exception {
            makes("orchard.png", "image", "my grandmother's orchard");
        }

        @Test
        void reads_a_text_aloud_in_silence() throws Exception {
            makes("hello.wav", "speech", "Hello from the darkroom.");
        }

        private void makes(String name, String command, String words) throws Exception {
            var out = Files.createDirectory(folder.resolve("out"));
            var file = out.resolve(name);
            try (var run =
                    Product.start(folder, home, Map.of(), command, words, "-o", file.toString())) {
                var trace = run.whole();

                assertThat(run.exitCode()).as(run.output()).isZero();
                assertThat(file).isNotEmptyFile();
                assertThatItLoaded(trace, NativeLibraries.LOADED);
                assertThatItWasSilent(trace, out);
            }
        }
    }

    @Nested
    class AProgramThatUsesTheClasses {
        @Test
        void is_silent_as_well_though_nobody_set_anything() throws Exception {
            var main = List.of(AsALibrary.class.getName(), SPEAKING.toString());
            try (var program = Product.startMain(folder, home, List.of(), main)) {
                awaitLoaded(program);
                var trace = program.whole();

                assertThat(program.exitCode()).as(program.output()).isZero();
                assertThatItLoaded(trace, List.of(NativeLibraries.ONNX));
                assertThat(trace.namesAsked()).isEmpty();
                assertThat(trace.reachedOut()).isEmpty();
                // The loader's own temporary copy: only the launcher has it unpacked once.
                assertThat(home.content())
                        .allMatch(path -> path.startsWith(home.temporary())
                                && path.toString().contains("onnxruntime-java"));
            }
        }
    }

    @Nested
    class AProgramThatTakesFiles {
        /** Hostile ones: some of them name addresses, and files of this machine. */
        @Test
        void looks_into_them_in_silence() throws Exception {
            assumeTrue(System.getProperty("os.arch", "").equals("amd64"), "no ffmpeg comes along");
            var programs = folder.resolve("programs");
            var main = List.of(LooksIntoFiles.class.getName(), programs.toString());
            try (var program = Product.startMain(folder, home, List.of(), main)) {
                var trace = program.whole();

                assertThat(program.exitCode()).as(program.output()).isZero();
                assertThatItLoaded(trace, NativeLibraries.LOADED_BY_PROGRAMS);
                assertThatItWasSilent(trace, programs);
            }
        }
    }

    /** Without a network, so that even this tells nobody anything. */
    @Nested
    class ALibraryThatSpeaks {
        @Test
        void is_noticed() throws Exception {
            assumeTrue(
                    Product.succeeds("unshare", "-rn", "true"),
                    "this machine cannot cut off a network (unshare -rn)");
            var cutOff = List.of("unshare", "-rn");
            var main = List.of(Unsilenced.class.getName());
            try (var speaker = Product.startMain(folder, home, cutOff, main)) {
                awaitLoaded(speaker);
                awaitWhileAlive(
                        speaker,
                        "a name is asked",
                        () -> !speaker.soFar().namesAsked().isEmpty());
                var trace = speaker.kill().whole();

                assertThat(trace.reachedOut()).isNotEmpty();
                assertThat(trace.writtenOutside(List.of(home.temporary()))).isNotEmpty();
                assertThat(home.content()).isNotEmpty();
            }
        }
    }

    private static void awaitLoaded(Traced program) {
        awaitWhileAlive(program, "it loaded", () -> program.output().contains(Unsilenced.LOADED));
    }

    private static void awaitWhileAlive(Traced program, String fact, BooleanSupplier isSo) {
        Patience.until(fact, () -> {
            assertThat(program.isAlive())
                    .as("alive, after it said: %s", program.output())
                    .isTrue();
            return isSo.getAsBoolean();
        });
    }
}
