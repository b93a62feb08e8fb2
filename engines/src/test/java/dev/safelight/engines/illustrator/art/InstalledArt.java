package dev.safelight.engines.illustrator.art;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.media.meaning.Meaning;
import dev.safelight.media.pack.Packs;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packs of this machine: where SAFELIGHT_PACKS says, else in the repository's own folder. */
public final class InstalledArt {
    private static @Nullable Art art;

    private InstalledArt() {}

    /** The art, opened once; a test that calls this is skipped where there is none. */
    public static synchronized Art art() throws IOException {
        Packs packs = packs();
        Art known = art;
        if (known == null) art = known = Art.open(packs, new Meaning());
        return known;
    }

    public static Packs packs() {
        Packs packs = new Packs(folder());
        assumeTrue(Art.installed(packs), "no art is installed: run `./safelight packs install`");
        return packs;
    }

    private static Path folder() {
        String set = System.getProperty("SAFELIGHT_PACKS", System.getenv("SAFELIGHT_PACKS"));
        if (set != null) return Path.of(set);
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && Files.exists(at.getParent().resolve("pom.xml")))
            at = at.getParent();
        return at.resolve("packs");
    }
}
