package dev.safelight.app.live;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskPage;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.Catalog;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.IdPrefixes;
import dev.safelight.server.dialect.IdempotencyKeys;
import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.SubmitFields;
import dev.safelight.server.dialect.Submits;
import dev.safelight.server.http.body.Upload;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.EventPiece;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.face.RateHeaders;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.face.ServerEvent;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;
import dev.safelight.server.webhook.Notice;
import dev.safelight.server.webhook.Payload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A dialect that nobody speaks: it shows that the kit carries one that it has never seen. */
public final class FourthDialect {
    static final IdPrefixes IDS =
            new IdPrefixes(Map.of(IdKind.TASK, List.of("job-"), IdKind.FILE, List.of("doc-")));
    private static final SubmitFields FIELDS =
            new SubmitFields("urgency", "start_within", "run_within", "tags");
    private static final Alias SPEECH =
            Catalog.load().alias("tools", "generate-tts").orElseThrow();
    private static final long LONGEST_BODY = 100_000;

    private final DialectPorts ports;
    private final ShownIds ids;
    private final Submits submits;
    private final Cursors cursors;

    private FourthDialect(DialectPorts ports) {
        this.ports = ports;
        ids = new ShownIds(IDS, ports.source().spellings());
        submits = new Submits(ports, ids);
        cursors = new Cursors(ports.source().secrets(), "fourth/list");
    }

    static Face face(DialectPorts ports) {
        return new FourthDialect(ports).face();
    }

    /** What its endpoints are told. */
    public static Payload payload(DialectPorts ports) {
        return new FourthDialect(ports)::payload;
    }

    private Face face() {
        var docs = OperationDocs.of(FourthDialect.class, FIELDS);
        Map<String, Handler> handlers = Map.of(
                "look", this::look,
                "list", this::list,
                "drop", this::drop,
                "wait", this::await,
                "follow", this::follow,
                "bring", FourthDialect::bring);
        var routes = new ArrayList<Route>();
        handlers.forEach((name, handler) -> routes.add(docs.own(name, handler).route()));
        var schema = docs.submitSchema(SPEECH);
        routes.add(docs.submit(SPEECH, "/fourth/jobs", schema, this::submit).route());
        routes.add(Route.get(
                "/fourth/any/**", Access.OPEN, call -> Answer.json("\"" + call.segment(0) + "\"")));
        return new Face(
                List.of("/fourth", "/also/fourth"),
                new Conventions(
                        FourthDialect::show, RateHeaders.IN_SECONDS, KeyOrder.API_KEY_FIRST),
                routes);
    }

    private static Answer.Text show(Problem problem, String requestId) {
        String text = "{\"bad\":\"" + problem.code().wire() + "\"}";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Answer.Text(problem.status(), Answer.JSON, bytes, problem.headers());
    }

    private Answer submit(Call call) {
        var body = call.body();
        var name = body.remove("name");
        var names = new Submit.Names(
                IdempotencyKeys.of(call), name == null ? null : name.asString(), null);
        var wishes = FIELDS.take(body);
        var asked = new Submits.Asked(SPEECH, body, null, wishes, names);
        var made = submits.submit(
                call.who(),
                asked,
                "fourth",
                (task, credits) -> "{\"job\":\"" + ids.of(task) + "\"}");
        return Answer.later(made, submission -> answer(call.who(), submission));
    }

