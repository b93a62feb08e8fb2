package dev.safelight.server.webhook;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.webhook.Parcel;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The three headers of Standard Webhooks, with symmetric signatures of version 1. */
public final class StandardWebhooks {
    private StandardWebhooks() {}

    /**
     * The headers of one attempt. Each live secret signs, so that a receiver that knows any of them
     * is content.
     *
     * @param secrets the newest first
     * @param at when it is sent, told in whole seconds
     */
    public static List<Parcel.Header> headers(
            String id, Instant at, String body, List<WebhookSecret> secrets) {
        String seconds = Long.toString(at.getEpochSecond());
        String signed = id + "." + seconds + "." + body;
        String signatures = secrets.stream()
                .map(secret -> "v1," + sign(secret, signed))
                .collect(Collectors.joining(" "));
        return List.of(
                new Parcel.Header("webhook-id", id),
                new Parcel.Header("webhook-timestamp", seconds),
                new Parcel.Header("webhook-signature", signatures));
    }

    private static String sign(WebhookSecret secret, String signed) {
        return Base64.getEncoder().encodeToString(PayloadMac.of(secret.bytes(), signed));
    }
}
