package dev.safelight.engines.speech.voice;

import dev.safelight.core.engine.InputFile;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.Preview;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;

/** A run that only waits for something to be loaded. */
record WaitingRun(boolean stopped) implements Run {
    @Override
    public void progress(int percent) {}

    @Override
    public void checkpoint(JsonNode body) {}

    @Override
    public InputFile file(String id) {
        throw new AssertionError("no file is given");
    }

    @Override
    public Path scratch() {
        throw new AssertionError("it needs no folder");
    }

    @Override
    public void preview(Preview picture) {}

    @Override
    public void pause(Duration duration) {}

    @Override
    public void proceed() throws Stopped {
        if (stopped) throw new Stopped();
    }

    @Override
    public void whenStopped(Runnable then) {
        if (stopped) then.run();
    }
}
