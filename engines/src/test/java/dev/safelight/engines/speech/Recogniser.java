package dev.safelight.engines.speech;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.safelight.media.process.InstalledPrograms;
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's pocketsphinx, which knows nothing of our voices, writing down what it hears. */
final class Recogniser {
    private static final int RATE = 16_000;
    private static final int TAPS = 24;
    private static final double SILENCE = 0.3;
    private final Path program;

    private Recogniser(Path program) {
        this.program = program;
    }

    /** Skips the test where the recogniser is not installed. */
    static Recogniser installed() {
        Path program = InstalledPrograms.on(SpeechFixture.PATH)
                .find("pocketsphinx_batch")
                .orElse(null);
        if (program == null)
            abort("pocketsphinx is not installed: apt install pocketsphinx pocketsphinx-en-us");
        return new Recogniser(program);
    }

    /**
     * Writes down each sound.
     *
     * @param folder an empty one to work in
     */
    List<String> hear(List<Sound> sounds, Path folder) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            names.add("s" + i);
            Files.write(folder.resolve("s" + i + ".wav"), Wav.encode(atItsRate(sounds.get(i))));
        }
        Path list = Files.write(folder.resolve("list"), names);
        Path heard = folder.resolve("heard");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-adcin",
                        "yes",
                        "-adchdr",
                        "44",
                        "-cepdir",
                        folder.toString(),
                        "-cepext",
                        ".wav",
                        "-ctl",
                        list.toString(),
                        "-hyp",
                        heard.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0)
            throw new IOException("pocketsphinx ended with " + process.exitValue());
        // Each line ends in the sound's name and a score in brackets.
        return Files.readAllLines(heard).stream()
                .map(line -> line.substring(0, line.lastIndexOf('(')).strip())
                .toList();
    }

    /** Resampled by a windowed sinc that also takes away what the lower rate cannot hold. */
    private static Sound atItsRate(Sound sound) {
        short[] from = sound.samples();
        double step = (double) sound.sampleRate() / RATE;
        double cut = Math.min(1, 1 / step);
        float[] to = new float[(int) (from.length / step)];
        for (int i = 0; i < to.length; i++) {
            double centre = i * step;
            int first = (int) Math.ceil(centre - TAPS);
            double sum = 0;
            for (int j = Math.max(0, first); j < Math.min(from.length, first + 2 * TAPS); j++)
                sum += from[j] * cut * kernel((j - centre) * cut, (j - centre) / TAPS);
            to[i] = (float) (sum / Short.MAX_VALUE);
        }
        // The recogniser needs to hear the room before and after; some voices begin at once.
        Sound resampled = new Sound(RATE);
        resampled.addSilence(SILENCE);
        resampled.add(to, 1);
        resampled.addSilence(SILENCE);
        return resampled;
    }

    private static double kernel(double x, double across) {
        if (Math.abs(across) >= 1) return 0;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * across);
        return x == 0 ? window : window * Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
