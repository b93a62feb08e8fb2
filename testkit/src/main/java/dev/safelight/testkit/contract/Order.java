package dev.safelight.testkit.contract;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskInput;
import dev.safelight.core.task.Terms;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A submit in the making: the usual one, and copies that differ in one thing. */
public record Order(
        Principal who,
        Route route,
        Terms terms,
        TaskInput input,
        Names names,
        List<AssetId> files) {
    static final Credits PRICE = new Credits(10);
    static final Duration QUEUE_LIMIT = Duration.ofHours(24);
    static final Duration RUN_LIMIT = Duration.ofMinutes(5);

    /** What the caller calls the submit; each may be null. */
    public record Names(@Nullable String key, @Nullable String callback) {
        static final Names NONE = new Names(null, null);
    }

    /** For ten credits, in the middle of the queue, to the sandbox. */
    public static Order by(Principal who) {
        return new Order(
                who,
                new Route(ToolName.GENERATE_IMAGE, "model-1", EngineName.SANDBOX),
                new Terms(Submit.Wishes.USUAL_PRIORITY, PRICE, QUEUE_LIMIT, RUN_LIMIT),
                new TaskInput("{\"prompt\":\"a cat\"}", Map.of(), null, null),
                Names.NONE,
                List.of());
    }

    public Order to(EngineName engine) {
        return with(new Route(route.tool(), route.model(), engine));
    }

    public Order of(ToolName tool) {
        return with(new Route(tool, route.model(), route.engine()));
    }

    public Order with(String model) {
        return with(new Route(route.tool(), model, route.engine()));
    }

    private Order with(Route other) {
        return new Order(who, other, terms, input, names, files);
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
        return new Order(who, route, other, input, names, files);
    }

    public Order saying(String json) {
        return with(new TaskInput(json, input.metadata(), input.session(), input.callersId()));
    }

    public Order noting(Map<String, String> metadata) {
        return with(new TaskInput(input.json(), metadata, input.session(), input.callersId()));
    }

    public Order in(SessionId session) {
        return with(new TaskInput(input.json(), input.metadata(), session, input.callersId()));
    }

    private Order with(TaskInput other) {
        return new Order(who, route, terms, other, names, files);
    }

    public Order under(String key) {
        return with(new Names(key, names.callback()));
    }

    public Order called(String callersId) {
        return with(new TaskInput(input.json(), input.metadata(), input.session(), callersId));
    }

    public Order telling(String callback) {
        return with(new Names(names.key(), callback));
    }

    public Order naming(AssetId... named) {
        return new Order(who, route, terms, input, names, List.of(named));
    }

    private Order with(Names other) {
        return new Order(who, route, terms, input, other, files);
    }

    /** As it goes to the store. */
    public NewTask as(TaskId id) {
        var owner = new Owner(who.account(), who.key());
        var making = Fingerprint.of(route.tool().text(), input.json());
        var digest = Fingerprint.of(route.tool().text(), input.json(), "" + terms.priority());
        return new NewTask(
                new TaskHeader(id, owner, route, terms),
                input,
                files,
                new NewTask.Repeatability(digest, making, fingerprint(), false),
                new NewTask.Acknowledgement("tools", "{\"taskId\":\"" + id + "\"}"),
                names.callback());
    }

    private @Nullable Fingerprint fingerprint() {
        return names.key() == null
                ? null
                : Fingerprint.of(Long.toString(who.key().number()), names.key());
    }
}
