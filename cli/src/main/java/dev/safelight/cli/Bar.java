package dev.safelight.cli;

import dev.safelight.client.Task;

import java.io.PrintStream;

/** One line of a terminal, drawn again and again. */
final class Bar implements Progress {
    private static final int WIDTH = 24;
    private static final String CLEAR_REST = "\u001b[K";

    private final PrintStream err;
    private final Elapsed elapsed;

    Bar(PrintStream err, Elapsed elapsed) {
        this.err = err;
        this.elapsed = elapsed;
    }

    @Override
    public void say(String text) {
        draw(text);
    }

    @Override
    public void show(Task task) {
        int full = task.progress() * WIDTH / 100;
        draw("[%s%s] %3d%%  %d s  %s"
                .formatted(
                        "#".repeat(full),
                        "-".repeat(WIDTH - full),
                        task.progress(),
                        elapsed.duration().toSeconds(),
                        Lines.word(task.state())));
    }

    /** The result takes the bar's place. */
    @Override
    public void close() {
        draw("");
    }

    private void draw(String text) {
        err.print("\r" + text + CLEAR_REST);
        err.flush();
    }
}
