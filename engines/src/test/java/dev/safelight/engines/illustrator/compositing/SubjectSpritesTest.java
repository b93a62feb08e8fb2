package dev.safelight.engines.illustrator.compositing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.QuietRun;
import dev.safelight.engines.illustrator.art.PlainDrawings;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.reading.Pose;
import dev.safelight.engines.illustrator.reading.Subject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class SubjectSpritesTest {
    private static final List<Subject> THREE = Stream.of("dog", "house", "cat")
            .map(name -> new Subject(
                    PlainDrawings.drawing(name),
                    name,
                    Pose.STANDING,
                    new Subject.Manner(1, 1, 0xFF0000)))
            .toList();

    @Test
    void it_is_asked_before_each_drawing_and_each_dyeing_whether_to_go_on() {
        for (int looks = 0; looks < 6; looks++) {
            var run = new QuietRun().stoppingAfterLooks(looks);
            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(() -> new SubjectSprites(Bands.between(run, 0, 100)).of(THREE, 90));
        }
    }

    @Test
    void a_larger_thing_is_drawn_taller() throws Exception {
        var bands = Bands.between(new QuietRun(), 0, 100);
        var sprites = new SubjectSprites(bands).of(THREE, 400);
        assertThat(sprites.get(1).height()).isGreaterThan(sprites.get(0).height());
        assertThat(sprites.get(0).height()).isGreaterThan(sprites.get(2).height());
    }
}
