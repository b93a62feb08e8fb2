package dev.safelight.app.live;

import dev.safelight.core.task.LogEntry;

import java.util.Locale;

/**
 * One thing that somebody is told of a task.
 *
 * @param sequence of the entry in the task's log
 * @param word what happened, in one spelling for all
 */
public record Told(long sequence, String word) {

    public static Told of(LogEntry entry) {
        return new Told(entry.sequence(), entry.event().kind().name().toLowerCase(Locale.ROOT));
    }

    /** In the words of streams, of the feed, of endpoints or of keys' addresses. */
    public static Told of(long sequence, String said) {
        String word = said.substring(said.lastIndexOf('.') + 1);
        return new Told(
                sequence,
                switch (word) {
                    case "pending" -> "submitted";
                    case "running" -> "started";
                    case "progress" -> "progressed";
                    case "completed" -> "succeeded";
                    default -> word;
                });
    }
}
