package dev.safelight.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.server.dialect.DrawnSecrets;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OffsetsTest {
    private static final AccountId MINE = new AccountId(1);
    private final DrawnSecrets secrets = new DrawnSecrets();
    private final Offsets offsets = new Offsets(secrets);

    private void refused(AccountId account, String offset) {
        assertThat(offsets.read(account, offset)).isEmpty();
    }

    @Test
    void an_offset_comes_back_as_the_place_it_was_made_of() {
        for (var text : List.of("0", "16", "z".repeat(64))) {
            var place = new Cursor(text);
            assertThat(offsets.read(MINE, offsets.write(MINE, place))).hasValue(place);
        }
    }

    @Test
    void a_later_place_has_an_offset_that_is_greater_letter_by_letter() {
        var written = new ArrayList<String>();
        for (long place = 0; place < 50_000; place += 7)
            written.add(offsets.write(MINE, new Cursor(Long.toString(place, 36))));
        assertThat(written).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_offset_of_an_earlier_secret_is_still_read_and_is_in_order() {
        var place = new Cursor("16");
        String early = offsets.write(MINE, place);
        secrets.rotate("again").join();
        assertThat(offsets.read(MINE, early)).hasValue(place);
        assertThat(offsets.write(MINE, new Cursor("17"))).isGreaterThan(early);
    }

    @Test
    void an_offset_fits_into_an_address_as_it_is() {
        assertThat(offsets.write(MINE, new Cursor("1y2p0ij32e8e7")))
                .matches("[A-Za-z0-9_-]+")
                .hasSizeLessThan(70);
    }

    @Test
    void a_changed_or_strange_one_is_refused() {
        String offset = offsets.write(MINE, new Cursor("16"));
        refused(new AccountId(2), offset);
        refused(MINE, offset.replace("_1_", "_2_"));
        refused(MINE, offset.replaceFirst("0216", "0217"));
        refused(MINE, offset.replaceFirst("0216", "0316"));
        refused(MINE, offset + "a");
        refused(MINE, "0216_99999999999_" + "a".repeat(43));
        refused(MINE, "");
    }
}
