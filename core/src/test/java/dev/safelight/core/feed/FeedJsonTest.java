package dev.safelight.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.webhook.EndpointId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in rows already has to be read for ever. */
class FeedJsonTest {
    private static final EndpointId ENDPOINT = new EndpointId(new Id(3, 4));

    @Test
    void each_body_is_read_as_it_was_written() {
        assertThat(FeedJson.read(Subject.KEY, FeedJson.keyAdded(new KeyId(7))))
                .isEqualTo(new FeedEvent.KeyAdded(new KeyId(7)));
        assertThat(FeedJson.read(Subject.GRANT, FeedJson.granted(new Credits(250))))
                .isEqualTo(new FeedEvent.Granted(new Credits(250)));
        assertThat(FeedJson.read(Subject.ENDPOINT, FeedJson.endpointAdded(ENDPOINT)))
                .isEqualTo(new FeedEvent.EndpointAdded(ENDPOINT));
    }

    @Test
    void the_form_is_that_of_its_version() {
        assertThat(FeedJson.keyAdded(new KeyId(7))).isEqualTo("{\"v\":2,\"added\":7}");
        assertThat(FeedJson.granted(new Credits(250))).isEqualTo("{\"v\":2,\"granted\":250}");
        assertThat(FeedJson.endpointAdded(ENDPOINT))
                .isEqualTo("{\"v\":2,\"added\":\"" + new Id(3, 4) + "\"}");
    }

    @ParameterizedTest
    @EnumSource(names = {"TASK", "FILE", "DELIVERY", "TEST"})
    void other_subjects_have_no_body_here(Subject subject) {
        assertThatThrownBy(() -> FeedJson.read(subject, "{}")).hasMessageContaining(subject.name());
    }

    @ParameterizedTest
    @CsvSource({"0, TASK", "1, FILE", "2, KEY", "3, ENDPOINT", "4, DELIVERY", "5, GRANT", "6, TEST"
    })
    void stored_codes_stay(int code, Subject subject) {
        assertThat(subject.code()).isEqualTo(code);
        assertThat(Subject.of(code)).isEqualTo(subject);
    }
}
