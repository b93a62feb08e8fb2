package dev.safelight.testkit.trace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a trace: a call as it begins, as it ends, or both when nothing came between.
 *
 * @param thread who called
 * @param arguments as the tracer shows them; unknown where only the end is seen
 * @param begins whether the call begins here
 * @param result what it returned, when it ends here; negative for an error
 */
record SystemCall(
        int thread, String name, String arguments, boolean begins, Optional<Long> result) {
    private static final Pattern LINE = Pattern.compile("(\\d+)\\s+(\\w+)\\((.*)");
    private static final Pattern WHOLE = Pattern.compile("(.*)\\)\\s+= (-?\\d+|\\?).*");
    private static final Pattern RESUMED =
            Pattern.compile("(\\d+)\\s+<\\.\\.\\. (\\w+) resumed>.*\\)\\s+= (-?\\d+|\\?).*");
    private static final Pattern OPEN_FILE = Pattern.compile("^\\d+<([^>]*)>");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String UNFINISHED = " <unfinished ...>";

    /** Empty for what is no call: a signal, an exit. */
    static Optional<SystemCall> read(String line) {
        var resumed = RESUMED.matcher(line);
        if (resumed.matches())
            return Optional.of(new SystemCall(
                    Integer.parseInt(resumed.group(1)),
                    resumed.group(2),
                    "",
                    false,
                    number(resumed.group(3))));
        var begun = LINE.matcher(line);
        if (!begun.matches()) return Optional.empty();
        int thread = Integer.parseInt(begun.group(1));
        var rest = begun.group(3);
        if (rest.endsWith(UNFINISHED))
            return Optional.of(
                    new SystemCall(thread, begun.group(2), rest, true, Optional.empty()));
        var whole = WHOLE.matcher(rest);
        if (!whole.matches()) return Optional.empty();
        return Optional.of(new SystemCall(
                thread, begun.group(2), whole.group(1), true, number(whole.group(2))));
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text.equals("?") ? -1 : Long.parseLong(text));
    }

    boolean ends() {
        return result.isPresent();
    }

    boolean succeeds() {
        return result.orElse(-1L) >= 0;
    }

    /** The file behind the descriptor that comes first. */
    String file() {
        var matcher = OPEN_FILE.matcher(arguments);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The texts among the arguments, in order. */
    List<String> texts() {
        return TEXT.matcher(arguments).results().map(found -> found.group(1)).toList();
    }
}
