package dev.safelight.server.dialect;

import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * {@code Prefer: wait=n} (RFC 7240): how long a caller would like an answer to be held.
 *
 * @param most at most five minutes, whatever was asked for
 */
public record PreferredWait(Duration most) {
    private static final long LONGEST_SECONDS = 300;
    private static final Pattern WAIT =
            Pattern.compile("(?i)\\s*wait\\s*=\\s*\"?0*(\\d{1,9})\"?\\s*(?:;.*)?");

    /** Null when none is asked for; what is not understood is no preference. */
    public static @Nullable PreferredWait of(Call call) {
        for (var preference : call.header("Prefer").orElse("").split(",", -1)) {
            var wait = WAIT.matcher(preference);
            if (!wait.matches()) continue;
            long seconds = Math.min(LONGEST_SECONDS, Long.parseLong(wait.group(1)));
            return new PreferredWait(Duration.ofSeconds(seconds));
        }
        return null;
    }

    /** The answer that was held. */
    public Answer.Text applied(Answer.Text answer) {
        return answer.with("Preference-Applied", "wait=" + most.toSeconds());
    }
}