    private Answer answer(Principal who, Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var task, var json) -> Answer.json(json);
            case Submission.Replayed(var task, var json) ->
                Answer.json(json).with("Idempotent-Replayed", "true");
            case Submission.Existing(var task) ->
                Answer.later(ports.work().tasks().find(who, task), this::shown);
            case Submission.Refused refused -> throw new Refusal(submits.refusal(refused));
        };
    }

    private TaskId job(Call call) {
        return ids.task(call.segment(0)).orElseThrow(FourthDialect::absent);
    }

    private static Refusal absent() {
        return new Refusal(ProblemCode.TASK_NOT_FOUND, "no such job");
    }

    private Answer shown(Optional<TaskView> found) {
        return Answer.json(json(found.orElseThrow(FourthDialect::absent)));
    }

    private byte[] json(TaskView view) {
        return JsonText.object(json -> {
            json.writeStringProperty("job", ids.of(view.id()));
            json.writeStringProperty("at", view.status().name());
            json.writeNumberProperty("done", view.progress());
        });
    }

    private CompletableFuture<Optional<String>> payload(Notice notice) {
        if (!(notice instanceof Notice.OfTask task))
            return CompletableFuture.completedFuture(Optional.empty());
        byte[] body = JsonText.object(json -> {
            json.writeStringProperty("what", task.occasion().name());
            json.writeStringProperty("job", ids.of(task.view().id()));
            json.writeStringProperty("at", task.view().status().name());
        });
        var text = new String(body, StandardCharsets.UTF_8);
        return CompletableFuture.completedFuture(Optional.of(text));
    }

    private Answer look(Call call) {
        return Answer.later(ports.work().tasks().find(call.who(), job(call)), this::shown);
    }

    private Answer list(Call call) {
        var who = call.who();
        int most = call.body().path("most").asInt(2);
        String from = call.body().path("from").asString("");
        Cursor after = from.isEmpty()
                ? null
                : cursors.read(who.account(), from)
                        .orElseThrow(() -> new Refusal(Problem.invalid("from", "no such place")));
        var filter = new TaskFilter(Set.of(), TaskFilter.Origin.ANY, Map.of(), after, most);
        return Answer.later(
                ports.work().tasks().list(who, filter), page -> Answer.json(page(who, page)));
    }

    private byte[] page(Principal who, TaskPage page) {
        return JsonText.object(json -> {
            json.writeArrayPropertyStart("jobs");
            page.tasks().forEach(view -> json.writeString(ids.of(view.id())));
            json.writeEndArray();
            var next = page.next();
            if (next != null) json.writeStringProperty("next", cursors.write(who.account(), next));
        });
    }

    private Answer drop(Call call) {
        return Answer.later(ports.work().tasks().cancel(call.who(), job(call)), outcome -> {
            if (outcome == Cancellation.ABSENT) throw absent();
            return new Answer.Text(204, "", new byte[0], List.of());
        });
    }

    private Answer await(Call call) {
        var until = ports.source().clock().instant().plus(Duration.ofMinutes(1));
        var end = ports.work().waits().forEnd(call.who().account(), job(call), until);
        var text = end.thenApply(waited ->
                Answer.json(json(waited.orElseThrow(FourthDialect::absent).view())));
        return new Answer.Held(text, () -> end.cancel(false), true);
    }

    private Answer follow(Call call) {
        var log = ports.work().tasks().log(call.who(), job(call), 0, 100);
        var reader = new Answer.Reader(call.who(), call.text());
        return Answer.later(
                log,
                entries ->
                        new Answer.Stream(reader, List.of(), new Kinds(entries.iterator())::next));
    }

    /** Tells an entry at a time. */
    private record Kinds(Iterator<LogEntry> entries) {
        CompletableFuture<EventPiece> next() {
            var piece = new EventPiece();
            if (!entries.hasNext()) return CompletableFuture.completedFuture(piece.last());
            piece.add(new ServerEvent(null, "kind", entries.next().kind().toString()));
            return CompletableFuture.completedFuture(piece);
        }
    }

    private static Answer bring(Call call) {
        var sum = new AtomicLong();
        var terms = new Upload.Terms(LONGEST_BODY, 1, Runnable::run);
        var read = call.upload().into(piece -> sum.addAndGet(sum(piece)), terms);
        return Answer.later(read, count -> Answer.json("[" + count + "," + sum + "]"));
    }

    private static long sum(ByteBuffer piece) {
        long sum = 0;
        while (piece.hasRemaining()) sum += piece.get();
        return sum;
    }
}
