package dev.safelight.core.webhook;

import dev.safelight.core.id.Id;
import dev.safelight.core.task.Fingerprint;

/** Derives the id of a delivery, so that no decision has to draw and no row has to keep one. */
final class WebhookIds {
    private WebhookIds() {}

    static String of(Target target, Delivery.About about) {
        var print = Fingerprint.of(name(target), about.task().toString(), "" + about.sequence());
        return "msg_" + new Id(print.hi(), print.lo());
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.OfEndpoint(var endpoint, var url, var dialect) -> "endpoint " + endpoint;
            case Target.OfCallback(var task, var url, var dialect) -> "callback " + task;
        };
    }
}
