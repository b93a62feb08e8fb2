package dev.safelight.server.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Ids;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.Target;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends what did not happen to an address, once and at once, for somebody who waits for the answer.
 * No row is written and nothing is tried again. One of an account is under way at a time, so that
 * the courier's bounds hold for it.
 */
public final class TestSends {
    private static final int MOST = 64;
    private static final int SOON = 5;

    private final WordedDeliveries form;
    private final Courier courier;
    private final Ids ids;
    private final InstantSource clock;
    private final Set<AccountId> underWay = ConcurrentHashMap.newKeySet();

    public TestSends(WordedDeliveries form, Courier courier, Ids ids, InstantSource clock) {
        this.form = form;
        this.courier = courier;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came back; fails with a Refusal while another one of the account is under way. */
    public CompletableFuture<Answered> send(AccountId account, Target target) {
        if (underWay.size() >= MOST || !underWay.add(account)) throw busy();
        var test = new Notice.Test(ids.next(account.number()), clock.instant());
        return form.test(target, test)
                .thenCompose(courier::send)
                .whenComplete((answered, fault) -> underWay.remove(account));
    }

    private static Refusal busy() {
        return new Refusal(Problem.of(
                        ProblemCode.RATE_LIMITED,
                        "Another test event is on its way. Try again when it has arrived.")
                .retryAfter(SOON));
    }
}
