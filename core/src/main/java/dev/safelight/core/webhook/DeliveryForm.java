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
     * @param at wall time of the attempt
     */
    CompletableFuture<List<Parcel.Header>> headers(Delivery delivery, String body, Instant at);
}
