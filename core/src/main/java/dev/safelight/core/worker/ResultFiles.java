package dev.safelight.core.worker;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.TaskId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Turns what an engine made into a result: the bytes first, so that a row never lacks its file. */
final class ResultFiles {
    /** The fact of a companion that names the result which it belongs to. */
    private static final String COMPANION_OF = "companionOf";

    private static final Duration TEMPORARY = Duration.ofHours(24);
    private final Engine engine;
    private final WorkerPorts ports;

    ResultFiles(Engine engine, WorkerPorts ports) {
        this.engine = engine;
        this.ports = ports;
    }

    /** Stores each file and describes it; between two files the run may be stopped. */
    Result store(Job job, Made made, Run run) throws IOException, Stopped {
        var expires = expires(job);
        var assets = new ArrayList<NewAsset>();
        var companions = new ArrayList<NewAsset>();
        var facts = facts(made);
        var files = facts.putArray("files");
        for (var file : made.files()) {
            run.proceed();
            var asset = store(job.task(), file, expires);
            assets.add(asset);
            describe(asset, file.facts(), files.addObject());
            for (var companion : file.companions()) {
                run.proceed();
                var known = companion.facts().deepCopy();
                known.put(COMPANION_OF, asset.id().toString());
                var beside = store(job.task(), with(companion, known), expires);
                companions.add(beside);
                describe(beside, known, facts.withArray("companions").addObject());
            }
        }
        return new Result(assets, companions, facts.toString());
    }

    private static MadeFile with(MadeFile file, ObjectNode facts) {
        return new MadeFile(file.contentType(), file.name(), file.content(), facts);
    }

    /** Engine and tier come after the engine's own facts: who made it is not its own to say. */
    private ObjectNode facts(Made made) {
        ObjectNode facts = JsonMapper.shared().createObjectNode();
        facts.setAll(made.facts());
        return facts.put("engine", engine.name().text())
                .put("tier", made.tierOr(engine.tier()).wire());
    }

    /** A caller may ask for files that go after a day. */
    private @Nullable Instant expires(Job job) {
        return job.input().path("temporary").asBoolean(false)
                ? ports.clock().instant().plus(TEMPORARY)
                : null;
    }

    private NewAsset store(TaskId task, MadeFile file, @Nullable Instant expires)
            throws IOException {
        var blob = ports.storage().blobs().put(file.content());
        var id = new AssetId(ports.ids().next(task.id()));
        return new NewAsset(
                id, blob, file.contentType(), file.name(), file.facts().toString(), expires);
    }

    /** What is known of it comes last, and never in the place of who and what it is. */
    private static void describe(NewAsset asset, ObjectNode known, ObjectNode file) {
        file.put("asset", asset.id().toString())
                .put("contentType", asset.contentType())
                .put("bytes", asset.blob().bytes())
                .put("sha256", asset.blob().sha256());
        known.properties().forEach(fact -> file.putIfAbsent(fact.getKey(), fact.getValue()));
    }
}
