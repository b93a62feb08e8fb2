package dev.safelight.server.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.safelight.core.tool.Catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Each file of the catalog is as its schema says; what is wrong is told by file and line. */
class DefinitionFilesTest {
    private static final Path FOLDER =
            Path.of("..", "core", "src", "main", "resources", "dev", "safelight", "core", "tool");

    private static Stream<Path> files() {
        try (var tools = Files.list(FOLDER.resolve("tools"));
                var models = Files.list(FOLDER.resolve("models"))) {
            return Stream.concat(tools, models).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema schema(String form) throws IOException {
        var text = Files.readString(FOLDER.resolve("definition.schema.json"));
        var schema = (ObjectNode) JsonMapper.shared().readTree(text);
        schema.put("$ref", "#/$defs/" + form);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static String form(Path file) {
        return file.startsWith(FOLDER.resolve("tools")) ? "tool" : "family";
    }

    /** What is wrong, as in {@code tools/edit-image.json:12: …}. */
    private static List<String> faults(Path file, String text) throws IOException {
        var lines = new JsonLines(text);
        return schema(form(file)).validate(JsonMapper.shared().readTree(text)).stream()
                .map(error -> file + ":" + lines.of(pointer(error)) + ": " + error.getMessage())
                .toList();
    }

    private static String pointer(Error error) {
        var at = new StringBuilder();
        var location = error.getInstanceLocation();
        for (int step = 0; step < location.getNameCount(); step++) {
            Object name = location.getElement(step);
            at.append('/').append(name);
        }
        return at.toString();
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_as_the_schema_of_definitions_says(Path file) throws IOException {
        assertThat(faults(file, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_in_the_catalog_under_the_name_of_its_file(Path file) throws IOException {
        var json = JsonMapper.shared().readTree(Files.readString(file));
        String name = file.toString().replaceAll(".*/|[.]json$", "");
        var catalog = Catalog.load();
        if (form(file).equals("tool")) {
            assertThat(json.get("name").asString()).isEqualTo(name);
            assertThat(catalog.tools()).anyMatch(tool -> tool.name().text().equals(name));
        } else {
            assertThat(json.get("family").asString()).isEqualTo(name);
            assertThat(catalog.models().stream().map(model -> model.name().text()))
                    .containsAll(StreamSupport.stream(json.get("models").spliterator(), false)
                            .map(model -> model.get("name").asString())
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "medium": "sound"        | "medium": "smell"
                    "deadlineSeconds": 120   | "deadlineSeconds": "long"
                    "name": "generate-music" | "called": "generate-music"
                    "credits": 60            | "credits": -1
                    """)
    void a_mistake_is_told_by_file_and_line(String right, String wrong) throws IOException {
        var file = FOLDER.resolve("tools").resolve("generate-music.json");
        var text = Files.readString(file);
        assertThat(text).contains(right);
        int line = (int) text.substring(0, text.indexOf(right)).lines().count();
        var faults = faults(file, text.replaceFirst(right, wrong));
        assertThat(faults).isNotEmpty().allMatch(fault -> fault.startsWith(file + ":"));
        // What is missing, or not expected, is told of the object that it belongs to.
        int told = wrong.contains("called") ? 1 : line;
        assertThat(faults).anyMatch(fault -> fault.startsWith(file + ":" + told + ":"));
    }

    @Test
    void a_line_is_that_of_the_value() {
        var lines = new JsonLines("{\n \"a\": [\n  1,\n  {\"b\": 2}\n ]}");
        assertThat(lines.of("/a")).isEqualTo(2);
        assertThat(lines.of("/a/0")).isEqualTo(3);
        assertThat(lines.of("/a/1/b")).isEqualTo(4);
        assertThat(lines.of("/a/1/c")).isEqualTo(4);
    }
}
