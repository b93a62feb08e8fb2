package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.store.sql.Statement;

import java.util.Collections;

/** The conditions of a listing as SQL, and their values in the same order. */
final class ListQuery {
    private final TaskFilter filter;

    ListQuery(TaskFilter filter) {
        this.filter = filter;
    }

    String where() {
        var where = new StringBuilder(" WHERE t.account=?");
        if (filter.before() != null) where.append(" AND t.n<?");
        if (filter.session() != null) where.append(" AND t.session=?");
        if (filter.tool() != null) where.append(" AND t.tool=?");
        if (!filter.statuses().isEmpty()) {
            var places = String.join(",", Collections.nCopies(filter.statuses().size(), "?"));
            where.append(" AND t.state IN (").append(places).append(')');
        }
        filter.metadata()
                .forEach((n, v) -> where.append(" AND ").append(ReadPool.fragment("has-label")));
        return where.append(" ORDER BY t.n DESC LIMIT ?").toString();
    }

    Statement bind(Statement statement, AccountId account, Names names) {
        statement.bind(account.number());
        if (filter.before() != null) statement.bind(filter.before());
        if (filter.session() != null) statement.bind(filter.session().row());
        if (filter.tool() != null) statement.bind(names.find(filter.tool().text()));
        filter.statuses().stream().mapToLong(TaskStatus::code).forEach(statement::bind);
        filter.metadata().forEach((name, value) -> statement.bind(name).bind(value));
        return statement.bind(filter.limit());
    }
}
