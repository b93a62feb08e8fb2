package dev.safelight.testkit.tidy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that git tracks or would track; without git, all but build output. */
record Repository(Path root) {
    private static final Set<String> OUTPUT =
            Set.of(".git", "target", "data", "packs", "node_modules", ".idea", ".safelight");

    /** The repository that the tests run in: the next folder upwards that holds the launcher. */
    static Repository here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("core/pom.xml"))) {
            Path parent = folder.getParent();
            if (parent == null) throw new IllegalStateException("not inside the repository");
            folder = parent;
        }
        return new Repository(folder);
    }

    List<SourceFile> files() throws IOException, InterruptedException {
        Stream<String> paths = Files.exists(root.resolve(".git")) ? known() : walked();
        return paths.distinct()
                .sorted()
                .filter(path -> Files.isRegularFile(root.resolve(path)))
                .map(this::read)
                .toList();
    }

    private Stream<String> known() throws IOException, InterruptedException {
        Process git = new ProcessBuilder(
                        "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String list = new String(git.getInputStream().readAllBytes(), UTF_8);
        if (git.waitFor() != 0) throw new IOException("git ls-files failed in " + root);
        return Stream.of(list.split("\0", -1));
    }

    private Stream<String> walked() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .map(root::relativize)
                    .filter(path -> Stream.iterate(path, p -> p != null, Path::getParent)
                            .noneMatch(p -> OUTPUT.contains(String.valueOf(p.getFileName()))))
                    .map(path -> path.toString().replace('\\', '/'))
                    .toList()
                    .stream();
        }
    }

    private SourceFile read(String path) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(path));
            boolean isText = new String(bytes, ISO_8859_1).indexOf('\0') < 0;
            return new SourceFile(path, bytes.length, isText ? new String(bytes, UTF_8) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
