package dev.safelight.cli;

import dev.safelight.client.Environment;
import dev.safelight.client.Task;

/** Shows a person how far a task is. */
interface Progress extends AutoCloseable {

    /** Something worth a line before there is a task. */
    void say(String text);

    void show(Task task);

    /** Leaves the stream at the start of a line. */
    @Override
    void close();

    static Progress of(Streams streams, Environment environment, boolean quiet) {
        if (quiet) return new Silence();
        var elapsed = new Elapsed(environment);
        return streams.terminal()
                ? new Bar(streams.err(), elapsed)
                : new Lines(streams.err(), elapsed);
    }

    /** For scripts. */
    record Silence() implements Progress {
        @Override
        public void say(String text) {}

        @Override
        public void show(Task task) {}

        @Override
        public void close() {}
    }
}
