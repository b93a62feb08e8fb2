package dev.safelight.app.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something taken out of the product on purpose. A file of {@code testkit/mutations}: {@code #}
 * says what and why, {@code @} names a file, and each {@code -} line of it becomes the {@code +}
 * line after.
 */
record Mutation(String name, List<Change> changes) {

    /** One line that becomes another. */
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
            var lines = new ArrayList<>(Files.readAllLines(source));
            int at = indexOf(lines, change.from())
                    .orElseThrow(() -> new AssertionError(
                            name + ": " + change.file() + " has no line " + change.from()));
            lines.set(at, change.to());
            Files.createDirectories(copy.getParent());
            Files.write(copy, lines);
            if (!written.contains(copy)) written.add(copy);
        }
        return written;
    }

    private static String inClassPath(String file) {
        return file.replaceFirst(".*/src/main/(java|resources)/", "");
    }

    private static Optional<Integer> indexOf(List<String> lines, String wanted) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(wanted.strip())) return Optional.of(i);
        }
        return Optional.empty();
    }
}
