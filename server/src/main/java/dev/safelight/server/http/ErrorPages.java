package dev.safelight.server.http;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/**
 * What Jetty refuses before a request reaches us, or when a handler breaks, as a Problem. It never
 * repeats what was sent, nor a stack trace; what is malformed is 400, whatever Jetty makes of it.
 */
final class ErrorPages implements Request.Handler {
    private static final Map<Integer, Problem> KNOWN = Map.of(
            408,
            Problem.of(ProblemCode.REQUEST_TIMEOUT, "The request took too long to arrive."),
            413,
            Problem.of(ProblemCode.PAYLOAD_TOO_LARGE, "The body is too long."),
            414,
            Problem.of(ProblemCode.URI_TOO_LONG, "The address is too long."),
            431,
            Problem.of(
                    ProblemCode.HEADERS_TOO_LARGE,
                    "The request line and headers together are too long."),
            500,
            Problem.of(ProblemCode.INTERNAL_ERROR, "Something broke on the server."));
    private static final Problem MALFORMED =
            Problem.of(ProblemCode.INVALID_REQUEST, "This is no well-formed HTTP/1.1 request.");
    private final RequestIds ids;
    private final RequestMetrics metrics;
    private final Router router;
    private final Cors cors;

    ErrorPages(RequestIds ids, RequestMetrics metrics, Router router, Cors cors) {
        this.ids = ids;
        this.metrics = metrics;
        this.router = router;
        this.cors = cors;
    }

    /** Jetty tells in words alone which part it does not understand. */
    private static boolean isAboutHost(@Nullable Object fault) {
        return fault instanceof Throwable thrown
                && (String.valueOf(thrown.getMessage()).contains("Host")
                        || isAboutHost(thrown.getCause()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object status = request.getAttribute(ErrorHandler.ERROR_STATUS);
        Object fault = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        if (!KNOWN.containsKey(status)) metrics.malformed(isAboutHost(fault) ? "host" : "other");
        String path = request.getHttpURI().getPath();
        var exchange = new Exchange(
                new Exchange.Arrival(request, response, callback),
                ids.of(request),
                router.conventions(path == null ? "" : path),
                cors,
                metrics);
        Problem known = KNOWN.get(status);
        exchange.refuse(known == null ? malformed(request.getHttpURI(), fault) : known);
        return true;
    }

    /** Names what the path breaks, when it is the path. */
    private static Problem malformed(HttpURI uri, @Nullable Object fault) {
        return uri.getViolations().stream()
                .findFirst()
                .or(() -> unread(uri, fault))
                .map(ErrorPages::said)
                .map(words -> Problem.of(ProblemCode.INVALID_REQUEST, words))
                .orElse(MALFORMED);
    }

    /** Of a path that could not be read at all Jetty keeps only what was thrown. */
    private static Optional<UriCompliance.Violation> unread(HttpURI uri, @Nullable Object fault) {
        if (!"/badMessage".equals(uri.getPath()) || !(fault instanceof Throwable thrown))
            return Optional.empty();
        var cause = thrown.getCause();
        String words = cause == null ? "" : String.valueOf(cause.getMessage());
        if (words.startsWith("!hex"))
            return Optional.of(UriCompliance.Violation.BAD_PERCENT_ENCODING);
        return words.equals("Illegal character in path")
                ? Optional.of(UriCompliance.Violation.ILLEGAL_PATH_CHARACTERS)
                : Optional.empty();
    }

    private static String said(UriCompliance.Violation violation) {
        return switch (violation) {
            case AMBIGUOUS_EMPTY_SEGMENT ->
                "The path contains '//', an empty segment: write single slashes, and a base URL"
                        + " without a slash at its end.";
            case AMBIGUOUS_PATH_SEGMENT ->
                "The path contains '.' or '..' as a percent-encoded segment: write it resolved.";
            case AMBIGUOUS_PATH_SEPARATOR ->
                "The path contains '%2F', an encoded slash, which no path here has.";
            case AMBIGUOUS_PATH_PARAMETER -> "The path contains ';' beside '.' or '..'.";
            case AMBIGUOUS_PATH_ENCODING ->
                "The path contains '%25', an encoded percent sign, which no path here has.";
            case BAD_PERCENT_ENCODING ->
                "The path contains a '%' that two hexadecimal digits do not follow.";
            case UTF16_ENCODINGS, BAD_UTF8_ENCODING, TRUNCATED_UTF8_ENCODING ->
                "The path contains a '%' sequence that is not UTF-8.";
            case SUSPICIOUS_PATH_CHARACTERS, ILLEGAL_PATH_CHARACTERS ->
                "The path contains a character that must be percent-encoded or left out.";
            case USER_INFO -> "The address contains a user name: send a key in a header instead.";
            case FRAGMENT -> "The address contains '#', which a request must not send.";
        };
    }
}
