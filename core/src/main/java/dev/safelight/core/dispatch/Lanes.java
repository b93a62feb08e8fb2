package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Line;
import dev.safelight.core.webhook.Target;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The receivers to which something is under way, or of which something is remembered: endpoints,
 * and the hosts of one account's callbacks. Confined to the thread that dispatches.
 */
final class Lanes {
    /** A receiver that failed is forgotten when so many others did since. */
    private static final int MOST_REMEMBERED = 4_096;

    private final DispatchLimits limits;
    private final Map<Receiver, Lane> lanes = new LinkedHashMap<>();
    private int underWay;

    /** Who takes it; the host is null for an endpoint. */
    private record Receiver(Line line, @Nullable String host) {
        static Receiver of(Delivery delivery) {
            return switch (delivery.target()) {
                case Target.OfEndpoint endpoint -> new Receiver(delivery.line(), null);
                case Target.OfCallback callback ->
                    new Receiver(delivery.line(), host(callback.url()));
            };
        }

        private static String host(String url) {
            try {
                var authority = URI.create(url).getRawAuthority();
                return authority == null ? "" : authority;
            } catch (IllegalArgumentException unreadable) {
                return "";
            }
        }
    }

    Lanes(DispatchLimits limits) {
        this.limits = limits;
    }

    /** That of its receiver; one of which nothing is remembered is as new. */
    Lane of(Delivery delivery) {
        var lane = lanes.get(Receiver.of(delivery));
        return lane == null ? new Lane(limits.ofTarget()) : lane;
    }

    boolean areFull() {
        return underWay >= limits.all();
    }

    int underWay() {
        return underWay;
    }

    void begin(Delivery delivery, Lane lane, Instant now) {
        lanes.put(Receiver.of(delivery), lane);
        lane.begin(now);
        underWay++;
    }

    void end(Delivery delivery, Lane lane, Instant now) {
        lane.end(now);
        underWay--;
        if (lane.isForgotten()) lanes.remove(Receiver.of(delivery), lane);
        else if (lanes.size() > MOST_REMEMBERED) forgetOne();
    }

    /** The one that is remembered longest and has nothing under way. */
    private void forgetOne() {
        for (var each = lanes.values().iterator(); each.hasNext(); ) {
            if (!each.next().isIdle()) continue;
            each.remove();
            return;
        }
    }
}
