package dev.safelight.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Reads a store's rows behind everybody's back and says what is wrong with them. For small stores:
 * it looks at everything many times.
 */
public final class Audit {
    /** What is wrong, and the query that counts it. */
    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("entries whose legs do not sum to zero", """
                SELECT count(*) FROM entry WHERE granted+available+held+spent<>0
                """);
        FAULTS.put("books that do not sum to zero or are overdrawn", """
                SELECT count(*) FROM book WHERE granted+available+held+spent<>0 OR available<0
                OR held<0
                """);
        FAULTS.put("books that differ from their entries", """
                SELECT count(*) FROM book b WHERE (granted,available,held,spent)<>(SELECT
                sum(granted),sum(available),sum(held),sum(spent) FROM entry e WHERE
                e.account=b.account)
                """);
        FAULTS.put("tasks without exactly one hold of their terms", """
                SELECT count(*) FROM task t WHERE 1<>(SELECT count(*) FROM entry e WHERE
                e.task=t.id AND kind=1 AND e.held=t.hold AND e.available=-t.hold)
                """);
        FAULTS.put("tasks whose hold is not resolved once at the end and never before", """
                SELECT count(*) FROM task t WHERE (t.live IS NULL)<>(SELECT count(*) FROM entry
                e WHERE e.task=t.id AND kind IN (2,3) AND e.held=-t.hold)
                """);
        FAULTS.put("tasks charged without success, or not their price on success", """
                SELECT count(*) FROM task t WHERE (CASE state WHEN 3 THEN price ELSE 0
                END)<>(SELECT coalesce(sum(spent),0) FROM entry e WHERE e.task=t.id)
                """);
        FAULTS.put("logs with gaps", """
                SELECT count(*) FROM task t WHERE (t.version,t.version)<>(SELECT
                count(*),max(seq) FROM event e WHERE e.task=t.n)
                """);
        FAULTS.put("events that are not chained to the one before", """
                SELECT count(*) FROM event e WHERE seq>1 AND NOT EXISTS(SELECT 1 FROM event p
                WHERE p.change=e.prev AND p.task=e.task AND p.seq=e.seq-1)
                """);
        FAULTS.put("tasks that ended twice, or not by the event of their state", """
                SELECT count(*) FROM task t WHERE (t.live IS NULL)<>(SELECT count(*) FROM event
                e WHERE e.task=t.n AND kind IN (5,6,7)) OR t.live IS NULL AND NOT EXISTS(SELECT
                1 FROM event e WHERE e.change=t.result AND e.task=t.n AND e.kind=t.state+2)
                """);
        FAULTS.put("idempotency keys of two tasks within a day", """
                SELECT count(*) FROM task a JOIN task b ON b.idem=a.idem AND b.n>a.n WHERE
                b.created-a.created<86400000
                """);
        FAULTS.put("idempotency keys that were moved away from their tasks", """
                SELECT count(*) FROM idempotency i LEFT JOIN task t ON t.n=i.task WHERE t.idem
                IS NOT i.key
                """);
        FAULTS.put("checkpoints of ended tasks", """
                SELECT count(*) FROM checkpoint c JOIN task t ON t.n=c.task WHERE t.live IS NULL
                """);
    }

    private Audit() {}

    /**
     * Throws unless all is in order.
     *
     * @param number runs a query and gives its one number
     */
    public static void check(ToLongFunction<String> number) {
        FAULTS.forEach((fault, query) ->
                assertThat(number.applyAsLong(query)).as(fault).isZero());
    }

    /** The same once all has ended: nothing is live or held for anybody any more. */
    public static void checkDrained(ToLongFunction<String> number) {
        check(number);
        assertThat(number.applyAsLong("SELECT count(*) FROM task WHERE live IS NOT NULL"))
                .as("live tasks")
                .isZero();
        assertThat(number.applyAsLong("SELECT coalesce(sum(held),0) FROM book"))
                .as("held")
                .isZero();
    }
}
