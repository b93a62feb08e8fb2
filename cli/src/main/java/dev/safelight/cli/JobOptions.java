package dev.safelight.cli;

import dev.safelight.client.SubmitOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The options that every command has which makes a file. */
final class JobOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the file goes; one that is there is replaced. A folder gets a file"
                    + " named after the words, and so does the current folder without this option."
                    + " - is standard output.")
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

    boolean toStdout() {
        return "-".equals(output);
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
        if (json && toStdout()) return "--json and -o - cannot both have standard output";
        if (timeout < 1) return "--timeout must be at least 1";
        if (output == null || toStdout()) return null;
        Path folder = Path.of(output).toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder) ? null : "no such folder: " + folder;
    }
}
