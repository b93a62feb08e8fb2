package dev.safelight.store.sql;

import java.util.List;

/**
 * Brings a schema up to date, one numbered script after the other, each in a transaction of its
 * own. A schema newer than this program is refused: going back would lose what it does not know.
 */
public final class Migrations {
    private final List<String> scripts;
    private final SchemaVersion version;

    /**
     * @param scripts their texts, the first one numbered 1
     * @param version where the number of the last one that was run is kept
     */
    public Migrations(List<String> scripts, SchemaVersion version) {
        this.scripts = List.copyOf(scripts);
        this.version = version;
    }

    /** The version that this program writes. */
    public int latest() {
        return scripts.size();
    }

    /** Runs what is missing. {@code beforeChange} is called once if a used schema will change. */
    public void run(Db db, Runnable beforeChange) {
        long have = db.number(version.read());
        if (have > latest())
            throw new IllegalStateException(
                    "the data folder was written by a newer Safelight (schema "
                            + have
                            + ", this one knows "
                            + latest()
                            + "): start that version, or restore a snapshot from before it");
        if (have > 0 && have < latest()) beforeChange.run();
        for (int next = (int) have + 1; next <= latest(); next++) {
            db.script(version.begin() + ";\n");
            db.script(scripts.get(next - 1));
            db.script(version.write().apply(next) + ";\nCOMMIT;\n");
        }
    }
}
