package dev.safelight.app;

import dev.safelight.core.access.SecretBox;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.NewApiKey;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.EndpointDesk;
import dev.safelight.server.account.AccountPorts;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.executions.ExecutionNotices;
import dev.safelight.server.dialect.tasks.Callbacks;
import dev.safelight.server.dialect.tools.TaskNotices;
import dev.safelight.server.outbound.AddressCheck;
import dev.safelight.server.webhook.TestSends;
import dev.safelight.server.webhook.WordedDeliveries;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** How what happens is told: who has which secret, in which words, and to which addresses. */
final class WebhookPorts {
    private final Assembly assembly;
    private final AddressCheck addresses;
    private final Courier courier;
    private final InstantSource wall;
    private final KeyDesk keys;
    private final EndpointDesk endpoints;

    /**
     * @param outgoing what leaves for addresses that callers name
     * @param sealing how secrets are kept
     * @param start what new keys begin with
     */
    WebhookPorts(Assembly assembly, Outgoing outgoing, Sealing sealing, NewApiKey.Start start) {
        this.assembly = assembly;
        addresses = outgoing.addresses();
        courier = outgoing.courier();
        wall = outgoing.wall();
        var store = assembly.store();
        keys = new KeyDesk(store.keys(), sealing.box(), sealing.random(), start);
        endpoints = new EndpointDesk(
                store.endpoints(), sealing.box(), assembly.ids(), sealing.random());
    }

    /**
     * What leaves.
     *
     * @param wall the time that receivers know
     */
    record Outgoing(AddressCheck addresses, Courier courier, InstantSource wall) {}

    /** @param random may be called by many threads */
    record Sealing(SecretBox box, RandomGenerator random) {}

    DialectPorts.Webhooks ports() {
        var store = assembly.store();
        return new DialectPorts.Webhooks(
                addresses,
                endpoints,
                store.endpoints(),
                store.deliveries(),
                store.replays(),
                store.feed());
    }

    /** In the words of every dialect that tells something. */
    WordedDeliveries form(DialectPorts dialects) {
        return new WordedDeliveries(
                List.of(
                        TaskNotices.wording(dialects),
                        ExecutionNotices.wording(dialects),
                        Callbacks.wording(dialects)),
                new WordedDeliveries.Told(
                        assembly.store().reads(), dialects.library().files()),
                new WordedDeliveries.Desks(keys, endpoints));
    }

    AccountPorts.OfKeys ofKeys(WordedDeliveries form) {
        var clocks = new TestSends.Clocks(assembly.clock(), wall);
        var tests = new TestSends(form, courier, assembly.ids(), clocks);
        var store = assembly.store();
        return new AccountPorts.OfKeys(store.keys(), keys, store.endpoints(), addresses, tests);
    }
}
