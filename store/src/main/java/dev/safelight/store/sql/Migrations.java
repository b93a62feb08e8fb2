package dev.safelight.store.sql;

import java.util.List;

/**
 * Brings a schema up to date, one numbered script after the other, each in a transaction of its
 * own. A schema newer than this program is refused: going back would lose what it does not know.
 */
public final class Migrations {
    private final List<String> scripts;

    /** The scripts' texts, the first one numbered 1. */
    public Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** The version that this program writes. */
    public int latest() {
        return scripts.size();
    }

    /** Runs what is missing. {@code beforeChange} is called once if a used schema will change. */
    public void run(Db db, Runnable beforeChange) {
        long have = db.number("PRAGMA user_version");
        if (have > latest())
            throw new IllegalStateException(
                    "the data folder was written by a newer Safelight (schema "
                            + have
                            + ", this one knows "
                            + latest()
                            + "): start that version, or restore a snapshot from before it");
        if (have > 0 && have < latest()) beforeChange.run();
        for (int version = (int) have + 1; version <= latest(); version++) {
            db.script("BEGIN IMMEDIATE;\n");
            db.script(scripts.get(version - 1));
            db.script("PRAGMA user_version=" + version + ";\nCOMMIT;\n");
        }
    }
}
