package dev.safelight.app.silence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A person who has nothing yet, and an environment that says nothing else: some libraries are
 * silent where {@code CI}, {@code GITHUB_ACTIONS}, {@code TF_BUILD} and the like are set.
 */
final class EmptyHome {
    private static final Map<String, String> FOLDERS = Map.of(
            "HOME", "home",
            "TMPDIR", "temp",
            "XDG_CACHE_HOME", "cache",
            "XDG_CONFIG_HOME", "config",
            "XDG_DATA_HOME", "share",
            "XDG_STATE_HOME", "state",
            "XDG_RUNTIME_DIR", "runtime");

    private final Path root;

    private EmptyHome(Path root) {
        this.root = root;
    }

    static EmptyHome in(Path folder) throws IOException {
        for (var name : FOLDERS.values()) Files.createDirectories(folder.resolve(name));
        return new EmptyHome(folder);
    }

    /** All that a program may know. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("LANG", "C.UTF-8");
        FOLDERS.forEach(
                (name, folder) -> environment.put(name, root.resolve(folder).toString()));
        return environment;
    }

    Path temporary() {
        return root.resolve("temp");
    }

    /** What lies in any of its folders. */
    List<Path> content() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(path -> root.relativize(path).getNameCount() > 1).toList();
        }
    }
}
