package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;

import java.util.List;

/** Reads the rows behind everybody's back and says what is wrong with them. */
public final class Audit {
    private static final SqlFile COUNTS = SqlFile.load(Audit.class, "audit.sql");

    /** The names of the counts; each has to be zero. */
    private static final List<String> FAULTS = List.of(
            "entries whose legs do not sum to zero",
            "books that do not sum to zero or are overdrawn",
            "books that differ from their entries",
            "tasks without exactly one hold of their terms",
            "tasks whose hold is not resolved once at the end and never before",
            "tasks charged without success, or not their price on success",
            "logs with gaps",
            "events that are not chained to the one before",
            "tasks that ended twice, or not by the event of their state",
            "idempotency keys of two tasks",
            "checkpoints of ended tasks");

    private Audit() {}

    public static void check(Db db) {
        FAULTS.forEach(
                fault -> assertThat(db.number(COUNTS.get(fault))).as(fault).isZero());
    }

    /** What is held for nobody once nothing is live any more. */
    public static void checkDrained(Db db) {
        check(db);
        assertThat(db.number("SELECT count(*) FROM task WHERE live IS NOT NULL"))
                .as("live tasks")
                .isZero();
        assertThat(db.number("SELECT coalesce(sum(held),0) FROM book"))
                .as("held")
                .isZero();
    }
}
