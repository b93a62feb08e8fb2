package dev.safelight.server.dialect.tasks;

import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.Expectations;
import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.IdPrefixes;
import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.face.RateHeaders;
import dev.safelight.server.http.face.Route;

import java.util.List;
import java.util.Map;

/** Puts the dialect together. */
public final class TasksFace {
    /** How ids look here. */
    public static final IdPrefixes IDS =
            new IdPrefixes(Map.of(IdKind.TASK, List.of("task_"), IdKind.FILE, List.of("asset_")));

    private static final List<String> BASES = List.of("/v1/tasks", "/v1/models", "/v1/images");

    private TasksFace() {}

    private static Conventions conventions(DialectPorts ports) {
        var quota = new QuotaHeader(ports.data().limits(), ports.source().clock());
        return new Conventions(
                new TasksEnvelope(), RateHeaders.IN_SECONDS.and(quota), KeyOrder.API_KEY_FIRST);
    }

    /** The dialect over these ports. */
    public static Face of(DialectPorts ports) {
        var docs = OperationDocs.of(TasksFace.class, SubmitInput.FIELDS);
        var ids = new ShownIds(IDS, ports.source().spellings());
        var models = new ModelNames(ports.offer().catalog());
        var expectations = new Expectations(ports);
        var rendering = TaskJson.ofNow(ports, ids, expectations);
        var answers = new TaskAnswers(ports, rendering, ids);
        var tasks = ports.work().tasks();
        var own = new KeysTasks(tasks);
        var submits = new TaskSubmits(ports, ids);
        var submit = new SubmitOperation(
                new SubmitInput(models, ids, docs, "submit-task"),
                submits,
                tasks,
                answers,
                rendering,
                expectations);
        var image = new ImageOperation(
                new SubmitInput(models, ids, docs, "generate-image"), submits, ports, ids, answers);
        var query = new QueryOperation(own, ids, answers);
        var cancel = new CancelOperation(tasks, own, ids, answers);
        var shown = new ModelOperations(models, tasks);
        var streams = ports.work().streams();
        var stream = new StreamOperation(
                own,
                tasks,
                ids,
                streams.addresses(),
                new TaskEvents.Shown(streams.followers(), answers));
        return new Face(
                BASES,
                conventions(ports),
                List.of(
                        // Their input depends on the model, so they check it themselves.
                        Route.postLarge("/v1/tasks/submit", Access.SUBMIT, submit::submit),
                        Route.post("/v1/images/generations", Access.SUBMIT, image::generate),
                        docs.own("query-task", query::query).route(),
                        docs.own("query-task-by-address", query::query).route(),
                        docs.own("cancel-task", cancel::cancel).route(),
                        docs.own("cancel-task-by-address", cancel::cancelByAddress)
                                .route(),
                        docs.own("stream-task", stream::stream).route(),
                        // Open to whoever has a signed address; it counts against the key's reads.
                        Route.get(
                                        "/v1/tasks/stream/*/*",
                                        Access.OPEN,
                                        stream::streamBySignedAddress)
                                .answering(StreamOperation.READABLE),
                        docs.own("list-models", shown::list).route(),
                        docs.own("get-model", shown::get).route()));
    }
}
