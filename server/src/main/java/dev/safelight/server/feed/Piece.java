package dev.safelight.server.feed;

import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.id.Cursor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A part of a feed as one reader gets it.
 *
 * @param json an array of entries on one line
 * @param count how many they are
 * @param next where to go on
 * @param isUpToDate whether nothing followed when it was read
 */
record Piece(String json, int count, Cursor next, boolean isUpToDate) {
    /** How many entries are read for one: most have 150 bytes. */
    static final int ENTRIES = 250;

    /** So that a piece, with what an event stream writes around it, is no longer than 64 KiB. */
    private static final int MOST_BYTES = 60 * 1_024;

    /** As much of a page as fits; what its reader may not see is left out and passed over. */
    static Piece of(FeedPage page, boolean isAdmin, EntryJson form) {
        var json = new ByteArrayOutputStream(1_024);
        int count = 0;
        Cursor told = page.next();
        for (var entry : page.entries()) {
            if (isAdmin || !EntryJson.isForAdmins(entry.event())) {
                byte[] text = form.write(entry);
                if (count > 0 && json.size() + text.length > MOST_BYTES)
                    return new Piece(ended(json), count, told, false);
                json.write(count == 0 ? '[' : ',');
                json.writeBytes(text);
                count++;
            }
            told = entry.cursor();
        }
        if (count == 0) json.write('[');
        return new Piece(ended(json), count, page.next(), page.isLast());
    }

    private static String ended(ByteArrayOutputStream json) {
        json.write(']');
        return json.toString(StandardCharsets.UTF_8);
    }

    /** Whether there is nothing to tell, nor anything to look beyond. */
    boolean isSilence() {
        return count == 0 && isUpToDate;
    }
}
