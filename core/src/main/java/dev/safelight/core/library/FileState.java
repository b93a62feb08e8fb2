package dev.safelight.core.library;

import dev.safelight.core.asset.Rendition;
import dev.safelight.core.id.Id;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What may change of a file, while its bytes never do.
 *
 * @param updated when something last did
 * @param archived whether it is left out of lists and search
 * @param preview by which anybody may see it, or null while it is not public
 * @param study how far it is understood
 * @param renditions smaller pictures of it, made so far
 */
public record FileState(
        Instant updated,
        boolean archived,
        @Nullable Id preview,
        Study study,
        List<Rendition> renditions) {
    public FileState {
        renditions = List.copyOf(renditions);
    }

    /** How far a later step has looked at a file. */
    public enum Study {
        /** Its turn has not come yet. */
        WAITING,
        DONE,
        /** Something about it cannot be read; the file itself is whole. */
        FAILED,
        /** A file that goes after a day is not looked at. */
        NONE
    }
}
