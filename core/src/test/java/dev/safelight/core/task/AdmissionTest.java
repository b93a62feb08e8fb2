package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Ids;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.GivenFiles;
import dev.safelight.core.tool.Model;
import dev.safelight.core.tool.Routes;
import dev.safelight.core.tool.SampleFiles;
import dev.safelight.core.tool.ToolName;
import dev.safelight.core.tool.ToolRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class AdmissionTest {
    private static final Catalog CATALOG = Catalog.load();
    private static final Model UPSCALING =
            CATALOG.standard(new ToolName("upscale-video")).orElseThrow();
    private static final Admission.Refusal TOO_LONG =
            Admission.Refusal.invalid("video", "It is too long. Send a shorter one.");

    private final AskedFor store = new AskedFor();
    private final List<ToolRequest> judged = new ArrayList<>();
    private final List<EngineName> judges = new ArrayList<>();
    private final GivenFiles files = files();
    private Admission.@Nullable Refusal refusal;

    private final Tasks tasks = new Tasks(
            store,
            store,
            new Ids(InstantSource.fixed(Samples.NOON), new Random(1)),
            new Tasks.Offer(Routes.over(CATALOG.engines()), this::admission),
            new Previews());

    private Admission admission(EngineName engine) {
        judges.add(engine);
        return request -> {
            judged.add(request);
            return refusal;
        };
    }

    private static GivenFiles files() {
        var files = new GivenFiles.Draft();
        files.add("video", SampleFiles.of(1, "{\"seconds\":4}"));
        files.add("video", SampleFiles.of(2, "{\"seconds\":4}"));
        files.add("video", SampleFiles.of(1, "{\"seconds\":4}"));
        return files.done();
    }

    private static Principal who(Mode mode) {
        return new Principal(
                new AccountId(1),
                new KeyId(11),
                mode,
                Scope.ALL,
                Principal.Rates.UNLIMITED,
                new Principal.Names("a key", "an account"));
    }

    private Submission submit(Mode mode, @Nullable String key) {
        var request = new ToolRequest(
                UPSCALING, JsonMapper.shared().createObjectNode().put("video", "x"), files);
        var answer = new Submit.Answer("tools", "upscale-video", (task, price) -> "{}");
        return tasks.submit(
                        who(mode),
                        new Submit(
                                request, null, Submit.Wishes.NONE, Submit.Names.key(key), answer))
                .join();
    }

    @Test
    void is_asked_of_the_engine_that_would_make_it() {
        submit(Mode.LIVE, null);
        submit(Mode.TEST, null);
        assertThat(judges).containsExactly(UPSCALING.engines().getFirst(), EngineName.SANDBOX);
    }

    @Test
    void sees_the_input_with_its_defaults_and_the_files() {
        submit(Mode.LIVE, null);
        var seen = judged.getFirst();
        assertThat(seen.input().path("numResults").asInt()).isEqualTo(1);
        assertThat(seen.files()).isEqualTo(files);
    }

    @Test
    void a_task_carries_its_files_once_and_is_priced_by_them() {
        assertThat(submit(Mode.LIVE, null)).isInstanceOf(Submission.Accepted.class);
        var task = store.submitted.getFirst();
        assertThat(task.files())
                .containsExactly(
                        SampleFiles.of(1, "{}").file().id(),
                        SampleFiles.of(2, "{}").file().id());
        assertThat(task.header().terms().hold().amount()).isEqualTo(4 * 20);
    }

    @Nested
    class WhenItRefuses {
        @Test
        void nothing_reaches_the_store() {
            refusal = TOO_LONG;
            assertThat(submit(Mode.LIVE, null)).isEqualTo(new Submission.NotAdmitted(TOO_LONG));
            assertThat(store.submitted).isEmpty();
        }

        @Test
        void what_was_taken_under_the_same_name_is_still_answered() {
            refusal = TOO_LONG;
            assertThat(submit(Mode.LIVE, "k")).isInstanceOf(Submission.Accepted.class);
            assertThat(store.submitted.getFirst().repeats().only()).isTrue();
        }

        @Test
        void a_name_that_nothing_came_under_is_refused_all_the_same() {
            refusal = TOO_LONG;
            store.hasEarlier = false;
            assertThat(submit(Mode.LIVE, "k")).isEqualTo(new Submission.NotAdmitted(TOO_LONG));
        }
    }
}
