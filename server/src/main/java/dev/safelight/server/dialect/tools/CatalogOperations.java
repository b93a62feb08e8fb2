package dev.safelight.server.dialect.tools;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Alias;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownSessions;
import dev.safelight.server.dialect.Operation;
import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.RequestReader;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;
import dev.safelight.server.input.InputSchema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** {@code estimate-task}, {@code list-tools} and {@code describe-tool}. */
final class CatalogOperations {
    private final Map<String, Operation> operations;
    private final ToolNames names;
    private final ToolsIds ids;
    private final KnownSessions sessions;
    private final RequestReader requests;
    private final Map<String, InputSchema> estimates = new HashMap<>();

    /** @param operations by name, in the order in which they are listed; read at every call */
    CatalogOperations(
            Map<String, Operation> operations,
            ToolNames names,
            OperationDocs docs,
            ToolsIds ids,
            DialectPorts ports) {
        this.operations = operations;
        this.names = names;
        this.ids = ids;
        sessions = ports.data().knownSessions();
        requests = new RequestReader(ports);
        names.aliases().forEach(alias -> estimates.put(alias.name(), estimate(docs, alias)));
    }

    /** A submit's schema, but a price needs no session. */
    private static InputSchema estimate(OperationDocs docs, Alias alias) {
        return new InputSchema(docs.submitSchema(alias));
    }

    Answer estimate(Call call) {
        String name = call.body().get("tool").asString();
        Alias alias = names.tool(name).orElseThrow(() -> unknown(name));
        var input = (ObjectNode) call.body().get("input");
        Objects.requireNonNull(estimates.get(alias.name()), name).accept(input);
        ToolNames.FIELDS.take(input);
        JsonNode worker = input.remove(ToolSubmits.WORKER);
        if (worker == null) return price(call, alias, input);
        var session = sessions.find(call.who().account(), ids.session(worker.asString()));
        return Answer.later(session, found -> {
            if (found.isEmpty()) throw ToolsIds.noSession();
            return price(call, alias, input);
        });
    }

    private Answer price(Call call, Alias alias, ObjectNode input) {
        var request = requests.whole(call.who().account(), alias, input);
        return Answer.later(request, read -> price(alias, Tasks.estimate(read)));
    }

    private static Answer price(Alias alias, Credits credits) {
        return Data.object(json -> {
            json.writeNumberProperty("estimatedCredits", credits.amount());
            json.writeNumberProperty("typicalSeconds", alias.model().typical().toSeconds());
            json.writeNumberProperty("deadlineSeconds", alias.tool().deadline().toSeconds());
        });
    }

    Answer list(Call call) {
        var data = JsonMapper.shared().createObjectNode();
        var tools = data.putArray("tools");
        for (var operation : operations.values()) {
            ObjectNode brief = operation.description().deepCopy();
            brief.remove("input");
            brief.remove("output");
            brief.remove("examples");
            tools.add(brief);
        }
        return Data.tree(data);
    }

    Answer describe(Call call) {
        String name = call.body().get("tool").asString();
        String known = names.tool(name).map(Alias::name).orElse(name);
        Operation operation = operations.get(known);
        if (operation == null) throw unknown(name);
        return Data.tree(operation.description());
    }

    /** The answer to executing a name that nothing has. */
    Refusal unknown(String name) {
        return new Refusal(ProblemCode.TOOL_NOT_FOUND, names.unknown(name));
    }
}
