package dev.safelight.server.http.problem;

import tools.jackson.core.JsonGenerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Why a call was refused: the fields of RFC 9457 and ours. Each dialect shows it in an envelope of
 * its own. A refused call costs nothing, except that nobody can say so while the outcome is open.
 *
 * @param detail for people: what is wrong and what to do
 * @param headers that go with it, as in {@code Retry-After}
 */
public record Problem(
        ProblemCode code, String detail, List<FieldError> errors, List<Header> headers) {
    private static final String RETRY_AFTER = "Retry-After";
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> REPEATED = Set.of(408, 409, 429);
    private static final int SOON = 2;

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

    /** The same in other words. */
    public Problem saying(String other) {
        return new Problem(code, other, errors, headers);
    }

    public Problem with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Problem(code, detail, errors, List.copyOf(more));
    }

    public Problem retryAfter(long seconds) {
        return with(RETRY_AFTER, Long.toString(seconds));
    }

    /** The same with a time to call again at, where callers do so by themselves. */
    public Problem repeatedAs(int status) {
        boolean isRepeated = status >= SERVER_ERROR || REPEATED.contains(status);
        return isRepeated && !tellsWhen() ? retryAfter(SOON) : this;
    }

    private boolean tellsWhen() {
        return headers.stream().anyMatch(header -> header.name().equals(RETRY_AFTER));
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
        if (code.isOpen()) json.writeNullProperty("charged");
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
