package dev.safelight.core.webhook;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How deliveries are worded and signed: in the words of each target's dialect. */
public interface DeliveryForm {

    /**
     * The payload, as of the entry that the delivery tells. Asked for once, before the first send.
     *
     * @return JSON text
     */
    CompletableFuture<String> body(Delivery delivery);

    /**
     * The headers of one attempt: {@code webhook-id}, {@code webhook-timestamp}, {@code
     * webhook-signature}, and the dialect's own signature.
     *
     * @param body the payload that was kept
     * @param at when the attempt is made
     */
    CompletableFuture<List<Parcel.Header>> headers(Delivery delivery, String body, Moment at);

    /**
     * One moment, as two clocks show it.
     *
     * @param steady by which secrets live
     * @param wall by which receivers check a signature's age
     */
    record Moment(Instant steady, Instant wall) {}
}
