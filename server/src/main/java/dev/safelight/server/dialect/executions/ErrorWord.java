package dev.safelight.server.dialect.executions;

import dev.safelight.server.http.problem.ProblemCode;

/** What this dialect calls a Problem. */
record ErrorWord(int status, String code) {
    private static final int TOO_MANY_REQUESTS = 429;

    static ErrorWord of(ProblemCode problem) {
        return switch (problem) {
            case INVALID_REQUEST, INVALID_JSON, INVALID_INPUT, INVALID_IDEMPOTENCY_KEY ->
                own(problem, "invalid_parameters");
            case MISSING_KEY -> own(problem, "missing_api_key");
            case INVALID_KEY -> own(problem, "invalid_api_key");
            case INSUFFICIENT_CREDITS -> new ErrorWord(TOO_MANY_REQUESTS, "insufficient_credits");
            case INVALID_SIGNATURE, EXPIRED_SIGNATURE, NOT_AUTHORIZED, ORIGIN_NOT_ALLOWED ->
                own(problem, "not_authorized");
            case ROUTE_NOT_FOUND,
                    TOOL_NOT_FOUND,
                    SESSION_NOT_FOUND,
                    TASK_NOT_FOUND,
                    ASSET_NOT_FOUND,
                    KEY_NOT_FOUND,
                    ACCOUNT_NOT_FOUND,
                    ENGINE_NOT_FOUND,
                    ENDPOINT_NOT_FOUND,
                    DELIVERY_NOT_FOUND -> own(problem, "not_found");
            case NAME_CONFLICT -> own(problem, "conflict");
            case RATE_LIMITED, SPEND_LIMIT_REACHED, TOO_MANY_WAITS, TOO_MANY_UPLOADS ->
                own(problem, "rate_limited");
            case INVALID_ID,
                    KEY_REVOKED,
                    TOO_MANY_KEYS,
                    TOO_MANY_ENDPOINTS,
                    TASK_FAILED,
                    TASK_UNFINISHED,
                    METHOD_NOT_ALLOWED,
                    REQUEST_TIMEOUT,
                    FILE_NOT_SHOWN,
                    CURSOR_EXPIRED,
                    UPLOAD_NOT_OPEN,
                    UPLOAD_UNDER_WAY,
                    PAYLOAD_TOO_LARGE,
                    STORAGE_QUOTA_EXCEEDED,
                    INVALID_FILE,
                    URI_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE,
                    RANGE_NOT_SATISFIABLE,
                    IDEMPOTENCY_CONFLICT,
                    ENGINE_UNAVAILABLE,
                    NOT_AVAILABLE,
                    HEADERS_TOO_LARGE,
                    PROMPT_REFUSED,
                    INTERNAL_ERROR,
                    OVERLOADED,
                    STORAGE_UNAVAILABLE,
                    OUTCOME_UNKNOWN,
                    NOT_READY,
                    STORAGE_FULL -> own(problem, problem.wire());
        };
    }

    private static ErrorWord own(ProblemCode problem, String code) {
        return new ErrorWord(problem.status(), code);
    }
}
