package dev.safelight.server.http.face;

import org.jspecify.annotations.Nullable;

/**
 * One event of a stream, as browsers read them.
 *
 * @param id what a reader who comes again says it has read; null to leave that as it was
 * @param name what listeners are told apart by
 * @param data any text; its lines arrive as they are, though each line break arrives as a line feed
 */
public record ServerEvent(@Nullable String id, String name, String data) {

    /** Refuses what would begin another field or event. */
    public ServerEvent {
        if (isBroken(name) || (id != null && isBroken(id)))
            throw new IllegalArgumentException("a name and an id are one line each");
    }

    private static boolean isBroken(String line) {
        return line.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0);
    }

    /** The lines that are sent, the empty one at the end with them. */
    String lines() {
        var lines = new StringBuilder(data.length() + 64);
        if (id != null) lines.append("id: ").append(id).append('\n');
        lines.append("event: ").append(name).append('\n');
        data.lines().forEach(line -> lines.append("data: ").append(line).append('\n'));
        if (data.isEmpty()) lines.append("data\n");
        return lines.append('\n').toString();
    }
}
