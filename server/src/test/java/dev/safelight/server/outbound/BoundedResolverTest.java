package dev.safelight.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

class BoundedResolverTest {
    private static final List<InetAddress> HERE = List.of(InetAddress.ofLiteral("93.184.215.14"));

    /** Room for eight lookups, six of strangers, two of silent zones, three of one zone. */
    private static final ResolverLimits FEW = new ResolverLimits(
            Duration.ofMillis(300), new ResolverLimits.Together(8, 6, 2), 3, 5, 100);

    private volatile CountDownLatch end = new CountDownLatch(1);
    private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final BoundedResolver resolver =
            new BoundedResolver(this::addresses, FEW, threads, Runnable::run);

    /** What begins with hang does not answer before the end, whoever interrupts it. */
    private List<InetAddress> addresses(String name) throws UnknownHostException {
        lookedUp.add(name);
        if (name.startsWith("none")) throw new UnknownHostException(name);
        if (name.startsWith("hang")) awaitEnd();
        return HERE;
    }

    private void awaitEnd() {
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException ignored) {
                // As native code would.
            }
        }
    }

    @AfterEach
    void end() {
        end.countDown();
        threads.shutdown();
    }

    private void assertTimedOut(CompletableFuture<?> asked) {
        assertThatThrownBy(asked::join).hasRootCauseInstanceOf(TimeoutException.class);
    }

    private List<CompletableFuture<List<InetAddress>>> askAll(int count, String zone) {
        return IntStream.range(0, count)
                .mapToObj(at -> resolver.resolve("hang" + at + "." + zone))
                .toList();
    }

    @Test
    void a_name_gets_its_addresses_or_fails() throws InterruptedException {
        assertThat(resolver.resolve("a.example.com").join()).isEqualTo(HERE);
        assertThatThrownBy(resolver.resolve("none.example.com")::join)
                .hasRootCauseInstanceOf(UnknownHostException.class);
        // A name is forgotten by the thread that looked it up, after its answer.
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(resolver.asked()).isZero();
    }

    @Test
    void a_name_that_hangs_is_given_up_in_time_and_looked_up_once_whoever_asks() {
        var first = resolver.resolve("hang.example.com");
        var second = resolver.resolve("hang.example.com");
        assertTimedOut(first);
        assertTimedOut(second);
        assertTimedOut(resolver.resolve("hang.example.com"));
        assertThat(lookedUp).containsExactly("hang.example.com");
    }

    @Nested
    class WhileNamesOfOneZoneHang {
        @Test
        void they_hold_few_threads_and_names_elsewhere_are_found() {
            var hanging = askAll(50, "hostile.example");
            assertThat(resolver.resolve("hooks.example.com").join()).isEqualTo(HERE);
            hanging.forEach(BoundedResolverTest.this::assertTimedOut);
            assertThat(lookedUp).hasSize(4).contains("hooks.example.com");
        }

        @Test
        void a_name_of_that_zone_that_answered_before_is_found() {
            resolver.resolve("good.hostile.example").join();
            var hanging = askAll(50, "hostile.example");
            assertThat(resolver.resolve("good.hostile.example").join()).isEqualTo(HERE);
            hanging.forEach(BoundedResolverTest.this::assertTimedOut);
        }
    }

    @Nested
    class WhileNamesOfManyZonesHang {
        @Test
        void a_name_that_answered_before_still_has_a_thread() {
            resolver.resolve("hooks.example.com").join();
            var hanging = IntStream.range(0, 60)
                    .mapToObj(at -> resolver.resolve("hang.zone" + at + ".example"))
                    .toList();
            assertThat(resolver.resolve("hooks.example.com").join()).isEqualTo(HERE);
            hanging.forEach(BoundedResolverTest.this::assertTimedOut);
            assertThat(lookedUp.stream().filter(name -> name.startsWith("hang")))
                    .hasSize(6);
        }

        @Test
        void those_in_line_leave_it_when_nobody_waits_for_them_any_more() {
            askAll(50, "hostile.example").forEach(BoundedResolverTest.this::assertTimedOut);
            assertThat(resolver.asked()).isEqualTo(3);
        }

        @Test
        void more_than_may_wait_fail_at_once() {
            fillTheLine();
            assertThat(resolver.resolve("one.more.example")).isCompletedExceptionally();
        }

        @Test
        void a_name_that_answered_before_is_taken_although_the_line_is_full() {
            resolver.resolve("hooks.example.com").join();
            fillTheLine();
            assertThat(resolver.resolve("hooks.example.com").join()).isEqualTo(HERE);
        }

        private void fillTheLine() {
            for (int at = 0; at < 108; at++) {
                var _ = resolver.resolve("hang.zone" + at + ".example");
            }
        }
    }

    /** A silent zone is remembered, so the next time there is room for names that nobody knows. */
    @Test
    void zones_that_stayed_silent_hold_fewer_threads_the_next_time() {
        hangInSixZones().forEach(this::assertTimedOut);
        var first = end;
        end = new CountDownLatch(1);
        first.countDown();
        while (resolver.asked() > 0) Thread.onSpinWait();
        lookedUp.clear();
        var again = hangInSixZones();
        assertThat(resolver.resolve("hooks.example.com").join()).isEqualTo(HERE);
        again.forEach(this::assertTimedOut);
        assertThat(lookedUp).hasSize(3);
    }

    private List<CompletableFuture<List<InetAddress>>> hangInSixZones() {
        return IntStream.range(0, 6)
                .mapToObj(at -> resolver.resolve("hang.zone" + at + ".example"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "a.b.example.com, example.com",
        "a.example.co.uk, example.co.uk",
        "a.b.example.com.au, example.com.au",
        "localhost, localhost"
    })
    void a_zone_is_what_one_owner_can_have(String name, String zone) {
        assertThat(NameHistory.zone(name)).isEqualTo(zone);
    }

    @Test
    void a_zone_is_silent_until_one_of_its_names_answers() {
        var history = new NameHistory();
        history.stayedSilent("a.example.com");
        assertThat(history.standing("b.example.com")).isEqualTo(NameHistory.Standing.SILENT);
        history.answered("b.example.com");
        assertThat(history.standing("b.example.com")).isEqualTo(NameHistory.Standing.ANSWERS);
        assertThat(history.standing("c.example.com")).isEqualTo(NameHistory.Standing.UNKNOWN);
        history.stayedSilent("b.example.com");
        assertThat(history.standing("b.example.com")).isEqualTo(NameHistory.Standing.SILENT);
    }
}
