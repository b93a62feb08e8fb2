package dev.safelight.server.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.Files;
import dev.safelight.core.task.Moment;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryRules;
import dev.safelight.core.webhook.Occasion;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Reads what deliveries tell. */
final class Notices {
    private final TaskReads tasks;
    private final Files files;

    Notices(TaskReads tasks, Files files) {
        this.tasks = tasks;
        this.files = files;
    }

    /** What one tells; fails when its task has no such entry. */
    CompletableFuture<Notice> of(Delivery delivery) {
        return switch (delivery.about()) {
            case Delivery.About.OfTask told -> ofTask(delivery, told);
            case Delivery.About.OfFile told -> ofFile(delivery, told);
            case Delivery.About.OfTest test ->
                CompletableFuture.completedFuture(new Notice.Test(id(delivery), delivery.at()));
        };
    }

    private CompletableFuture<Notice> ofTask(Delivery delivery, Delivery.About.OfTask told) {
        return tasks.moments(delivery.account(), told.task(), told.sequence() - 1, 1)
                .thenApply(moments -> ofTask(delivery, moments));
    }

    private static Notice ofTask(Delivery delivery, List<Moment> moments) {
        if (moments.isEmpty())
            throw new IllegalStateException("nothing of it is in the log: " + delivery.about());
        var moment = moments.getFirst();
        Occasion occasion = Objects.requireNonNull(
                DeliveryRules.occasion(moment.entry().event()), "nobody is told of such an entry");
        return new Notice.OfTask(id(delivery), moment.entry().at(), occasion, moment.view());
    }

    private CompletableFuture<Notice> ofFile(Delivery delivery, Delivery.About.OfFile told) {
        AccountId account = delivery.account();
        return files.find(account, told.file())
                .thenApply(found -> new Notice.OfFile(
                        id(delivery),
                        delivery.at(),
                        told.occasion(),
                        told.file(),
                        found.orElse(null)));
    }

    private static Id id(Delivery delivery) {
        return delivery.id();
    }
}
