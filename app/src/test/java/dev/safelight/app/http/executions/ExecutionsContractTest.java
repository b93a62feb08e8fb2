package dev.safelight.app.http.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.ExecutionsContract;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The contract's schemas notice what they are for: in an answer that they take, each field is once
 * null, missing, of a wrong type and in a wrong case.
 */
class ExecutionsContractTest extends InExecutions {
    /** Fields that the contract lets be null in an answer whose value they have. */
    private static final Set<String> NULL_ALLOWED = Set.of(
            "downloadUrl",
            "downloadUrlExpiresAt",
            "thumbnailUrl",
            "thumbnailUrlExpiresAt",
            "fileBytes",
            "width",
            "height",
            "durationSeconds",
            "charged");

    /** Fields that an answer may leave out. */
    private static final Set<String> MAY_BE_ABSENT = Set.of("errors");

    /** An answer with one fault in it. */
    private record Fault(String name, JsonNode value) {}

    @TestFactory
    List<DynamicTest> one_fault_is_noticed_in() throws IOException {
        var done = made("image/png", "cat.png");
        String id = done.get("toolExecutionId").asString();
        String file = done.at("/results/0/fileId").asString();
        var tests = new ArrayList<DynamicTest>();
        tests.add(faulty("ExecutedTool", done));
        tests.add(faulty("ExecutedTool", failed()));
        tests.add(faulty("StorageFile", caller.found("/v1/files/" + file)));
        tests.add(faulty("ExecutionPage", caller.found("/v1/tools/executions")));
        tests.add(faulty("VoicePage", caller.found("/v1/resources/tts-voices")));
        tests.add(faulty("Languages", caller.found("/v1/resources/languages")));
        tests.add(faulty("Me", caller.found("/v1/me")));
        tests.add(faulty("EmptyPage", caller.found("/v1/projects")));
        tests.add(faulty("StartedToolExecution", Client.json(caller.cancel(id))));
        tests.add(faulty("ApiError", Client.json(caller.get("/v1/tools/executions?limit=0"))));
        return tests;
    }

    private JsonNode failed() {
        String id = caller.started("generate-image", CAT);
        hand.fail(hand.take(EngineName.ILLUSTRATOR), FailureCode.MODEL_ERROR);
        return caller.execution(id);
    }

    private static DynamicTest faulty(String shape, JsonNode answer) {
        return DynamicTest.dynamicTest(shape, () -> {
            assertThat(ExecutionsContract.faults(shape, answer)).isEmpty();
            var faults = new ArrayList<Fault>();
            plant(answer, answer, JsonPointer.empty(), faults);
            assertThat(faults).hasSizeGreaterThan(3);
            for (var fault : faults)
                assertThat(ExecutionsContract.faults(shape, fault.value()))
                        .as(fault.name())
                        .isNotEmpty();
        });
    }

    private static void plant(JsonNode whole, JsonNode at, JsonPointer path, List<Fault> faults) {
        for (var property : at.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            JsonPointer below = path.appendProperty(name);
            if (!value.isNull() && !NULL_ALLOWED.contains(name))
                faults.add(changed(whole, path, below + " null", name, null, true));
            if (!MAY_BE_ABSENT.contains(name))
                faults.add(changed(whole, path, below + " missing", name, null, false));
            JsonNode wrong =
                    JsonMapper.shared().createObjectNode().putArray("x").add(true);
            if (value.isArray()) wrong = JsonMapper.shared().readTree("{}");
            faults.add(changed(whole, path, below + " of a wrong type", name, wrong, false));
            faults.add(renamed(whole, path, below + " in a wrong case", name));
            plantWord(whole, path, name, value, faults);
            plant(whole, value, below, faults);
        }
        for (int i = 0; at.isArray() && i < at.size(); i++)
            plant(whole, at.get(i), path.appendIndex(i), faults);
    }

    /** A word of a fixed set in the other case; free text may have any. */
    private static void plantWord(
            JsonNode whole, JsonPointer path, String name, JsonNode value, List<Fault> faults) {
        boolean word = Set.of("status", "type", "scope", "displayGender", "analysisLoadingState")
                .contains(name);
        if (!word && !name.equals("toolType") && !name.equals("sourceToolType")) return;
        String text = value.asString();
        String other = text.toUpperCase(Locale.ROOT).equals(text)
                ? text.toLowerCase(Locale.ROOT)
                : text.toUpperCase(Locale.ROOT);
        JsonNode changed = JsonMapper.shared().getNodeFactory().stringNode(other);
        faults.add(changed(whole, path, path + "/" + name + " " + other, name, changed, false));
    }

    private static Fault changed(
            JsonNode whole,
            JsonPointer path,
            String what,
            String name,
            @Nullable JsonNode value,
            boolean toNull) {
        JsonNode copy = whole.deepCopy();
        var object = (ObjectNode) copy.at(path);
        if (toNull) object.putNull(name);
        else if (value == null) object.remove(name);
        else object.set(name, value);
        return new Fault(what, copy);
    }

    private static Fault renamed(JsonNode whole, JsonPointer path, String what, String name) {
        JsonNode copy = whole.deepCopy();
        var object = (ObjectNode) copy.at(path);
        String other = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        object.set(other, object.remove(name));
        return new Fault(what, copy);
    }

    @Test
    void what_a_failed_one_says_must_not_stand_in_another() throws IOException {
        var done = (ObjectNode) made("image/png", "cat.png");
        var failed = done.deepCopy().put("status", "failed");
        assertThat(ExecutionsContract.faults("ExecutedTool", failed)).isNotEmpty();
        var running = done.deepCopy().put("status", "running");
        assertThat(ExecutionsContract.faults("ExecutedTool", running)).isNotEmpty();
        var strange = done.deepCopy().put("status", "awaiting_approval");
        assertThat(ExecutionsContract.faults("ExecutedTool", strange)).isNotEmpty();
    }
}
