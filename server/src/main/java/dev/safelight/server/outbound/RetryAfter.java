package dev.safelight.server.outbound;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Reads {@code Retry-After}: seconds, or a date by the receiver's own clock. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /**
     * How long to leave a receiver alone.
     *
     * @param value of the header
     * @param date when the receiver says that it answered, as in its {@code Date}
     * @param now counts where it does not say
     * @return null where nothing is asked for that can be read
     */
    static @Nullable Duration of(@Nullable String value, @Nullable String date, Instant now) {
        if (value == null) return null;
        var written = value.strip();
        if (SECONDS.matcher(written).matches()) return Duration.ofSeconds(Long.parseLong(written));
        var until = instant(written);
        if (until == null) return null;
        var from = date == null ? null : instant(date.strip());
        var pause = Duration.between(from == null ? now : from, until);
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    private static @Nullable Instant instant(String httpDate) {
        try {
            return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
