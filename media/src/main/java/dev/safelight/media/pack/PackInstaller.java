package dev.safelight.media.pack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts packs in place. One process installs at a time (a lock on the folder); a pack's folder
 * appears by one rename, after every file was checked, so whoever sees it sees all of it.
 */
public final class PackInstaller {
    private static final String SCRATCH = ".tmp-";
    private final Path root;
    private final Source source;

    private PackInstaller(Path root, Source source) {
        this.root = root;
        this.source = source;
    }

    /**
     * Fetches by the package clients of this machine.
     *
     * @param root the folder of all packs
     * @param out told what is being fetched
     */
    public static PackInstaller fetching(Path root, PrintStream out) {
        return new PackInstaller(root, new Registry(out));
    }

    /** Takes archives or finished files from a folder, into the folder of all packs. */
    public static PackInstaller from(Path folder, Path root) {
        return new PackInstaller(root, new LocalFolder(folder));
    }

    /**
     * Puts one pack in place of what is there of it.
     *
     * @throws PackFailure when it cannot be had, saying what to do
     */
    public void install(Pack pack) throws PackFailure, IOException {
        Files.createDirectories(root);
        try (FileChannel file = FileChannel.open(
                        root.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (!lock.isValid()) throw new IOException("lost the lock on " + root);
            deleteScratch(pack);
            Path scratch = Files.createTempDirectory(root, pack.name() + SCRATCH);
            try {
                Path fresh = assemble(pack, scratch);
                Folders.swap(fresh, root.resolve(pack.name()), scratch.resolve("old"));
            } finally {
                Folders.delete(scratch);
            }
        }
    }

    /** What a killed run left behind; nobody else installs while we hold the lock. */
    private void deleteScratch(Pack pack) throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(root, pack.name() + SCRATCH + "*")) {
            for (Path folder : left) Folders.delete(folder);
        }
    }

    private Path assemble(Pack pack, Path scratch) throws PackFailure, IOException {
        Path fresh = scratch.resolve("pack");
        Map<Release, Path> archives = new HashMap<>();
        for (PackFile file : pack.files()) {
            var plain = source.plain(pack, file);
            try (CheckedFile out = new CheckedFile(file, fresh.resolve(file.name()))) {
                if (plain.isPresent()) Files.copy(plain.get(), out);
                else join(file, archives, scratch, out);
                out.check();
            }
        }
        return fresh;
    }

    private void join(PackFile file, Map<Release, Path> archives, Path scratch, CheckedFile out)
            throws PackFailure, IOException {
        for (Part part : file.parts()) {
            Path archive = archives.get(part.release());
            if (archive == null) {
                Path folder = Files.createTempDirectory(scratch, "archive-");
                archive = source.archive(part.release(), folder);
                archives.put(part.release(), archive);
            }
            Archive.copy(archive, part.path(), out);
        }
    }
}
