package dev.safelight.testkit.simulation;

import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.core.webhook.Parcel;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Words of no dialect, and no signature. It words nothing twice alike, so that whoever sees two
 * bodies under one id knows that one was not kept.
 */
public final class PlainForm implements DeliveryForm {
    private int worded;

    @Override
    public CompletableFuture<String> body(Delivery delivery) {
        return CompletableFuture.completedFuture(
                "{\"n\":%d,\"about\":\"%s\"}".formatted(++worded, delivery.about()));
    }

    @Override
    public CompletableFuture<List<Parcel.Header>> headers(
            Delivery delivery, String body, Moment at) {
        return CompletableFuture.completedFuture(List.of(
                new Parcel.Header("webhook-id", delivery.webhookId()),
                new Parcel.Header("webhook-timestamp", Long.toString(at.wall().getEpochSecond()))));
    }
}
