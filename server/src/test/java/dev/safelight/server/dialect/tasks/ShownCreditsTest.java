package dev.safelight.server.dialect.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownCreditsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.001",
        "80, 0.08",
        "1470, 1.47",
        "1500, 1.5",
        "100000, 100",
        "9007199254740993, 9007199254740.993",
        "9223372036854775807, 9223372036854775.807"
    })
    void are_exact_and_have_no_exponent(long ours, String shown) {
        assertThat(ShownCredits.of(new Credits(ours))).isEqualTo(shown);
    }
}
