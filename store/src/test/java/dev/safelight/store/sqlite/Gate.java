package dev.safelight.store.sqlite;

import dev.safelight.store.sql.SqlFault;

import java.sql.SQLException;

/** A gate that a test tells what to do with the next commits. */
final class Gate implements CommitGate {

    /** What becomes of a commit. */
    enum Next {
        PASS,
        FAIL_BEFORE,
        FAIL_THE_WRITE,
        FAIL_AFTER
    }

    /** SQLite's code for a read or write that the system refused. */
    private static final int IOERR = 10;

    private Next next = Next.PASS;
    private int times;

    /** Does this to so many commits, then lets them pass. */
    void set(Next what, int howOften) {
        next = what;
        times = howOften;
    }

    @Override
    public void commit(Runnable commit) {
        if (next == Next.PASS || times == 0) {
            commit.run();
            return;
        }
        times--;
        if (next == Next.FAIL_THE_WRITE)
            throw new SqlFault("the disk failed", new SQLException("says the test", "", IOERR));
        if (next == Next.FAIL_AFTER) commit.run();
        throw new IllegalStateException("the commit failed, says the test");
    }
}
