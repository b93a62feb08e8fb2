package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.InputFile;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.Preview;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;

/** A run that keeps the progress it was told, and stops at a percentage if one is given. */
public final class QuietRun implements Run {
    private final int last;
    private int reached;
    private boolean backwards;
    private int looks = Integer.MAX_VALUE;

    public QuietRun() {
        this(1000);
    }

    QuietRun(int last) {
        this.last = last;
    }

    /** Goes on so many times when it is asked whether to. */
    public QuietRun stoppingAfterLooks(int many) {
        looks = many;
        return this;
    }

    @Override
    public void progress(int percent) throws Stopped {
        if (percent > last) throw new Stopped();
        backwards |= percent < reached;
        reached = percent;
    }

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
        if (reached >= last || looks-- == 0) throw new Stopped();
    }

    @Override
    public boolean stopped() {
        return false;
    }

    @Override
    public void whenStopped(Runnable then) {}

    int reached() {
        return reached;
    }

    boolean wentBackwards() {
        return backwards;
    }
}
