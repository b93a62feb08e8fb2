package dev.safelight.server.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.Ids;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.Target;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

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
    private final Clocks clocks;
    private final Set<AccountId> underWay = ConcurrentHashMap.newKeySet();

    public TestSends(WordedDeliveries form, Courier courier, Ids ids, Clocks clocks) {
        this.form = form;
        this.courier = courier;
        this.ids = ids;
        this.clocks = clocks;
    }

    /**
     * Two, as for all deliveries.
     *
     * @param steady by which secrets live
     * @param wall by which receivers check a signature's age
     */
    public record Clocks(InstantSource steady, InstantSource wall) {}

    /** What came back; fails with a Refusal while another one of the account is under way. */
    public CompletableFuture<Answered> send(AccountId account, Target target) {
        if (underWay.size() >= MOST || !underWay.add(account)) throw busy();
        return CompletableFuture.completedFuture(target)
                .thenCompose(to -> send(to, ids.next(account.number())))
                .whenComplete((answered, fault) -> underWay.remove(account));
    }

    private CompletableFuture<Answered> send(Target target, Id id) {
        var test = new Notice.Test(id, clocks.wall().instant());
        return form.test(target, test, clocks.steady().instant()).thenCompose(courier::send);
    }

    private static Refusal busy() {
        return new Refusal(Problem.of(
                        ProblemCode.RATE_LIMITED,
                        "Another test event is on its way. Try again when it has arrived.")
                .retryAfter(SOON));
    }
}
