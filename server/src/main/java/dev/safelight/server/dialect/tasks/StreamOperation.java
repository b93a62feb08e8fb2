package dev.safelight.server.dialect.tasks;

import dev.safelight.core.task.Moment;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.Caller;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.StreamAddresses;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Header;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code GET /v1/tasks/stream/{task_id}}: a task's log as it goes on, one event an entry. A reader
 * who comes again names the last entry that it has, in the header that browsers send by themselves
 * or in the query.
 */
final class StreamOperation {
    /** What its addresses begin with. */
    static final String PATH = "/v1/tasks/stream/";

    private static final String CURSOR = "last_event_id";
    private static final Predicate<String> NUMBER = Pattern.compile("\\d{1,18}").asMatchPredicate();

    /** What a signed address answers, refusals too: any page may read it, and no cache keep it. */
    static final List<Header> READABLE = List.of(
            new Header("Access-Control-Allow-Origin", "*"),
            new Header("Cache-Control", "no-store"));

    private final KeysTasks own;
    private final Tasks tasks;
    private final ShownIds ids;
    private final StreamAddresses addresses;
    private final TaskEvents.Shown shown;

    StreamOperation(
            KeysTasks own,
            Tasks tasks,
            ShownIds ids,
            StreamAddresses addresses,
            TaskEvents.Shown shown) {
        this.own = own;
        this.tasks = tasks;
        this.ids = ids;
        this.addresses = addresses;
        this.shown = shown;
    }

    /** For whoever has a key. */
    Answer stream(Call call) {
        return open(call, Caller.of(call));
    }

    /** For whoever has an address that a submit or a query gave. */
    Answer streamBySignedAddress(Call call) {
        var caller = addresses.check(call, call.segment(1));
        return new Answer.ByAddress(caller.reader(), () -> open(call, caller));
    }

    private Answer open(Call call, Caller caller) {
        Long cursor = cursor(call);
        var found = own.find(caller.who(), TaskRef.of(call.segment(0), ids));
        return Answer.later(found, view -> open(caller, view, cursor));
    }

    private Answer open(Caller caller, TaskView view, @Nullable Long cursor) {
        if (cursor == null) return opened(caller, TaskEvents.of(shown, view));
        if (!view.isTerminal()) {
            boolean isBeyond = cursor > view.task().stamp().version();
            var events = isBeyond
                    ? TaskEvents.resync(shown, view)
                    : TaskEvents.after(shown, view, cursor);
            return opened(caller, events);
        }
        return Answer.later(
                tasks.moments(caller.who(), view.id(), cursor, 1),
                next -> isPastTheEnd(next)
                        ? new Answer.Text(204, "", new byte[0], List.of())
                                .with("Cache-Control", "no-store")
                        : opened(caller, TaskEvents.after(shown, view, cursor)));
    }

    /** That its engine has stopped follows the end of a task, and is not told here. */
    private static boolean isPastTheEnd(List<Moment> next) {
        return next.isEmpty() || next.getFirst().entry().kind() == TaskEvent.Kind.STOPPED;
    }

    private static Answer opened(Caller caller, TaskEvents events) {
        return new Answer.Stream(caller.reader(), List.of(), events);
    }

    private static @Nullable Long cursor(Call call) {
        String given = call.header("Last-Event-ID").orElse("");
        if (given.isEmpty()) given = call.body().path(CURSOR).asString("");
        if (given.isEmpty()) return null;
        if (NUMBER.test(given)) return Long.valueOf(given);
        throw new Refusal(Problem.invalid(
                CURSOR, "'" + CURSOR + "' must be the id of an event of this stream."));
    }
}
