package dev.safelight.engines.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.SpokenWord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class ForeignReaderTest {
    @TempDir
    private Path folder;

    @Test
    void words_are_told_apart_where_there_are_as_many_sounds() throws Exception {
        List<Line> lines = lines("echo 'hˈaloː (en)wˈɜːld(de)'", "Hallo, World!");

        assertThat(lines.getFirst().words())
                .containsExactly(
                        new SpokenWord("Hallo", "hˈaloː", ","),
                        new SpokenWord("World", "wˈɜːld", "!"));
    }

    @Test
    void else_a_sentence_is_one_word() throws Exception {
        List<Line> lines = lines("echo 'ɪn deːɐ nˈaxt'", "Nachts 7.");

        assertThat(lines.getFirst().words())
                .containsExactly(new SpokenWord("Nachts 7.", "ɪn deːɐ nˈaxt", "."));
    }

    @Test
    void the_program_is_given_the_language_and_each_sentence() throws Exception {
        List<Line> lines = lines("cat; echo \" $4\"", "Eins! Zwei?\n...\nDrei");

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst().words().getFirst().ipa()).isEqualTo("Eins! de");
    }

    @Test
    void a_bad_end_of_it_may_be_tried_again() {
        assertThatThrownBy(() -> lines("exit 2", "Hallo"))
                .isInstanceOfSatisfying(
                        EngineFailure.class,
                        failure -> assertThat(failure.isPassing()).isTrue());
    }

    private List<Line> lines(String deed, String text) throws Exception {
        return new ForeignReader(program(deed), "de-DE")
                .lines(text, new SpeechFixture.Watch(folder));
    }

    private Path program(String deed) throws IOException {
        Path program = folder.resolve("espeak-ng");
        Files.writeString(program, "#!/bin/bash\n" + deed + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
