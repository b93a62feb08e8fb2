package dev.safelight.cli;

import dev.safelight.client.Task;

/** Shows a person how far a task is. */
interface Progress extends AutoCloseable {

    /** Something worth a line before there is a task. */
    void say(String text);

    void show(Task task);

    /** Leaves the stream at the start of a line. */
    @Override
    void close();

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
