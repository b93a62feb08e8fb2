package dev.safelight.testkit.engine;

import dev.safelight.core.engine.InputFile;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.Preview;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;

/** A run that has its progress told to somebody else first. */
record OverheardRun(Run run, IntConsumer listener) implements Run {
    @Override
    public void progress(int percent) throws Stopped {
        listener.accept(percent);
        run.progress(percent);
    }

    @Override
    public void checkpoint(JsonNode body) throws Stopped {
        run.checkpoint(body);
    }

    @Override
    public InputFile file(String id) {
        return run.file(id);
    }

    @Override
    public Path scratch() throws IOException {
        return run.scratch();
    }

    @Override
    public void preview(Preview picture) throws Stopped {
        run.preview(picture);
    }

    @Override
    public void pause(Duration duration) throws Stopped {
        run.pause(duration);
    }

    @Override
    public void proceed() throws Stopped {
        run.proceed();
    }

    @Override
    public boolean stopped() {
        return run.stopped();
    }

    @Override
    public void whenStopped(Runnable then) {
        run.whenStopped(then);
    }
}
