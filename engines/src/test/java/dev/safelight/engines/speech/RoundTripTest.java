package dev.safelight.engines.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.core.engine.Made;
import dev.safelight.media.pack.Packs;
import dev.safelight.media.process.InstalledPrograms;
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What is said is written down again by an independent recogniser. The sentences were fixed before
 * the first of them was spoken; the table of the last run lies in {@code target/round-trip.md}.
 */
@Tag("recogniser")
class RoundTripTest {
    private static final double PLAIN = 0.90;
    private static final double BELOW_FLITE = 0.02;

    @Test
    void the_default_voice_is_understood(@TempDir Path folder) throws Exception {
        SpeechEngine engine = SpeechFixture.engine("joe-voice", "cmu-dictionary");
        List<Sentence> sentences = sentences();

        List<Score> joe = listen("joe", engine, sentences, folder);

        assertThat(Score.accuracy(joe.subList(0, 20)))
                .as("the plain twenty")
                .isGreaterThanOrEqualTo(PLAIN);
        assumeTrue(
                InstalledPrograms.on(SpeechFixture.PATH).find("flite").isPresent(),
                "flite is not installed to compare with");
        SpeechEngine programs =
                new SpeechEngine(new Packs(folder.resolve("none")), folder, SpeechFixture.PATH);
        List<Score> flite = listen("flite", programs, sentences, folder);
        assertThat(Score.accuracy(joe))
                .as("over all")
                .isGreaterThanOrEqualTo(Score.accuracy(flite) - BELOW_FLITE);
    }

    private static List<Score> listen(
            String voice, SpeechEngine engine, List<Sentence> sentences, Path folder)
            throws Exception {
        List<Sound> sounds = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Made made = engine.render(
                    SpeechFixture.job(sentence.text, "voiceId", voice),
                    new SpeechFixture.Watch(folder));
            try (InputStream in = made.files().getFirst().content().open()) {
                sounds.add(Wav.decode(in.readAllBytes()));
            }
        }
        List<String> heard =
                Recogniser.installed().hear(sounds, Files.createDirectories(folder.resolve(voice)));
        List<Score> scores = new ArrayList<>();
        List<String> table =
                new ArrayList<>(List.of("| said | heard | words | wrong |", "|---|---|---|---|"));
        for (int i = 0; i < sentences.size(); i++) {
            Score score = Score.of(sentences.get(i).readings, heard.get(i));
            scores.add(score);
            table.add("| %s | %s | %d | %d |"
                    .formatted(sentences.get(i).text, heard.get(i), score.words(), score.errors()));
        }
        table.add("%nplain %.3f, figures %.3f, all %.3f"
                .formatted(
                        Score.accuracy(scores.subList(0, 20)),
                        Score.accuracy(scores.subList(20, 30)),
                        Score.accuracy(scores)));
        Files.write(Path.of("target", "round-trip-" + voice + ".md"), table);
        return scores;
    }

    private static List<Sentence> sentences() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                RoundTripTest.class.getResourceAsStream("/speech/sentences.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1))
                    .map(columns ->
                            new Sentence(columns[1], Arrays.asList(columns[2].split(" / ", -1))))
                    .toList();
        }
    }

    private record Sentence(String text, List<String> readings) {}
}
