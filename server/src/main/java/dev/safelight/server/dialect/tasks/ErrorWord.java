package dev.safelight.server.dialect.tasks;

import dev.safelight.core.task.FailureCode;
import dev.safelight.server.http.problem.ProblemCode;

/**
 * What this dialect calls a Problem.
 *
 * @param type one of the five that its callers know
 */
record ErrorWord(int status, String code, String type) {
    private static final String INVALID = "invalid_request_error";
    private static final String DENIED = "permission_error";
    private static final String LIMITED = "rate_limit_exceeded";
    private static final String SERVER = "api_error";
    private static final String BAD_KEY = "invalid_api_key";

    private static final String REFUSED_PROMPT = "content_policy_violation";

    static ErrorWord of(ProblemCode problem) {
        return switch (problem) {
            case INVALID_REQUEST,
                    INVALID_JSON,
                    INVALID_INPUT,
                    INVALID_ID,
                    INVALID_IDEMPOTENCY_KEY,
                    // A file is only ever named by a parameter.
                    ASSET_NOT_FOUND -> new ErrorWord(400, "invalid_param", INVALID);
            case MISSING_KEY, INVALID_KEY -> own(problem, BAD_KEY, INVALID);
            case INSUFFICIENT_CREDITS -> own(problem, "insufficient_balance", INVALID);
            case INVALID_SIGNATURE, EXPIRED_SIGNATURE, NOT_AUTHORIZED, ORIGIN_NOT_ALLOWED ->
                own(problem, "permission_denied", DENIED);
            case ROUTE_NOT_FOUND,
                    SESSION_NOT_FOUND,
                    KEY_NOT_FOUND,
                    ACCOUNT_NOT_FOUND,
                    ENGINE_NOT_FOUND,
                    ENDPOINT_NOT_FOUND,
                    DELIVERY_NOT_FOUND -> own(problem, "not_found", INVALID);
            case TOOL_NOT_FOUND -> own(problem, "model_not_found", INVALID);
            case TASK_NOT_FOUND -> own(problem, "task_not_found", INVALID);
            case NAME_CONFLICT -> own(problem, "duplicate_out_task_id", INVALID);
            case PAYLOAD_TOO_LARGE -> own(problem, "request_entity_too_large", INVALID);
            case KEY_REVOKED,
                    TOO_MANY_KEYS,
                    TOO_MANY_ENDPOINTS,
                    FILE_NOT_SHOWN,
                    CURSOR_EXPIRED,
                    UPLOAD_NOT_OPEN,
                    UPLOAD_UNDER_WAY,
                    STORAGE_QUOTA_EXCEEDED,
                    INVALID_FILE,
                    METHOD_NOT_ALLOWED,
                    REQUEST_TIMEOUT,
                    URI_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE,
                    RANGE_NOT_SATISFIABLE,
                    IDEMPOTENCY_CONFLICT,
                    ENGINE_UNAVAILABLE,
                    NOT_AVAILABLE,
                    HEADERS_TOO_LARGE -> own(problem, problem.wire(), INVALID);
            case RATE_LIMITED, SPEND_LIMIT_REACHED, TOO_MANY_WAITS, TOO_MANY_UPLOADS ->
                own(problem, "rate_limit_exceeded", LIMITED);
            case INTERNAL_ERROR, TASK_FAILED -> own(problem, "internal_error", SERVER);
            case PROMPT_REFUSED -> own(problem, REFUSED_PROMPT, INVALID);
            case TASK_UNFINISHED -> own(problem, "timeout", SERVER);
            case OVERLOADED, STORAGE_UNAVAILABLE, OUTCOME_UNKNOWN, NOT_READY, STORAGE_FULL ->
                own(problem, "api_error", SERVER);
        };
    }

    private static ErrorWord own(ProblemCode problem, String code, String type) {
        return new ErrorWord(problem.status(), code, type);
    }

    /** What a failed task's {@code error_code} is. */
    static String of(FailureCode failure) {
        return failure == FailureCode.PROMPT_REFUSED ? REFUSED_PROMPT : failure.wire();
    }

    /** Begins with the documented words where programs may look for them. */
    String message(String detail) {
        return code.equals(BAD_KEY) ? "invalid x-api-key: " + detail : detail;
    }
}
