package dev.safelight.cli;

import dev.safelight.client.Destination;
import dev.safelight.client.Environment;
import dev.safelight.client.TemporaryFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Where a file goes and what it becomes, known and tried before anything is paid for.
 *
 * @param format what it must be; null for whatever the server makes
 */
record Plan(Output output, @Nullable Format format) {

    /** Where the bytes go. */
    sealed interface Output {
        /**
         * A place that somebody named.
         *
         * @param shown its name, as it was written
         */
        record Named(String shown, Destination destination) implements Output {}

        /** A file named after the words. */
        record InFolder(Path folder) implements Output {}

        /**
         * A standard stream, which the files of other commands may have gone to before.
         *
         * @param shown {@code -} for standard output
         */
        record Stream(String shown, PrintStream to) implements Output {}
    }

    /**
     * Decides by the options alone.
     *
     * @param wanted the file, the folder or the dash of {@code -o}; null for the current folder
     * @throws StoppedException when the file could not be written there, or not as what it says
     */
    static Plan of(@Nullable String wanted, Job job, Host host) throws StoppedException {
        var environment = host.environment();
        if (wanted == null) return inFolder(Path.of(""), job, environment);
        var out = new Output.Stream(Written.STDOUT, host.streams().out());
        if (JobOptions.isStdout(wanted)) return stream(out, "standard output", job);
        var err = new Output.Stream(wanted, host.streams().err());
        if (JobOptions.isStderr(wanted)) return stream(err, wanted, job);
        if (wanted.isBlank())
            throw refused(
                    "no_name", "-o is empty: name a file, a folder, or - for standard output");
        Path path = path(wanted);
        if (Files.isDirectory(path)) return inFolder(path, job, environment);
        boolean namesFolder = wanted.endsWith("/");
        Path folder = namesFolder ? path : path.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder))
            throw refused("no_folder", "no such folder: " + folder);
        if (namesFolder) throw refused("no_folder", "that is not a folder: " + path);
        Format format = agreed(path, job);
        if (format != null && Conversion.isNeededFor(format)) tryTemporary(wanted);
        return new Plan(new Output.Named(wanted, tried(path, wanted, environment)), format);
    }

    /** What cannot be taken back is made whole in a file before. */
    private static Plan stream(Output.Stream output, String name, Job job) throws StoppedException {
        if (output.to().checkError())
            throw refused("not_writable", "cannot write to " + name + ": it is closed");
        tryTemporary(name);
        return new Plan(output, job.format());
    }

    private static void tryTemporary(String shown) throws StoppedException {
        try {
            TemporaryFile.tryOne();
        } catch (IOException e) {
            throw refused("not_writable", "cannot write " + shown + ": " + Reason.of(e, shown));
        }
    }

    private static Plan inFolder(Path folder, Job job, Environment environment)
            throws StoppedException {
        Format expected = job.format() == null ? Format.of(job.medium()).getFirst() : job.format();
        Path file = folder.resolve(
                FileName.of(job.words(), job.medium().noun(), expected.contentType()));
        tried(file, file.toString(), environment);
        return new Plan(new Output.InFolder(folder), job.format());
    }

    private static Destination tried(Path path, String shown, Environment environment)
            throws StoppedException {
        try {
            return Destination.at(path, environment);
        } catch (IOException e) {
            throw refused("not_writable", "cannot write " + shown + ": " + Reason.of(e, shown));
        }
    }

    private static Path path(String wanted) throws StoppedException {
        try {
            return Path.of(wanted);
        } catch (InvalidPathException e) {
            throw refused("no_name", "'" + wanted + "' cannot be the name of a file here");
        }
    }

    /** What the name promises and what was asked for must be one thing, and one that is made. */
    private static @Nullable Format agreed(Path path, Job job) throws StoppedException {
        String ending = Format.promise(path);
        if (ending == null || isDrawnByChance(path, ending)) return job.format();
        Format promised = Format.ofEnding(ending)
                .filter(format -> format.medium() == job.medium())
                .orElseThrow(() -> refused(
                        "wrong_ending",
                        "cannot make a ." + ending + " file: the name may end in " + endings(job)));
        if (job.format() != null && job.format() != promised)
            throw refused(
                    "wrong_ending",
                    "the name ends in ." + ending + ", but the format is to be "
                            + job.format().ending().substring(1));
        return promised;
    }

    /** As {@code mktemp cat.XXXXXX} makes a file: by chance its letters may look like a word. */
    private static boolean isDrawnByChance(Path path, String ending) throws StoppedException {
        if (ending.length() <= Format.LONGEST_USUAL) return false;
        try {
            return Files.isRegularFile(path) && Files.size(path) == 0;
        } catch (IOException e) {
            throw refused("not_writable", "cannot write " + path + ": " + Reason.of(e, ""));
        }
    }

    private static String endings(Job job) {
        return Format.of(job.medium()).stream()
                .map(Format::ending)
                .collect(Collectors.joining(", "));
    }

    private static StoppedException refused(String code, String message) {
        return new StoppedException(ExitCode.USAGE, code, message);
    }
}
