package dev.safelight.cli;

import dev.safelight.client.Task;
import dev.safelight.client.TaskState;

import java.io.PrintStream;
import java.time.Duration;

/** Plain lines for a log: one whenever something changed enough or much time went by. */
final class Lines implements Progress {
    private static final int STEP = 25;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final PrintStream err;
    private final Elapsed elapsed;
    private String word = "";
    private int progress;
    private Duration said = Duration.ZERO;

    Lines(PrintStream err, Elapsed elapsed) {
        this.err = err;
        this.elapsed = elapsed;
    }

    @Override
    public void say(String text) {
        err.println(text);
    }

    @Override
    public void show(Task task) {
        if (!isNews(task)) return;
        word = word(task.state());
        progress = task.progress();
        said = elapsed.duration();
        err.printf("%s, %d%%, %d s%n", word, progress, said.toSeconds());
    }

    @Override
    public void close() {}

    private boolean isNews(Task task) {
        return !word.equals(word(task.state()))
                || task.progress() >= progress + STEP
                || elapsed.duration().minus(said).compareTo(SILENCE) >= 0;
    }

    static String word(TaskState state) {
        return switch (state) {
            case TaskState.Pending pending -> "queued";
            case TaskState.Processing processing -> "running";
            case TaskState.Completed completed -> "done";
            case TaskState.Failed failed -> "failed";
            case TaskState.Cancelled cancelled -> "cancelled";
        };
    }
}
