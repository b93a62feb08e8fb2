package dev.safelight.testkit.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one line of a trace tells of a call: that it begins, that it ends, or both when nothing came
 * between.
 *
 * @param thread who called
 * @param arguments as the tracer shows them; of a line that ends only, the rest of them
 * @param begins whether the call begins here
 * @param result what stands after the equals sign, as in {@code 9</etc/hosts>} or {@code -1 EIO
 *     (Input/output error)}, when it ends here
 */
public record SystemCall(
        int thread, String name, String arguments, boolean begins, Optional<String> result) {
    private static final Pattern BEGUN = Pattern.compile("(\\d+)\\s+(\\w+)\\((.*)");
    private static final Pattern RESUMED =
            Pattern.compile("(\\d+)\\s+<\\.\\.\\. (\\w+) resumed>(.*)");
    private static final Pattern ENDED = Pattern.compile("(.*)\\)\\s+= ((?:-?\\d|\\?).*)");
    private static final Pattern OPEN_FILE = Pattern.compile("(?:^|, )\\d+<([^>]*)>");
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern TEXTS = Pattern.compile(TEXT);
    private static final Pattern PATHS =
            Pattern.compile("(?:(?:AT_FDCWD|\\d+)<([^>]*)>, )?" + TEXT);
    private static final Pattern OPENED = Pattern.compile("\\d+<([^>]*)>.*");
    private static final String UNFINISHED = " <unfinished ...>";

    /** Empty for what is no call: a signal, an exit, a line that is still being written. */
    static Optional<SystemCall> read(String line) {
        var resumed = RESUMED.matcher(line);
        if (resumed.matches())
            return ended(thread(resumed.group(1)), resumed.group(2), resumed.group(3), false);
        var begun = BEGUN.matcher(line);
        if (!begun.matches()) return Optional.empty();
        int thread = thread(begun.group(1));
        var rest = begun.group(3);
        if (!rest.endsWith(UNFINISHED)) return ended(thread, begun.group(2), rest, true);
        var arguments = rest.substring(0, rest.length() - UNFINISHED.length());
        return Optional.of(
                new SystemCall(thread, begun.group(2), arguments, true, Optional.empty()));
    }

    private static Optional<SystemCall> ended(
            int thread, String name, String rest, boolean begins) {
        var ended = ENDED.matcher(rest);
        if (!ended.matches()) return Optional.empty();
        return Optional.of(
                new SystemCall(thread, name, ended.group(1), begins, Optional.of(ended.group(2))));
    }

    private static int thread(String text) {
        return Integer.parseInt(text);
    }

    /** The end of a call, with what its beginning showed. */
    SystemCall resumes(SystemCall begun) {
        return new SystemCall(thread, name, begun.arguments + arguments, false, result);
    }

    boolean ends() {
        return result.isPresent();
    }

    /** One that never ended did not. */
    public boolean succeeds() {
        return result.filter(text -> !text.startsWith("-") && !text.startsWith("?"))
                .isPresent();
    }

    /** As the tracer writes it, in one line. */
    public String text() {
        return name + "(" + arguments + ")" + result.map(text -> " = " + text).orElse("");
    }

    /** The file behind the descriptor that comes first. */
    String file() {
        var files = files();
        return files.isEmpty() ? "" : files.getFirst();
    }

    /** The files behind the descriptors, in order. */
    List<String> files() {
        return find(OPEN_FILE);
    }

    /** The texts among the arguments, in order. */
    public List<String> texts() {
        return find(TEXTS);
    }

    /** The texts, each behind the open folder that it is relative to. */
    public List<Path> paths() {
        var paths = new ArrayList<Path>();
        var found = PATHS.matcher(arguments);
        while (found.find()) {
            var path = Path.of(found.group(2));
            var folder = found.group(1);
            paths.add((folder == null ? path : Path.of(folder).resolve(path)).normalize());
        }
        return paths;
    }

    /** What it opened, by the name that the system itself has for it. */
    public Optional<Path> opened() {
        var opened = OPENED.matcher(result.orElse(""));
        return opened.matches() ? Optional.of(Path.of(opened.group(1))) : Optional.empty();
    }

    /** The first group of each place in the arguments where the pattern is found. */
    public List<String> find(Pattern pattern) {
        return pattern.matcher(arguments).results().map(found -> found.group(1)).toList();
    }
}
