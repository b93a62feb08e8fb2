package dev.safelight.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Reads a store's rows behind everybody's back and says what is wrong with them. For small stores:
 * it looks at everything many times.
 */
public final class Audit {
    private static final String MARK = "-- name: ";

    /** What is wrong, and the query that counts it. */
    private static final Map<String, String> FAULTS = read();

    private Audit() {}

    private static Map<String, String> read() {
        var faults = new LinkedHashMap<String, String>();
        try (var in = Audit.class.getResourceAsStream("audit.sql")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var block : text.substring(MARK.length()).split(MARK, -1)) {
                var parts = block.split("\n", 2);
                faults.put(parts[0], parts[1].strip().replaceFirst(";$", ""));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return faults;
    }

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
