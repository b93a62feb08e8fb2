package dev.safelight.app.proof;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What waits for an endpoint that has long been dead, as rows of a store that nobody has open. */
final class DeadBacklog {
    private DeadBacklog() {}

    /** As if the last entry of a task's log had so often been to be told to the last endpoint. */
    static void add(Path store, int rows) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = db.createStatement()) {
            statement.execute("""
                    WITH RECURSIVE g(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM g WHERE x<%d),
                      last AS (SELECT * FROM event WHERE subject=0 ORDER BY change DESC LIMIT 1)
                    INSERT INTO delivery(n, account, endpoint, subject, object, change, due, state,
                      attempts)
                    SELECT c.delivery+x, e.account, e.n, 0, last.object, last.change, last.at, 4, 0
                    FROM g, last, clock c, (SELECT * FROM endpoint ORDER BY n DESC LIMIT 1) e
                    """.formatted(rows));
            statement.execute("UPDATE clock SET delivery=(SELECT max(n) FROM delivery)");
        }
    }
}
