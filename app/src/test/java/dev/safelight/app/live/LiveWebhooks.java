package dev.safelight.app.live;

import dev.safelight.core.access.SecretBox;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.NewApiKey;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.core.webhook.EndpointDesk;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.server.account.AccountPorts;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.executions.ExecutionNotices;
import dev.safelight.server.dialect.tasks.Callbacks;
import dev.safelight.server.dialect.tools.TaskNotices;
import dev.safelight.server.outbound.AddressCheck;
import dev.safelight.server.outbound.AddressRules;
import dev.safelight.server.outbound.CheckedAddresses;
import dev.safelight.server.outbound.NameResolver;
import dev.safelight.server.outbound.NamedUrls;
import dev.safelight.server.webhook.TestSends;
import dev.safelight.server.webhook.WordedDeliveries;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.testkit.time.VirtualTime;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** How a {@link LiveServer} tells what happened: what is sent arrives in a list. */
public final class LiveWebhooks {
    private final LiveStore live;
    private final VirtualTime time;
    private final SecretBox box;
    final EndpointDesk endpoints;
    final KeyDesk keys;
    public final List<Parcel> sent = new CopyOnWriteArrayList<>();

    /** What every receiver answers. */
    public volatile CompletableFuture<Answered> answer = CompletableFuture.completedFuture(
            new Answered.Status(200, Duration.ofMillis(7), null, "thanks"));

    LiveWebhooks(LiveStore live, VirtualTime time, NewApiKey.Start start) {
        this.live = live;
        this.time = time;
        box = new SecretBox(new byte[SecretBox.KEY_LENGTH], live.random());
        var store = live.store;
        endpoints = new EndpointDesk(store.endpoints(), box, live.assembly.ids(), live.random());
        keys = new KeyDesk(store.keys(), box, live.random(), start);
    }

    /** Nobody is asked: names of examples are public, but for one. */
    private static final NameResolver NAMES = name -> {
        boolean isPublic =
                name.matches("(.+\\.)?example(\\.com|\\.org)?") && !name.equals("refused.example");
        return CompletableFuture.completedFuture(
                List.of(InetAddress.ofLiteral(isPublic ? "8.8.8.8" : "127.0.0.1")));
    };

    static final AddressCheck ADDRESSES =
            new NamedUrls(new CheckedAddresses(AddressRules.allowing(""), NAMES));

    DialectPorts.Webhooks ports() {
        SqliteStore store = live.store;
        return new DialectPorts.Webhooks(
                ADDRESSES,
                endpoints,
                store.endpoints(),
                store.deliveries(),
                store.replays(),
                store.feed());
    }

    /** In the words of the three dialects. */
    public WordedDeliveries form(DialectPorts dialects) {
        return form(dialects, live.store.reads());
    }

    /** The same over what is read of tasks here. */
    public WordedDeliveries form(DialectPorts dialects, TaskReads reads) {
        return new WordedDeliveries(
                List.of(
                        TaskNotices.wording(dialects),
                        ExecutionNotices.wording(dialects),
                        Callbacks.wording(dialects)),
                new WordedDeliveries.Told(reads, live.store.files(time)),
                new WordedDeliveries.Desks(keys, endpoints));
    }

    AccountPorts.OfKeys ofKeys(DialectPorts dialects) {
        var clocks = new TestSends.Clocks(time, time);
        var tests = new TestSends(form(dialects), this::send, live.assembly.ids(), clocks);
        return new AccountPorts.OfKeys(
                live.store.keys(), keys, live.store.endpoints(), ADDRESSES, tests);
    }

    private CompletableFuture<Answered> send(Parcel parcel) {
        sent.add(parcel);
        return answer;
    }

    /** This moment, as a wall clock shows it that goes ahead. */
    public static DeliveryForm.Moment now(InstantSource steady, Duration wallIsAhead) {
        return new DeliveryForm.Moment(steady.instant(), steady.instant().plus(wallIsAhead));
    }

    /** What was decided and not looked at yet. */
    public List<Delivery> decided() {
        return live.store.deliveries().fresh(null, 100).join();
    }
}
