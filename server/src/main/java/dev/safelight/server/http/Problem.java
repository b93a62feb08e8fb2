package dev.safelight.server.http;

import tools.jackson.core.JsonGenerator;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a call was refused: the fields of RFC 9457 and ours. Each dialect shows it in an envelope of
 * its own. A refused call costs nothing, except that nobody can say so when the outcome is unknown.
 *
 * @param detail for people: what is wrong and what to do
 * @param headers that go with it, as in {@code Retry-After}
 */
public record Problem(
        ProblemCode code, String detail, List<FieldError> errors, List<Header> headers) {

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of(), List.of());
    }

    /** An input that breaks its schema; the detail is the first thing to mend. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                ProblemCode.INVALID_INPUT, errors.getFirst().message(), errors, List.of());
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public Problem with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Problem(code, detail, errors, List.copyOf(more));
    }

    public Problem retryAfter(long seconds) {
        return with("Retry-After", Long.toString(seconds));
    }

    public int status() {
        return code.status();
    }

    /** Writes the members that every dialect adds to its own envelope. */
    public void writeFacts(JsonGenerator json) {
        json.writeStringProperty("code", code.wire());
        writeConsequences(json);
    }

    /** The same without the code, for a dialect that has words of its own for it. */
    public void writeConsequences(JsonGenerator json) {
        json.writeBooleanProperty("retryable", code.retryable());
        if (code == ProblemCode.OUTCOME_UNKNOWN) json.writeNullProperty("charged");
        else json.writeBooleanProperty("charged", false);
    }

    /** Writes {@code errors}, when there are any. */
    public void writeErrors(JsonGenerator json) {
        if (errors.isEmpty()) return;
        json.writeArrayPropertyStart("errors");
        for (var error : errors) {
            json.writeStartObject();
            json.writeStringProperty("field", error.field());
            json.writeStringProperty("message", error.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
