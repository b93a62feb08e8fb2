package dev.safelight.app.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something taken out of the product on purpose. A file of {@code testkit/mutations}: {@code #}
 * says what and why, {@code @} names a file, and each {@code -} line of it becomes the {@code +}
 * line after.
 */
record Mutation(String name, List<Change> changes) {

    /** One line that becomes another; the file has it once. */
    record Change(String file, String from, String to) {}

    static Mutation read(Path description) throws IOException {
        var changes = new ArrayList<Change>();
        String file = "";
        String from = "";
        for (var line : Files.readAllLines(description)) {
            if (line.startsWith("@ ")) file = line.substring(2);
            else if (line.startsWith("- ")) from = line.substring(2);
            else if (line.startsWith("+ ")) changes.add(new Change(file, from, line.substring(2)));
        }
        return new Mutation(description.getFileName().toString(), changes);
    }

    /** Writes the changed files below the folder, by the path that they have on the class path. */
    List<Path> apply(Path root, Path folder) throws IOException {
        var written = new ArrayList<Path>();
        for (var change : changes) {
            Path copy = folder.resolve(inClassPath(change.file()));
            Path source = Files.exists(copy) ? copy : root.resolve(change.file());
            if (!Files.exists(source))
                throw new AssertionError(name + ": there is no " + change.file());
            var lines = new ArrayList<>(Files.readAllLines(source));
            lines.set(indexOf(lines, change), change.to());
            Files.createDirectories(copy.getParent());
            Files.write(copy, lines);
            if (!written.contains(copy)) written.add(copy);
        }
        return written;
    }

    private static String inClassPath(String file) {
        return file.replaceFirst(".*/src/main/(java|resources)/", "");
    }

    private int indexOf(List<String> lines, Change change) {
        var found = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().equals(change.from().strip()))
                .toArray();
        if (found.length == 1) return found[0];
        throw new AssertionError("%s: %s has %d lines that are `%s`, not one"
                .formatted(name, change.file(), found.length, change.from()));
    }
}
