package dev.safelight.media.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a pack's archives come from: the package clients, or a folder that someone filled. */
interface Source {
    /**
     * The archive of a release.
     *
     * @param scratch an empty folder that the archive may be put into
     */
    Path archive(Release release, Path scratch) throws PackFailure, IOException;

    /** The finished file itself, where the source has it outside any archive. */
    Optional<Path> plain(Pack pack, PackFile file) throws IOException;

    /** The archive among the files of a folder, by the name that its client gives it. */
    static Optional<Path> find(Release release, Path folder) throws IOException {
        String stem = release.archiveStem();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(stem))
                    .min(Path::compareTo);
        }
    }
}
