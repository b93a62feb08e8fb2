package dev.safelight.app.live;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Removes from a live server's log, as retention does one day. */
public final class LogRetention {
    private LogRetention() {}

    /**
     * Removes every account's entries but the latest.
     *
     * @param folder of the server
     */
    public static void removeAllButTheLast(Path folder) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.db"));
                var statement = db.createStatement()) {
            statement.execute("INSERT OR REPLACE INTO log_mark SELECT 0, change-1 FROM clock");
            statement.execute("DELETE FROM event WHERE change<=(SELECT passed FROM log_mark)");
        }
    }
}
