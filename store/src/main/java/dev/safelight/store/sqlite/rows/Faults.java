package dev.safelight.store.sqlite.rows;

import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.StoreFault.Kind;
import dev.safelight.store.sql.SqlFault;

/** What to tell callers of what SQLite said. */
public final class Faults {
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_INTERRUPT = 9;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;

    private Faults() {}

    /** Whether there is no room on the disk. */
    public static boolean isFull(RuntimeException fault) {
        return has(fault, SQLITE_FULL);
    }

    /** Whether the next write is likely to fail as well: no room, a quota, a disk that breaks. */
    public static boolean isOfTheDisk(RuntimeException fault) {
        return isFull(fault) || has(fault, SQLITE_IOERR) || has(fault, SQLITE_CORRUPT);
    }

    /** Extended result codes carry the primary one in their low byte. */
    private static boolean has(RuntimeException fault, int code) {
        return fault instanceof SqlFault sql && (sql.code() & 0xFF) == code;
    }

    public static StoreFault ofRead(RuntimeException fault) {
        if (has(fault, SQLITE_INTERRUPT))
            return new StoreFault(
                    Kind.BUSY, "the read took too long; ask for less or narrow the filter", fault);
        return new StoreFault(Kind.BROKEN, "the store could not be read", fault);
    }

    public static StoreFault of(RuntimeException fault) {
        if (fault instanceof StoreFault known) return known;
        if (isFull(fault)) return new StoreFault(Kind.FULL, "the disk is full", fault);
        return new StoreFault(Kind.BROKEN, "the store could not be written", fault);
    }
}
