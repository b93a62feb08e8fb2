package dev.safelight.cli;

import dev.safelight.cli.Outcome.Stopped;
import dev.safelight.client.ApiException;
import dev.safelight.client.ConnectionException;
import dev.safelight.client.Failure;
import dev.safelight.client.SafelightException;
import dev.safelight.client.WaitTimeoutException;

import java.util.Set;

/** Which exit code each way of not making a file has. */
final class Stops {
    private static final Set<String> LATE = Set.of("deadline_exceeded", "queue_expired");

    private Stops() {}

    static Stopped of(SafelightException failure) {
        return switch (failure) {
            case ApiException refused -> refused(refused);
            case ConnectionException broken ->
                new Stopped(ExitCode.UNREACHABLE, "unreachable", broken.getMessage());
            case WaitTimeoutException late ->
                new Stopped(ExitCode.TIMED_OUT, "timed_out", late.getMessage());
        };
    }

    private static Stopped refused(ApiException refused) {
        String request =
                refused.requestId().isEmpty() ? "" : " (request " + refused.requestId() + ")";
        return new Stopped(exit(refused.status()), refused.code(), refused.getMessage() + request);
    }

    private static ExitCode exit(int status) {
        return switch (status) {
            case 401, 403 -> ExitCode.UNAUTHORISED;
            case 402 -> ExitCode.OUT_OF_CREDITS;
            case 400, 404, 413, 415, 422 -> ExitCode.USAGE;
            case 429, 502, 503, 504 -> ExitCode.UNREACHABLE;
            default -> ExitCode.FAILED;
        };
    }

    static Stopped of(Failure failure) {
        ExitCode exit = LATE.contains(failure.code()) ? ExitCode.TIMED_OUT : ExitCode.FAILED;
        return new Stopped(exit, failure.code(), failure.message() + " (nothing was charged)");
    }

    static Stopped interrupted() {
        return new Stopped(ExitCode.INTERRUPTED, "interrupted", "interrupted");
    }
}
