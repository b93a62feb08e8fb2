package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Line;
import dev.safelight.core.webhook.Target;

import java.net.URI;

/**
 * Who takes a delivery. An endpoint that is moved to another address is another one.
 *
 * @param address the URL of an endpoint, or the host of callbacks
 */
record Receiver(Line line, String address) {
    static Receiver of(Delivery delivery) {
        return switch (delivery.target()) {
            case Target.OfEndpoint endpoint -> new Receiver(delivery.line(), endpoint.url());
            case Target.OfCallback callback -> new Receiver(delivery.line(), host(callback.url()));
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
