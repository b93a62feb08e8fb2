package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.store.sql.Statement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The tables and conditions of a listing as SQL, and their values in the same order. What is rare
 * in a long history is read along an index of its own: what is under way, what failed, what has
 * a label.
 */
final class ListQuery {
    private static final EnumSet<TaskStatus> UNHAPPY =
            EnumSet.of(TaskStatus.FAILED, TaskStatus.CANCELLED);

    private final TaskFilter filter;
    private final List<Map.Entry<String, String>> labels;

    ListQuery(TaskFilter filter) {
        this.filter = filter;
        labels = List.copyOf(filter.metadata().entrySet());
    }

    /** What comes after the columns. */
    String from() {
        var sql = new StringBuilder(" FROM ");
        // CROSS JOIN: the label comes first, whatever the planner guesses.
        if (!labels.isEmpty()) sql.append("label d CROSS JOIN ");
        sql.append(ReadPool.fragment("view-tables")).append(" WHERE ");
        if (!labels.isEmpty()) sql.append(ReadPool.fragment("by-label")).append(" AND ");
        // A plus keeps the account's index out where another one is narrower.
        sql.append(labels.isEmpty() && filter.session() == null ? "t.account=?" : "+t.account=?");
        if (filter.before() != null) sql.append(" AND ").append(place()).append("<?");
        if (filter.session() != null) sql.append(" AND t.session=?");
        if (filter.tool() != null) sql.append(" AND t.tool=?");
        appendStatuses(sql);
        for (int i = 1; i < labels.size(); i++)
            sql.append(" AND ").append(ReadPool.fragment("has-label"));
        return sql.append(" ORDER BY ").append(place()).append(" DESC LIMIT ?").toString();
    }

    private String place() {
        return labels.isEmpty() ? "t.n" : "d.task";
    }

    private void appendStatuses(StringBuilder sql) {
        var statuses = filter.statuses();
        if (statuses.isEmpty()) return;
        var places = String.join(",", Collections.nCopies(statuses.size(), "?"));
        sql.append(" AND t.state IN (").append(places).append(')');
        // The words of the partial indexes: a bound value does not imply them.
        if (statuses.stream().noneMatch(TaskStatus::isTerminal))
            sql.append(" AND t.live IS NOT NULL");
        if (UNHAPPY.containsAll(statuses)) sql.append(" AND t.state>3");
    }

    Statement bind(Statement statement, AccountId account, Names names) {
        if (!labels.isEmpty()) bind(statement.bind(account.number()), labels.getFirst());
        statement.bind(account.number());
        if (filter.before() != null) statement.bind(filter.before());
        if (filter.session() != null) statement.bind(filter.session().row());
        if (filter.tool() != null) statement.bind(names.find(filter.tool().text()));
        filter.statuses().stream().mapToLong(TaskStatus::code).forEach(statement::bind);
        labels.stream().skip(1).forEach(label -> bind(statement, label));
        return statement.bind(filter.limit());
    }

    private static void bind(Statement statement, Map.Entry<String, String> label) {
        statement.bind(label.getKey()).bind(label.getValue());
    }
}
