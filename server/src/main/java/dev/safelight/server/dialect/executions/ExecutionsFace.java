package dev.safelight.server.dialect.executions;

import dev.safelight.core.text.SimilarWords;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdPrefixes;
import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.BodyKind;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.face.RateHeaders;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.ArrayList;
import java.util.List;

/** Puts the dialect together. What no other dialect has below {@code /v1} is answered here. */
public final class ExecutionsFace {
    /** How ids look here. */
    public static final IdPrefixes IDS = ExecutionIds.PREFIXES;

    /** By which the catalog and targets name it. */
    public static final String DIALECT = StartOperation.DIALECT;

    private static final String BASE = "/v1";
    private static final String START = BASE + "/tools/{operation}";
    private static final Conventions CONVENTIONS = new Conventions(
            new ExecutionsEnvelope(), RateHeaders.IN_SECONDS, KeyOrder.AUTHORIZATION_FIRST);

    private final List<Route> routes = new ArrayList<>();
    private final OperationDocs docs =
            OperationDocs.of(ExecutionsFace.class, StartOperation.FIELDS);
    private final DialectPorts ports;
    private final ExecutionIds ids;

    private ExecutionsFace(DialectPorts ports) {
        this.ports = ports;
        ids = new ExecutionIds(ports.source().spellings());
    }

    /** The dialect over these ports. */
    public static Face of(DialectPorts ports) {
        return new ExecutionsFace(ports).build();
    }

    private Face build() {
        addExecutions();
        addStarts();
        addResources();
        routes.addAll(AbsentParts.routes());
        return new Face(List.of(BASE), CONVENTIONS, List.copyOf(routes));
    }

    private void addExecutions() {
        var files = FileJson.over(ports, ids.shown());
        var rendering = new ExecutionJson(ports.offer().catalog(), ids.shown(), files);
        var executions = new ExecutionOperations(ports, ids, rendering);
        add("get-execution", executions::get);
        add("cancel-execution", executions::cancel);
        add("list-executions", new ListOperation(ports, rendering)::list);
        addFiles(rendering, files);
    }

    private void addFiles(ExecutionJson executions, FileJson files) {
        var file = new FileOperations(ports, ids, executions, files);
        add("get-file", file::get);
        add("hydrate-file", file::get);
        add("upload-file", new UploadOperation(ports, ids.shown())::announce);
        add("archive-file", file::archive);
        add("enable-preview", file::enablePreview);
        add("disable-preview", file::disablePreview);
        var lists = new FileLists(ports, executions, files);
        add("list-files", lists::list);
        add("search-files", new FileSearches(ports, lists)::find);
    }

    private void addStarts() {
        var starts = new StartOperation(ports, ids);
        var names = new ArrayList<String>();
        for (var alias : ports.offer().catalog().aliases(StartOperation.DIALECT)) {
            if (isWorkflow(alias)) continue;
            names.add(alias.name());
            var schema = docs.submitSchema(alias);
            Handler handler = call -> starts.start(alias, schema, call);
            routes.add(docs.submit(alias, START, schema, handler).route());
        }
        var known = List.copyOf(names);
        routes.add(new Route(
                "POST",
                BASE + "/tools/*",
                Access.SUBMIT,
                BodyKind.NONE,
                call -> unknown(call, known)));
    }

    private static boolean isWorkflow(Alias alias) {
        return alias.data().path("workflow").asBoolean(false);
    }

    private static Answer unknown(Call call, List<String> known) {
        String hint = SimilarWords.to(call.segment(0), known)
                .map(nearest -> "Did you mean '" + nearest + "'?")
                .orElse("docs/dialects/executions.md lists them all.");
        throw new Refusal(ProblemCode.TOOL_NOT_FOUND, "There is no such tool. " + hint);
    }

    private void addResources() {
        var resources = new ResourceOperations(ports, ids.shown());
        add("list-voices", resources::voices);
        add("list-languages", resources::languages);
        add("get-me", MeOperation::me);
        addEmpty("list-presenters", "avatarPresenters");
        addEmpty("list-projects", "projects");
        addEmpty("list-runs", "workflowRuns");
        addEmpty("list-entities", "entities");
    }

    /** A list of what nothing here makes yet. */
    private void addEmpty(String operation, String list) {
        add(operation, new Pages(ports.source().secrets(), list)::none);
    }

    private void add(String operation, Handler handler) {
        routes.add(docs.own(operation, handler).route());
    }
}
