package dev.safelight.core.dispatch;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.webhook.Delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The receivers to which something is under way, or of which something is remembered: endpoints,
 * and the hosts of one account's callbacks. An account has as many of either as it may have under
 * way, so that its receivers take no other account's room. Confined to the thread that
 * dispatches.
 */
final class ReceiverStates {
    /** One is forgotten when so many others were asked for since. */
    private static final int MOST_REMEMBERED = 4_096;

    private final DispatchLimits limits;
    private final Map<AccountId, AccountReceivers> accounts = new LinkedHashMap<>(16, 0.75f, true);
    private int underWay;
    private int remembered;

    ReceiverStates(DispatchLimits limits) {
        this.limits = limits;
    }

    /** That of its receiver; one of which nothing is remembered is as new. */
    ReceiverState of(Delivery delivery) {
        var account = accounts.get(delivery.account());
        var state = account == null ? null : account.find(Receiver.of(delivery));
        return state == null ? new ReceiverState(limits.ofTarget()) : state;
    }

    boolean areFull() {
        return underWay >= limits.all();
    }

    /** Whether something more may be begun to the receiver of a delivery. */
    boolean haveRoom(Delivery delivery, ReceiverState receiver, Instant now) {
        var account = accounts.get(delivery.account());
        boolean isCrowded = account != null && 2 * account.underWay() >= limits.ofAccount();
        return receiver.hasRoom(now, isCrowded);
    }

    /** Whether nothing more of an account is to be begun. */
    boolean areFull(AccountId account) {
        var known = accounts.get(account);
        return areFull() || (known != null && known.underWay() >= limits.ofAccount());
    }

    int underWay() {
        return underWay;
    }

    void begin(Delivery delivery, ReceiverState state, Instant now) {
        var account = accounts.computeIfAbsent(delivery.account(), id -> new AccountReceivers());
        int before = account.size();
        account.begin(Receiver.of(delivery), state, now);
        remembered += account.size() - before;
        underWay++;
    }

    void end(Delivery delivery, ReceiverState state, Instant now) {
        var account = accounts.get(delivery.account());
        if (account == null) throw new IllegalStateException("nothing of it is under way");
        int before = account.size();
        account.end(Receiver.of(delivery), state, now, limits.ofAccount());
        remembered += account.size() - before;
        underWay--;
        if (account.size() == 0) accounts.remove(delivery.account());
        if (remembered > MOST_REMEMBERED && !forgetOne(ReceiverState::isGood))
            forgetOne(known -> true);
    }

    /** One of these, of the account that nobody asked for longest; whether there was one. */
    private boolean forgetOne(Predicate<ReceiverState> among) {
        for (var each = accounts.values().iterator(); each.hasNext(); ) {
            var account = each.next();
            if (!account.forgetOne(among)) continue;
            if (account.size() == 0) each.remove();
            remembered--;
            return true;
        }
        return false;
    }
}
