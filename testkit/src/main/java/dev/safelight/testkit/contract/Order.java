package dev.safelight.testkit.contract;

import dev.safelight.core.access.Principal;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.Session;
import dev.safelight.core.task.Ask;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Request;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.Terms;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/** A submit in the making: the usual one, and copies that differ in one thing. */
public record Order(Principal who, Route route, Terms terms, Asked asked) {
    static final Credits PRICE = new Credits(10);
    static final Duration QUEUE_LIMIT = Duration.ofHours(24);
    static final Duration RUN_LIMIT = Duration.ofMinutes(5);

    /** What was asked, and under which idempotency key. */
    public record Asked(
            String input,
            Map<String, String> metadata,
            @Nullable String key,
            @Nullable Session session) {}

    /** For ten credits, in the middle of the queue, to the sandbox. */
    public static Order by(Principal who) {
        return new Order(
                who,
                new Route(ToolName.GENERATE_IMAGE, "model-1", EngineName.SANDBOX),
                new Terms(Ask.Wishes.USUAL_PRIORITY, PRICE, QUEUE_LIMIT, RUN_LIMIT),
                new Asked("{\"prompt\":\"a cat\"}", Map.of(), null, null));
    }

    public Order to(EngineName engine) {
        return new Order(who, new Route(route.tool(), route.model(), engine), terms, asked);
    }

    public Order of(ToolName tool) {
        return new Order(who, new Route(tool, route.model(), route.engine()), terms, asked);
    }

    public Order priced(long credits) {
        return with(new Terms(
                terms.priority(), new Credits(credits), terms.queueLimit(), terms.runLimit()));
    }

    public Order withPriority(int priority) {
        return with(new Terms(priority, terms.hold(), terms.queueLimit(), terms.runLimit()));
    }

    public Order waitingAtMost(Duration limit) {
        return with(new Terms(terms.priority(), terms.hold(), limit, terms.runLimit()));
    }

    public Order runningAtMost(Duration limit) {
        return with(new Terms(terms.priority(), terms.hold(), terms.queueLimit(), limit));
    }

    private Order with(Terms other) {
        return new Order(who, route, other, asked);
    }

    public Order saying(String input) {
        return with(new Asked(input, asked.metadata(), asked.key(), asked.session()));
    }

    public Order under(String key) {
        return with(new Asked(asked.input(), asked.metadata(), key, asked.session()));
    }

    public Order noting(Map<String, String> metadata) {
        return with(new Asked(asked.input(), metadata, asked.key(), asked.session()));
    }

    public Order in(Session session) {
        return with(new Asked(asked.input(), asked.metadata(), asked.key(), session));
    }

    private Order with(Asked other) {
        return new Order(who, route, terms, other);
    }

    /** As it goes to the store. */
    public NewTask as(TaskId id) {
        var request = new Request(
                asked.input(),
                asked.metadata(),
                Fingerprint.of(route.tool().text(), asked.input()),
                fingerprint(),
                "{\"taskId\":\"" + id + "\"}");
        var owner = new Owner(who.account(), who.key());
        return new NewTask(id, owner, asked.session(), route, terms, request);
    }

    private @Nullable Fingerprint fingerprint() {
        return asked.key() == null
                ? null
                : Fingerprint.of(Long.toString(who.key().number()), asked.key());
    }
}
