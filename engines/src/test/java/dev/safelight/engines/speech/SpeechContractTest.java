package dev.safelight.engines.speech;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.tool.ToolName;
import dev.safelight.testkit.engine.EngineContract;

import java.util.List;

/** With the voices of this machine; without any, only what needs none is tried. */
class SpeechContractTest extends EngineContract {
    private final SpeechEngine engine = SpeechFixture.engine();

    private static Wanted speech(String json) {
        return new Wanted(ToolName.TEXT_TO_SPEECH, json.replace('\'', '"'));
    }

    private Wanted spoken(String json) {
        assumeFalse(engine.list().isEmpty(), "no voice is installed");
        return speech(json);
    }

    @Override
    protected Engine engine() {
        return engine;
    }

    @Override
    protected Wanted usual() {
        return spoken("{'text':'The first line. The second line. The third line is the last.'}");
    }

    @Override
    protected Wanted lasting() {
        return spoken("{'text':'" + "The boat goes out to sea. ".repeat(200) + "'}");
    }

    @Override
    protected List<Wanted> refused() {
        return List.of(speech("{'text':'hello','voiceId':'nobody-of-that-name'}"));
    }

    /** Marks alone are found out by a reader later too, but that needs a voice. */
    @Override
    protected List<Wanted> notAdmitted() {
        return List.of(
                speech("{'text':'hello','voiceId':'nobody-of-that-name'}"),
                speech("{'text':' ... - ?! '}"));
    }
}
