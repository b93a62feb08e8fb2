package dev.safelight.app.simulation.follow;

import dev.safelight.core.task.TaskReads;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.testkit.simulation.PlainForm;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Words a delivery as the dialects do: by the entry that it tells of, and the task as of it. */
public final class EventForm implements DeliveryForm {
    private final PlainForm plain = new PlainForm();
    private final Supplier<TaskReads> reads;

    /**
     * A form for all boots.
     *
     * @param reads of the boot that is up
     */
    public EventForm(Supplier<TaskReads> reads) {
        this.reads = reads;
    }

    @Override
    public CompletableFuture<String> body(Delivery delivery) {
        if (!(delivery.about() instanceof Delivery.About.OfTask(var task, var sequence)))
            return plain.body(delivery);
        return reads.get()
                .moments(delivery.account(), task, sequence - 1, 1)
                .thenCombine(
                        plain.body(delivery),
                        (moments, body) ->
                                "[%s,\"%s\"]".formatted(body, Story.words(moments.getFirst())));
    }

    @Override
    public CompletableFuture<List<Parcel.Header>> headers(
            Delivery delivery, String body, Moment at) {
        return plain.headers(delivery, body, at);
    }
}
