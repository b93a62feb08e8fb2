package dev.safelight.engines.speech;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.tool.ToolName;
import dev.safelight.testkit.engine.EngineContract;

import java.util.List;

/** What speech keeps to, whoever speaks. */
abstract class SpeakerContract extends EngineContract {
    /** No mark parts it, so that a voice's lines are as long as they may be. */
    private static final String UNPARTED =
            "the boat goes over to the other side of the long river ";

    private final SpeechEngine engine;
    private final String voice;

    SpeakerContract(SpeechEngine engine, String voice) {
        this.engine = engine;
        this.voice = voice;
    }

    final Wanted speech(String text, double speed) {
        return new Wanted(
                ToolName.TEXT_TO_SPEECH,
                "{\"voiceId\": \"" + voice + "\", \"speed\": " + speed + ", \"text\": \"" + text
                        + "\"}");
    }

    /** A text of about so many characters. */
    final Wanted unparted(int length, double speed) {
        return speech(UNPARTED.repeat(length / UNPARTED.length()), speed);
    }

    @Override
    protected final Engine engine() {
        return engine;
    }

    /** One line: what a program says at once, and a voice as well. */
    @Override
    protected Wanted usual() {
        return speech("This line is the first and the last.", 1);
    }

    @Override
    protected final List<Wanted> refused() {
        return List.of(new Wanted(
                ToolName.TEXT_TO_SPEECH,
                "{\"text\": \"hello\", \"voiceId\": \"nobody-of-that-name\"}"));
    }

    /** Marks alone are found out by a reader later too, but that needs a voice. */
    @Override
    protected final List<Wanted> notAdmitted() {
        return List.of(refused().getFirst(), speech(" ... - ?! ", 1));
    }
}
