package dev.safelight.server.http.problem;

import java.util.Locale;

/** Every way in which a call can be refused. Clients match on these: rename none. */
public enum ProblemCode {
    INVALID_REQUEST(400, "The request is not understood"),
    INVALID_JSON(400, "The body is not valid JSON"),
    INVALID_INPUT(400, "The input is not valid"),
    INVALID_ID(400, "The id is not valid"),
    INVALID_IDEMPOTENCY_KEY(400, "The Idempotency-Key is not valid"),
    MISSING_KEY(401, "An API key is required"),
    INVALID_KEY(401, "The API key is not valid"),
    INSUFFICIENT_CREDITS(402, "Not enough credits"),
    INVALID_SIGNATURE(403, "The signed address is not valid"),
    EXPIRED_SIGNATURE(403, "The signed address has expired"),
    NOT_AUTHORIZED(403, "The key may not do this"),
    ORIGIN_NOT_ALLOWED(403, "The origin is not allowed"),
    ROUTE_NOT_FOUND(404, "No such path"),
    TOOL_NOT_FOUND(404, "No such tool"),
    SESSION_NOT_FOUND(404, "No such session"),
    TASK_NOT_FOUND(404, "No such task"),
    ASSET_NOT_FOUND(404, "No such asset"),
    KEY_NOT_FOUND(404, "No such key"),
    ACCOUNT_NOT_FOUND(404, "No such account"),
    ENGINE_NOT_FOUND(404, "No such engine"),
    ENDPOINT_NOT_FOUND(404, "No such endpoint"),
    DELIVERY_NOT_FOUND(404, "No such delivery"),
    /** An id that the caller gave a task is another task's. */
    NAME_CONFLICT(409, "The name belongs to another task"),
    KEY_REVOKED(409, "The key is revoked"),
    TOO_MANY_KEYS(409, "Too many keys"),
    TOO_MANY_ENDPOINTS(409, "Too many endpoints"),
    /** It is archived, or its bytes are not there. */
    FILE_NOT_SHOWN(409, "The file is shown to nobody"),
    UPLOAD_NOT_OPEN(409, "The upload takes no bytes"),
    /** Somebody is bringing them; when that breaks off, they can be sent again. */
    UPLOAD_UNDER_WAY(409, "The bytes of the upload are coming", true),
    /** What followed the place is not kept any more. */
    CURSOR_EXPIRED(410, "The offset is not kept any more"),
    METHOD_NOT_ALLOWED(405, "The method does not apply here"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive", true),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    /** The account's files may take no more: unlike a full disk it is nothing that passes. */
    STORAGE_QUOTA_EXCEEDED(413, "The account's storage is used up"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a type that is not read here"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside the file"),
    /** A file of a type that is read, which is damaged or holds more than is worked on. */
    INVALID_FILE(422, "The file is not valid"),
    IDEMPOTENCY_CONFLICT(422, "The Idempotency-Key was used for another request"),
    /** Nothing here makes what is asked for; another call would fare no better. */
    ENGINE_UNAVAILABLE(422, "No engine makes this here"),
    /** What is asked for is known, but not done here yet. */
    NOT_AVAILABLE(422, "This is not done here yet"),
    RATE_LIMITED(429, "Too many requests", true),
    SPEND_LIMIT_REACHED(429, "The key has spent what it may", true),
    TOO_MANY_WAITS(429, "Too many held answers", true),
    TOO_MANY_UPLOADS(429, "Too many uploads", true),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    /** The engine judged the prompt and will not make it; another prompt may fare better. */
    PROMPT_REFUSED(451, "The prompt was refused"),
    INTERNAL_ERROR(500, "Something broke here", true),
    /** A call that waited for a task's files got none, nor would another. */
    TASK_FAILED(500, "The task came to nothing"),
    OVERLOADED(503, "The server is overloaded", true),
    STORAGE_UNAVAILABLE(503, "The storage does not answer", true),
    OUTCOME_UNKNOWN(503, "It is not known whether the request was carried out", true),
    NOT_READY(503, "The server is not ready", true),
    /** A call waited for a task as long as it may; the task goes on. */
    TASK_UNFINISHED(504, "The task takes longer than a call may wait", true),
    STORAGE_FULL(507, "The storage is full", true);

    private final int status;
    private final String title;
    private final boolean retryable;

    ProblemCode(int status, String title) {
        this(status, title, false);
    }

    ProblemCode(int status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Whether the same request may succeed later, unchanged. */
    public boolean retryable() {
        return retryable;
    }

    /** Whether nobody can say yet what the call will have cost. */
    boolean isOpen() {
        return this == OUTCOME_UNKNOWN || this == TASK_UNFINISHED;
    }

    /** The word on the wire, as in {@code rate_limited}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
