package dev.safelight.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Job;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.GivenFiles;
import dev.safelight.core.tool.ToolName;
import dev.safelight.core.tool.ToolRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What every engine keeps to, run by a worker as in a server: it reports progress, stops within two
 * seconds, refuses what it cannot render, repeats what it says is repeatable, and leaves nothing
 * behind. One that takes files has a test of its own, which asks {@link #assertThatItOpens}.
 */
public abstract class EngineContract {
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private EngineRoom room;

    /**
     * What an engine is asked for.
     *
     * @param input by the tool's schema; defaults are filled in
     * @param metadata the caller's own words
     */
    public record Wanted(ToolName tool, ObjectNode input, Map<String, String> metadata) {
        /** With its input as JSON text. */
        public Wanted(ToolName tool, String json) {
            this(tool, (ObjectNode) JsonMapper.shared().readTree(json), Map.of());
        }
    }

    /** A fresh one. */
    protected abstract Engine engine();

    /** What it makes in seconds, reporting progress on the way. */
    protected abstract Wanted usual();

    /** What takes it longer than it takes to be asked to stop: many seconds. */
    protected abstract Wanted lasting();

    /** How far what is {@link #lasting} has come when it is stopped: 0 is before its first word. */
    protected List<Integer> stopsAt() {
        return List.of(0, 1);
    }

    /** What has the same bytes in each task, as with a seed, and says so in its facts. */
    protected List<Wanted> repeatable() {
        return List.of();
    }

    /** What passes the schema and cannot be rendered. */
    protected abstract List<Wanted> refused();

    /** What is refused before anything is charged; by default all of {@link #refused}. */
    protected List<Wanted> notAdmitted() {
        return refused();
    }

    @BeforeEach
    void open() {
        room = new EngineRoom(engine(), folder);
    }

    private Job job(Wanted wanted, long task) {
        var model = Catalog.load().standard(wanted.tool()).orElseThrow();
        var route = new Route(wanted.tool(), model.name().text(), engine().name());
        var input = model.withDefaults(wanted.input());
        return new Job(new TaskId(new Id(1, task)), 1, route, input, wanted.metadata(), null);
    }

    private Admission.@Nullable Refusal admission(Wanted wanted) {
        var model = Catalog.load().standard(wanted.tool()).orElseThrow();
        var request = new ToolRequest(model, wanted.input(), GivenFiles.NONE).filled();
        return engine().admission().refusal(request);
    }

    private List<Blob> made(Wanted wanted, long task) {
        return result(room.run(job(wanted, task))).result().files().stream()
                .map(NewAsset::blob)
                .toList();
    }

    private static RunOutcome.Made result(RunOutcome outcome) {
        assertThat(outcome.end()).isInstanceOf(RunOutcome.Made.class);
        return (RunOutcome.Made) outcome.end();
    }

    private void assertThatNothingIsLeft() throws IOException {
        if (!Files.exists(room.scratch())) return;
        try (var left = Files.list(room.scratch())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_is_usual_is_admitted_and_made_and_nothing_is_left_behind() throws IOException {
        assertThat(admission(usual())).isNull();
        var result = result(room.run(job(usual(), 1))).result();
        assertThat(result.assets()).isNotEmpty();
        for (var file : result.files()) {
            assertThat(file.blob().bytes()).isPositive();
            assertThat(file.contentType()).matches("[a-z]+/[a-z0-9.+-]+");
        }
        assertThatNothingIsLeft();
    }

    /** As the engine says it, and the worker drops none of it that the others do not repeat. */
    @Test
    void progress_is_reported_and_rises() {
        var outcome = room.run(job(usual(), 1));
        assertThat(outcome.said()).isSorted();
        assertThat(outcome.said()).allSatisfy(percent -> assertThat(percent).isBetween(0, 100));
        assertThat(outcome.stored()).isNotEmpty();
    }

    @Test
    void it_stops_within_two_seconds_and_leaves_nothing_behind() throws IOException {
        for (int percent : stopsAt()) {
            assertThat(tookToStop(percent)).as("at %d %%", percent).isLessThanOrEqualTo(SOON);
            assertThatNothingIsLeft();
        }
    }

    /** With a second try, for a machine that is busy with something else. */
    private Duration tookToStop(int percent) {
        var took = tookToStop(percent, 1);
        return took.compareTo(SOON) > 0 ? tookToStop(percent, 2) : took;
    }

    private Duration tookToStop(int percent, long task) {
        var outcome = room.stop(job(lasting(), task), percent);
        assertThat(outcome.end()).isInstanceOf(RunOutcome.Stopped.class);
        return outcome.tookToStop();
    }

    @Test
    void what_is_repeatable_says_so_and_has_the_same_bytes_again() {
        for (var wanted : repeatable()) {
            var facts = result(room.run(job(wanted, 1))).result().facts();
            assertThat(facts).as("%s", wanted).contains("\"repeatable\":true");
            assertThat(made(wanted, 2)).as("%s", wanted).isEqualTo(made(wanted, 3));
        }
    }

    @Test
    void what_it_cannot_render_fails_for_good_and_never_breaks_it() throws IOException {
        for (var bad : refused()) {
            var end = room.run(job(bad, 1)).end();
            assertThat(end).as("%s", bad).isInstanceOf(RunOutcome.Failed.class);
            var failed = (RunOutcome.Failed) end;
            assertThat(failed.passing()).as("%s", bad).isFalse();
            assertThat(failed.failure().code())
                    .as("%s", bad)
                    .isIn(FailureCode.INVALID_INPUT, FailureCode.ENGINE_UNAVAILABLE);
            assertThat(failed.failure().message()).isNotBlank();
        }
        assertThatNothingIsLeft();
    }

    @Test
    void what_its_input_alone_rules_out_is_not_admitted() {
        for (var bad : notAdmitted()) {
            var refusal = admission(bad);
            if (refusal == null) throw new AssertionError("admitted: " + bad);
            assertThat(refusal.words()).isNotBlank();
            var field = refusal.field();
            if (field != null)
                assertThat(bad.input().has(field)).as("%s", field).isTrue();
        }
    }

    /** Of what names one file by an id, and tells in its facts how many bytes it has read. */
    protected final void assertThatItOpens(Function<AssetId, Wanted> naming) throws IOException {
        var id = new AssetId(new Id(9, 9));
        var wanted = naming.apply(id);
        var blob = room.blobs().put(Content.of(new byte[] {1, 2, 3}));
        var file = new NewAsset(id, blob, "image/png", "a.png", "{}");
        var asset = new Asset(file, new AccountId(1), Instant.EPOCH, null);
        var result = result(room.run(job(wanted, 1).with(List.of(asset)))).result();
        assertThat(result.facts()).contains(id.toString()).contains("\"bytes\":3");
        assertThatNothingIsLeft();
    }
}
