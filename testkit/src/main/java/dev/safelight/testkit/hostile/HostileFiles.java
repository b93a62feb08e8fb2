package dev.safelight.testkit.hostile;

import java.util.List;
import java.util.stream.Stream;

/** All of them. */
public final class HostileFiles {
    private HostileFiles() {}

    /**
     * Makes the list; bytes are made when they are asked for.
     *
     * @param canary an address that some of them name, as in {@code http://127.0.0.1:4711/}: who
     *     listens there learns whether anybody followed it
     */
    public static List<HostileFile> all(String canary) {
        return Stream.of(
                        HostilePngs.all(),
                        HostilePalettes.all(),
                        HostileJpegs.all(),
                        HostileGifs.all(),
                        HostileWebps.all(),
                        HostileDocuments.all(canary),
                        HostileSounds.all(),
                        HostileClips.all(canary),
                        Playlists.all(canary),
                        Nonsense.all())
                .flatMap(List::stream)
                .toList();
    }
}
