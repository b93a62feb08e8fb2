package dev.safelight.store.sqlite.telling;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.EndpointVerdict;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/** Decides what becomes of endpoints, in the open batch. Confined to the writer thread. */
public final class EndpointDecider {
    private final Telling telling;
    private final Instant now;

    /**
     * @param now the batch's instant
     */
    public EndpointDecider(Telling telling, Instant now) {
        this.telling = telling;
        this.now = now;
    }

    /** Adds one with its secret, unless the account has as many as it may. */
    public EndpointVerdict add(NewEndpoint endpoint) {
        var wanted = endpoint.subscription();
        var table = telling.endpoints();
        if (wanted.key() == null && table.count(wanted.account()) >= Endpoints.MOST)
            return new EndpointVerdict.TooMany(Endpoints.MOST);
        var added = table.insert(endpoint.id(), wanted, now);
        table.add(added.row(), endpoint.secret(), now);
        telling.listen(added, now);
        return new EndpointVerdict.Added(
                new Endpoint(endpoint.id(), wanted, Endpoint.Standing.NEW, now));
    }

    /** Changes its state; whether there is such an endpoint that is not deleted. */
    public boolean set(AccountId account, EndpointId id, Endpoint.State state) {
        var endpoint = telling.endpoints().find(account, id);
        if (endpoint == null) return false;
        if (endpoint.state() == state) return true;
        var listener = endpoint.listener();
        switch (state) {
            case ACTIVE -> telling.enable(listener, now);
            case DISABLED -> telling.disable(listener, DisableReason.BY_ACCOUNT, now);
            case DELETED -> telling.delete(listener, now);
        }
        return true;
    }

    /** Drops more of what a deleted one was still to be told; whether more may be left. */
    public boolean dropMore(EndpointId id) {
        Long row = telling.endpoints().deleted(id);
        return row != null && telling.deliveries().drop(row);
    }

    /** Signs with another secret; whether there is such an endpoint that is not deleted. */
    public boolean rotate(
            AccountId account, EndpointId id, SealedSecret secret, Instant beforeUntil) {
        var endpoint = telling.endpoints().find(account, id);
        if (endpoint == null) return false;
        telling.endpoints().rotate(endpoint.row(), secret, beforeUntil, now);
        telling.log(endpoint.listener(), FeedJson.endpointRotated(id), now);
        return true;
    }

    /**
     * Tells a key's tasks to an address from here on.
     *
     * @param fresh names it, if there is none so far
     */
    public void tell(AccountId account, KeyId key, KeyAddress address, EndpointId fresh) {
        var table = telling.endpoints();
        var endpoint = table.ofKey(key);
        if (endpoint == null) {
            var wanted = new Subscription(account, key, address.url(), address.dialect(), Set.of());
            telling.listen(table.insert(fresh, wanted, now), now);
            return;
        }
        var moved = endpoint.listener().at(address);
        table.move(moved);
        if (endpoint.state() == Endpoint.State.DISABLED) telling.enable(moved, now);
        else telling.follow(moved);
        // What waits for the address before goes to this one.
        telling.hasMore();
    }

    /** A key's tasks are told to nobody; the endpoint that is deleted by that, or null. */
    public @Nullable EndpointId tellNobody(KeyId key) {
        var endpoint = telling.endpoints().ofKey(key);
        if (endpoint == null) return null;
        telling.delete(endpoint.listener(), now);
        return endpoint.listener().id();
    }
}
