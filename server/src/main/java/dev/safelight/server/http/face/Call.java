package dev.safelight.server.http.face;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.server.http.body.Upload;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as a handler sees it. Short-lived: a held answer must not keep it. */
public final class Call {
    private final Request request;
    private final String requestId;
    private final List<String> values;
    private final @Nullable Holder holder;
    private final Sent sent;

    /**
     * What came with it.
     *
     * @param json that was sent, empty when none was
     * @param upload what was sent, where it is left to the handler
     * @param forgotten told when none of it is needed any more
     */
    public record Sent(ObjectNode json, @Nullable Upload upload, Runnable forgotten) {}

    public Call(
            Request request,
            String requestId,
            List<String> values,
            @Nullable Holder holder,
            Sent sent) {
        this.request = request;
        this.requestId = requestId;
        this.values = values;
        this.holder = holder;
        this.sent = sent;
    }

    /** Who is calling; routes that are open to anybody have no caller. */
    public Principal who() {
        return holder().who();
    }

    /** The text of the key by which the caller is known. */
    public KeyDigest text() {
        return holder().text();
    }

    private Holder holder() {
        if (holder == null) throw new IllegalStateException("an open route knows no caller");
        return holder;
    }

    /** By which the call is found again in logs and in the audit log. */
    public String requestId() {
        return requestId;
    }

    /** What is asked for: the JSON object that was sent, or what was read out of the query. */
    public ObjectNode body() {
        return sent.json();
    }

    /** The same call, asking for this. */
    public Call with(ObjectNode input) {
        var other = new Sent(input, sent.upload(), sent.forgotten());
        return new Call(request, requestId, values, holder, other);
    }

    /**
     * Says that nothing of the body is needed any more: a large one makes room for the next, which
     * would wait for the answer otherwise. Any thread.
     */
    public void forgetBody() {
        sent.forgotten().run();
    }

    /** The query's parameters by name, decoded. */
    public Map<String, List<String>> query() {
        if (request.getHttpURI().getQuery() == null) return Map.of();
        try {
            var parameters = new LinkedHashMap<String, List<String>>();
            Request.extractQueryParameters(request)
                    .forEach(field -> parameters.put(field.getName(), field.getValues()));
            return parameters;
        } catch (RuntimeException undecodable) {
            throw new Refusal(
                    ProblemCode.INVALID_REQUEST, "The query string is not percent-encoded UTF-8.");
        }
    }

    /** The body as it comes, on a route that leaves it to its handler. */
    public Upload upload() {
        var upload = sent.upload();
        if (upload == null) throw new IllegalStateException("the body of this route is read");
        return upload;
    }

    /** What stood for a wildcard of the route's path, counted from 0, as it was sent. */
    public String segment(int index) {
        return values.get(index);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** Path and query letter by letter as they were sent. */
    public String target() {
        return request.getHttpURI().getPathQuery();
    }

    public boolean isHead() {
        return request.getMethod().equals("HEAD");
    }
}
