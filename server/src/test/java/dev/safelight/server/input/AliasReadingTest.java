package dev.safelight.server.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.GivenFiles;
import dev.safelight.core.tool.ReadInput;
import dev.safelight.server.http.problem.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever a dialect's schema lets in is a valid canonical input once it is read. */
class AliasReadingTest {
    private static final int TRIES = 400;
    private static final Catalog CATALOG = Catalog.load();

    private static Stream<Alias> aliases() {
        return CATALOG.dialects().stream().flatMap(name -> CATALOG.aliases(name).stream());
    }

    private static boolean accepts(InputSchema schema, ObjectNode input) {
        try {
            schema.check(input);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("aliases")
    void a_valid_input_of_it_is_canonical_once_read_and_has_a_price(Alias alias) {
        var schema = new InputSchema(alias.schema());
        var canonical = new InputSchema(alias.tool().inputSchema());
        var samples = new SampleInputs(alias.name().hashCode());
        int read = 0;
        for (int at = 0; at < TRIES; at++) {
            var input = samples.object(schema.definition());
            if (!accepts(schema, input)) continue;
            if (!(alias.read(input) instanceof ReadInput.Canonical(var meant))) continue;
            read++;
            assertThatCode(() -> canonical.check(meant))
                    .as("%s reads as %s", input, meant)
                    .doesNotThrowAnyException();
            assertThat(alias.model().priceOf(meant, GivenFiles.NONE).amount()).isPositive();
        }
        assertThat(read).isGreaterThan(TRIES / 20);
    }

    @ParameterizedTest
    @MethodSource("aliases")
    void its_examples_are_valid(Alias alias) {
        var schema = new InputSchema(alias.schema());
        assertThat(alias.docs().examples()).isNotEmpty();
        for (var example : alias.docs().examples())
            assertThatCode(() -> schema.check(example))
                    .as("%s", example)
                    .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("aliases")
    void a_default_that_is_shown_is_the_one_that_holds(Alias alias) {
        var shown = (ObjectNode) alias.docs().examples().getFirst().deepCopy();
        for (var property : alias.schema().get("properties").properties()) {
            JsonNode standard = property.getValue().get("default");
            if (standard != null) shown.putIfAbsent(property.getKey(), standard);
        }
        assertThat(alias.read(shown))
                .isEqualTo(alias.read(alias.docs().examples().getFirst()));
    }

    @Test
    void every_canonical_field_is_spelled_by_some_dialect_unless_a_file_tells_it() {
        for (var tool : CATALOG.tools()) {
            Set<String> spelled = new HashSet<>();
            aliases()
                    .filter(alias -> alias.tool().equals(tool))
                    .forEach(alias -> spelled.addAll(fields(alias)));
            for (var name : tool.inputSchema().get("properties").propertyNames()) {
                assertThat(spelled.contains(name)).as(tool.name() + " " + name).isTrue();
            }
        }
    }

    /** The canonical fields that one input or another of it comes to. */
    private static Set<String> fields(Alias alias) {
        var samples = new SampleInputs(1);
        Set<String> fields = new HashSet<>();
        for (int at = 0; at < TRIES; at++) {
            if (alias.read(samples.object(alias.schema())) instanceof ReadInput.Canonical(var is))
                fields.addAll(List.copyOf(is.propertyNames()));
        }
        return fields;
    }
}
