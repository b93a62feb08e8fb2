package dev.safelight.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.eclipse.jetty.util.NanoTime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** Counts requests, under way and answered, and knows whether the server is draining. */
final class RequestMetrics {
    private static final Duration[] STEPS = {
        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(25),
        Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(5)
    };
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timings unmatched = new Timings("unmatched");
    private final AtomicLong underWay = new AtomicLong();
    private final AtomicBoolean jvmBound = new AtomicBoolean();
    private final CompletableFuture<Void> quiet = new CompletableFuture<>();
    private volatile boolean draining;

    RequestMetrics(IntSupplier heldWaits, IntSupplier openStreams, List<Gauge> gauges) {
        show(new Gauge("safelight.http.waits", "held waits", heldWaits));
        show(new Gauge("safelight.http.streams", "open event streams", openStreams));
        show(new Gauge(
                "safelight.http.requests.under.way",
                "requests that are not answered yet",
                underWay::intValue));
        gauges.forEach(this::show);
    }

    private void show(Gauge gauge) {
        io.micrometer.core.instrument.Gauge.builder(gauge.name(), gauge.value()::getAsInt)
                .description(gauge.meaning())
                .register(registry);
    }

    Timings unmatched() {
        return unmatched;
    }

    void begun() {
        underWay.incrementAndGet();
    }

    void ended(Timings route, int status, long began) {
        route.byStatus
                .computeIfAbsent(status, code -> timer(route.label, code))
                .record(NanoTime.since(began), TimeUnit.NANOSECONDS);
        if (underWay.decrementAndGet() == 0 && draining) quiet.complete(null);
    }

    /** A request that is no well-formed HTTP, by the part that is not understood. */
    void malformed(String part) {
        Counter.builder("safelight.http.malformed")
                .description("requests that are no well-formed HTTP, by the part")
                .tag("part", part)
                .register(registry)
                .increment();
    }

    private Timer timer(String route, int status) {
        return Timer.builder("safelight.http.requests")
                .description("requests by route and status")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    boolean isDraining() {
        return draining;
    }

    /** Completes when nothing is under way any more. */
    CompletableFuture<Void> drain() {
        draining = true;
        if (underWay.get() == 0) quiet.complete(null);
        return quiet;
    }

    /** The Prometheus text. What the JVM says is bound at the first look: it slows down a start. */
    String scrape() {
        if (jvmBound.compareAndSet(false, true)) {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
        }
        return registry.scrape();
    }
}
