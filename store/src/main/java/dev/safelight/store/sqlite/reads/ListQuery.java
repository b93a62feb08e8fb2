package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;

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
    private final TaskFilter.Origin origin;
    private final List<Map.Entry<String, String>> labels;

    ListQuery(TaskFilter filter) {
        this.filter = filter;
        origin = filter.origin();
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
        sql.append(labels.isEmpty() && origin.session() == null ? "t.account=?" : "+t.account=?");
        if (filter.after() != null) sql.append(" AND ").append(place()).append("<?");
        if (origin.session() != null)
            sql.append(" AND t.session=(SELECT n FROM session WHERE id=?)");
        if (origin.key() != null) sql.append(" AND +t.key=?");
        if (origin.tool() != null) sql.append(" AND t.tool=?");
        if (origin.model() != null) sql.append(" AND t.model=?");
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

    /** Binds the values; {@code limit} may be another one than the filter's. */
    <T> Query<T> bind(Query<T> query, AccountId account, NameTable names, int limit) {
        if (!labels.isEmpty()) bind(query.bind(account.number()), labels.getFirst());
        query.bind(account.number());
        if (filter.after() != null) query.bind(Places.row(filter.after()));
        if (origin.session() != null) query.bind(Bytes.of(origin.session().id()));
        if (origin.key() != null) query.bind(origin.key().number());
        if (origin.tool() != null) query.bind(names.find(origin.tool().text()));
        if (origin.model() != null) query.bind(names.find(origin.model()));
        filter.statuses().stream().mapToLong(TaskStatus::code).forEach(query::bind);
        labels.stream().skip(1).forEach(label -> bind(query, label));
        return query.bind((long) limit);
    }

    private static void bind(Query<?> query, Map.Entry<String, String> label) {
        query.bind(label.getKey()).bind(label.getValue());
    }
}
