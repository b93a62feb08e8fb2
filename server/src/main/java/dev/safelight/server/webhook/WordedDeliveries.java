package dev.safelight.server.webhook;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.library.Files;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.core.webhook.EndpointDesk;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.core.webhook.Target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words and signs each delivery as the dialect of its target does. */
public final class WordedDeliveries implements DeliveryForm {
    private final Map<String, Wording> wordings;
    private final Notices notices;
    private final SigningSecrets secrets;

    /** Dialects that tell something, and what is read and signed with for them. */
    public WordedDeliveries(List<Wording> wordings, Told told, Desks desks) {
        this.wordings =
                wordings.stream().collect(Collectors.toMap(Wording::dialect, Function.identity()));
        notices = new Notices(told.tasks(), told.files());
        secrets = new SigningSecrets(desks.keys(), desks.endpoints());
    }

    /** What is told of. */
    public record Told(TaskReads tasks, Files files) {}

    /** Who knows the secrets. */
    public record Desks(KeyDesk keys, EndpointDesk endpoints) {}

    @Override
    public CompletableFuture<String> body(Delivery delivery) {
        return notices.of(delivery).thenCompose(notice -> body(delivery.target(), notice));
    }

    private CompletableFuture<String> body(Target target, Notice notice) {
        return wording(target)
                .payload()
                .of(notice)
                .thenApply(body -> body.orElseThrow(() -> new IllegalStateException(
                        "the dialect " + target.dialect() + " has no words for " + notice.id())));
    }

    @Override
    public CompletableFuture<List<Parcel.Header>> headers(
            Delivery delivery, String body, Moment at) {
        return headers(delivery.target(), delivery.webhookId(), body, at);
    }

    /** What is sent to a target that nothing has happened for. */
    CompletableFuture<Parcel> test(Target target, Notice.Test test, Instant steady) {
        var at = new Moment(steady, test.at());
        return body(target, test)
                .thenCompose(body -> headers(target, Delivery.webhookId(test.id()), body, at)
                        .thenApply(headers -> new Parcel(target.url(), headers, body)));
    }

    private CompletableFuture<List<Parcel.Header>> headers(
            Target target, String id, String body, Moment at) {
        return secrets.of(target, at.steady())
                .thenApply(live -> signed(target, id, body, at, live));
    }

    private List<Parcel.Header> signed(
            Target target, String id, String body, Moment at, List<WebhookSecret> live) {
        if (live.isEmpty())
            throw new IllegalStateException("nothing signs for " + target.getClass());
        var headers = new ArrayList<>(StandardWebhooks.headers(id, at.wall(), body, live));
        headers.addAll(wording(target).signature().headers(live.getFirst(), body));
        return List.copyOf(headers);
    }

    private Wording wording(Target target) {
        var wording = wordings.get(target.dialect());
        if (wording == null)
            throw new IllegalStateException("no dialect tells in the words of " + target.dialect());
        return wording;
    }
}
