package dev.safelight.engines.speech;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.media.pack.Packs;
import dev.safelight.media.process.InstalledPrograms;

import org.junit.jupiter.api.Nested;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Each kind of speaker that this machine has. */
class SpeechContractTest {
    private static SpeechEngine withProgram(String name) {
        boolean isThere = InstalledPrograms.on(SpeechFixture.PATH).find(name).isPresent();
        assumeTrue(isThere, name + " is not installed");
        return new SpeechEngine(
                new Packs(Path.of("no-packs-here")), Path.of("no-voices-here"), SpeechFixture.PATH);
    }

    /** The default voice under another name, as an operator brings one. */
    private static SpeechEngine withADroppedVoice() throws IOException {
        SpeechFixture.engine("joe-voice", "cmu-dictionary");
        Path joe = SpeechFixture.packs().resolve("joe-voice/en_US-joe-medium.onnx");
        Path folder = Files.createTempDirectory("voices");
        Path model = folder.resolve("dropped.onnx");
        Path configuration = folder.resolve("dropped.onnx.json");
        Files.createSymbolicLink(model, joe.toAbsolutePath());
        Files.copy(joe.resolveSibling(joe.getFileName() + ".json"), configuration);
        for (Path made : List.of(folder, model, configuration)) made.toFile().deleteOnExit();
        return new SpeechEngine(
                new Packs(SpeechFixture.packs()), folder, SpeechFixture.NO_PROGRAMS);
    }

    @Nested
    class Joe extends SpeakerContract {
        Joe() {
            super(SpeechFixture.engine("joe-voice", "cmu-dictionary"), "joe");
        }

        @Override
        protected Wanted lasting() {
            return unparted(10_000, .5);
        }

        @Override
        protected List<Integer> stopsAt() {
            return List.of(0, 1, 10);
        }

        @Override
        protected List<Wanted> repeatable() {
            return List.of(usual());
        }
    }

    /** Its longest lines take seconds; a word is never cut, however long it is. */
    @Nested
    class Kokoro extends SpeakerContract {
        Kokoro() {
            super(SpeechFixture.engine("kokoro-voices", "cmu-dictionary"), "jm_kumo");
        }

        @Override
        protected Wanted lasting() {
            return unparted(1_500, 1);
        }

        @Override
        protected List<Integer> stopsAt() {
            return List.of(0, 1, 10);
        }
    }

    @Nested
    class ALongWordByKokoro extends Kokoro {
        @Override
        protected Wanted lasting() {
            return speech("pneumonoultramicroscopicsilicovolcanoconiosis".repeat(10), .5);
        }

        @Override
        protected List<Integer> stopsAt() {
            return List.of(1);
        }
    }

    @Nested
    class AVoiceThatAnOperatorDropped extends SpeakerContract {
        AVoiceThatAnOperatorDropped() throws IOException {
            super(withADroppedVoice(), "dropped");
        }

        @Override
        protected Wanted lasting() {
            return unparted(10_000, .5);
        }

        @Override
        protected List<Wanted> repeatable() {
            return List.of(usual());
        }
    }

    @Nested
    class Flite extends SpeakerContract {
        Flite() {
            super(withProgram("flite"), "flite");
        }

        @Override
        protected Wanted lasting() {
            return unparted(20_000, .5);
        }
    }

    @Nested
    class Espeak extends SpeakerContract {
        Espeak() {
            super(withProgram("espeak-ng"), "espeak-ng");
        }

        @Override
        protected Wanted lasting() {
            return unparted(20_000, .5);
        }
    }
}
