package dev.safelight.server.input;

import com.networknt.schema.Error;

import dev.safelight.core.text.SimilarWords;
import dev.safelight.server.http.problem.FieldError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says in words what a schema found: which field, and what is allowed. */
final class Wording {
    private static final int LONGEST_NAME = 60;

    private Wording() {}

    /** One for each field; of fields of which one must be there, one for all of them. */
    static List<FieldError> of(List<Error> errors, JsonNode schema) {
        var choice = errors.stream().filter(Wording::isOfChoice).toList();
        var rest = errors.stream().filter(error -> choice.isEmpty() || !isInChoice(error));
        var words = rest.map(error -> of(error, schema)).distinct().toList();
        return choice.isEmpty()
                ? words
                : Stream.concat(Stream.of(missing(choice)), words.stream()).toList();
    }

    private static boolean isOfChoice(Error error) {
        return isInChoice(error) && error.getKeyword().equals("required");
    }

    private static boolean isInChoice(Error error) {
        return error.getEvaluationPath().toString().contains("/anyOf/");
    }

    private static FieldError missing(List<Error> choice) {
        var fields = choice.stream()
                .map(error -> join(path(error), error.getProperty()))
                .distinct()
                .toList();
        var all = fields.stream().map(Wording::quoted).toList();
        return new FieldError(
                fields.getFirst(), "One of " + String.join(", ", all) + " is required.");
    }

    private static FieldError of(Error error, JsonNode schema) {
        String at = path(error);
        return switch (error.getKeyword()) {
            case "required" -> missing(join(at, error.getProperty()));
            case "additionalProperties" -> unknown(at, error.getProperty(), schema);
            case "enum" -> new FieldError(at, quoted(at) + " must be one of " + list(error) + ".");
            case "type" -> new FieldError(at, wrongType(at, error));
            default -> new FieldError(at, bound(at, error));
        };
    }

    private static FieldError missing(String field) {
        return new FieldError(field, quoted(field) + " is required.");
    }

    private static FieldError unknown(String at, String name, JsonNode schema) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        // Only the outermost object lists its fields; deeper ones are free or few.
        var known = at.isEmpty()
                ? List.copyOf(schema.path("properties").propertyNames())
                : List.<String>of();
        String hint = SimilarWords.to(name, known)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse(
                        known.isEmpty()
                                ? "no field is expected here."
                                : "known are " + String.join(", ", known) + ".");
        String field = join(at, shown);
        return new FieldError(field, quoted(field) + " is not a known field: " + hint);
    }

    private static String list(Error error) {
        var words = new ArrayList<String>();
        error.getSchemaNode().forEach(word -> words.add(word.asString()));
        return String.join(", ", words);
    }

    private static String wrongType(String at, Error error) {
        return quoted(at) + " must be " + article(error.getSchemaNode()) + ", not "
                + kind(error.getInstanceNode().getNodeType()) + ".";
    }

    private static String article(JsonNode types) {
        String type = types.isArray() ? types.get(0).asString() : types.asString();
        return switch (type) {
            case "integer" -> "a whole number";
            case "object" -> "an object";
            case "array" -> "a list";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private static String kind(JsonNodeType type) {
        return switch (type) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "a list";
            case STRING, BINARY -> "a string";
            case NUMBER -> "this number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
        };
    }

    private static String bound(String at, Error error) {
        String limit = error.getSchemaNode().asString("");
        String rule = switch (error.getKeyword()) {
            case "minLength" -> " must have at least " + limit + " character(s).";
            case "maxLength" -> " must have at most " + limit + " characters.";
            case "minimum" -> " must be at least " + limit + ".";
            case "maximum" -> " must be at most " + limit + ".";
            case "maxProperties" -> " may have at most " + limit + " entries.";
            case "maxItems" -> " may have at most " + limit + " entries.";
            case "pattern" -> " must match " + limit + ".";
            default -> ": " + error.getMessage();
        };
        return quoted(at) + rule;
    }

    private static String quoted(String field) {
        return field.isEmpty() ? "The input" : "'" + field + "'";
    }

    private static String join(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    /** The place in the input, as in {@code metadata.user}. */
    private static String path(Error error) {
        var steps = new ArrayList<String>();
        var location = error.getInstanceLocation();
        for (int at = 0; at < location.getNameCount(); at++) {
            Object step = location.getElement(at);
            steps.add(step.toString());
        }
        return String.join(".", steps);
    }
}
