package dev.safelight.cli;

import dev.safelight.client.SubmitOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.Set;

/** The options that every command has which makes a file. */
final class JobOptions {
    private static final Set<String> STDOUT =
            Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");
    private static final Set<String> STDERR = Set.of("/dev/stderr", "/dev/fd/2", "/proc/self/fd/2");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the file goes; one that is there is replaced. The end of its name"
                    + " says what it becomes. A folder gets a file named after the words,"
                    + " and so does the current folder without this option. - is standard"
                    + " output.")
    @Nullable
    String output;

    @Option(names = "--priority", paramLabel = "0-9", description = "9 runs first. Default: 5.")
    @Nullable
    Integer priority;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "Cancel the task after this long. Default: ${DEFAULT-VALUE}.")
    int timeout;

    @Option(names = "--json", description = "Print the result as one line of JSON.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no result, only errors.")
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    boolean help;

    /** The standard streams have other names on most systems. */
    static boolean isStdout(String name) {
        return STDOUT.contains(name);
    }

    static boolean isStderr(String name) {
        return STDERR.contains(name);
    }

    /** Whether a word on how things go would get into the file, or nobody wants one. */
    boolean isSilent() {
        return quiet || (output != null && isStderr(output));
    }

    Duration patience() {
        return Duration.ofSeconds(timeout);
    }

    SubmitOptions submit() {
        return priority == null ? SubmitOptions.NONE : SubmitOptions.NONE.priority(priority);
    }

    /** What is wrong with the options, told before anything is paid for; null when nothing is. */
    @Nullable
    String complaint() {
        if (json && output != null && isStdout(output))
            return "--json and -o " + output + " cannot both have standard output";
        return timeout < 1 ? "--timeout must be at least 1" : null;
    }
}
