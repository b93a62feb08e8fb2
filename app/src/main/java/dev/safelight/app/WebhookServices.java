package dev.safelight.app;

import dev.safelight.core.dispatch.Dispatch;
import dev.safelight.core.dispatch.DispatchLimits;
import dev.safelight.core.dispatch.DispatchPorts;
import dev.safelight.core.dispatch.Replays;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.DeliveryForm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What tells others what happened: deliveries are sent, and replays carried on. */
public final class WebhookServices implements AutoCloseable {
    /** For what is on its way at the end; what is not recorded by then is sent again. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Dispatch dispatch;
    private final Replays replays;

    /**
     * How things are sent.
     *
     * @param wall the machine's clock, for signatures
     */
    public record Ends(Courier courier, DeliveryForm form, InstantSource wall) {}

    /** Sends from here on, until this or the store is closed. */
    public WebhookServices(Assembly assembly, Driver driver, Ends ends, DispatchLimits limits) {
        var store = assembly.store();
        var deliveries = store.deliveries();
        var ports = new DispatchPorts(
                deliveries,
                ends.courier(),
                ends.form(),
                new DispatchPorts.Clocks(assembly.clock(), ends.wall()),
                driver.handlers(),
                driver.random());
        dispatch = assembly.turnWoken("dispatch", wake -> new Dispatch(ports, limits, wake));
        replays = assembly.turnWoken(
                "replays", wake -> new Replays(store.replays(), store.feed(), wake));
        deliveries.onWaiting(dispatch::hint);
        deliveries.onWaiting(replays::hint);
    }

    /** Begins no attempt any more, and gives those under way a moment. */
    @Override
    public void close() {
        replays.stop();
        try {
            dispatch.stop().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfinished) {
            System.getLogger(WebhookServices.class.getName())
                    .log(System.Logger.Level.INFO, "what is on its way is sent again");
        }
    }
}
