package dev.safelight.media.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with downloaded archives or finished files, for machines without a network. */
record LocalFolder(Path folder) implements Source {

    @Override
    public Path archive(Release release, Path scratch) throws PackFailure, IOException {
        return Source.find(release, folder)
                .orElseThrow(() -> new PackFailure(
                        "%s: no %s* in %s".formatted(release, release.archiveStem(), folder)));
    }

    /** As {@code FOLDER/pack/file} or {@code FOLDER/file}; the size tells apart equal names. */
    @Override
    public Optional<Path> plain(Pack pack, PackFile file) throws IOException {
        return Stream.of(folder.resolve(pack.name()), folder)
                .map(place -> place.resolve(file.name()))
                .filter(path -> path.toFile().length() == file.bytes() && Files.isRegularFile(path))
                .findFirst();
    }
}
