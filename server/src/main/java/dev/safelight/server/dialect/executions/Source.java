package dev.safelight.server.dialect.executions;

import dev.safelight.server.http.address.SignedAddresses.Signed;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/** One way to a file's bytes, as this dialect shows it. */
sealed interface Source {

    /** It can be followed. */
    record Ready(
            String url,
            @Nullable Instant expires,
            @Nullable BigDecimal width,
            @Nullable BigDecimal height,
            long bytes)
            implements Source {
        static Ready of(
                Signed address,
                @Nullable BigDecimal width,
                @Nullable BigDecimal height,
                long bytes) {
            return new Ready(address.url(), address.expires(), width, height, bytes);
        }
    }

    /** There is no address, and the word says why. */
    enum None implements Source {
        PENDING,
        FAILED,
        SKIPPED
    }
}
