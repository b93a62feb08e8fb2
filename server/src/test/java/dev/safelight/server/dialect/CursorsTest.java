package dev.safelight.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.junit.jupiter.api.Test;

import java.util.List;

class CursorsTest {
    private static final AccountId MINE = new AccountId(1);
    private final DrawnSecrets secrets = new DrawnSecrets();
    private final Cursors cursors = new Cursors(secrets, "a/list");

    private static final Cursor PLACE = new Cursor("16");

    private void refused(AccountId account, String cursor) {
        assertThat(cursors.read(account, cursor)).isEmpty();
    }

    @Test
    void a_cursor_comes_back_as_the_place_it_was_made_of() {
        for (var text : List.of("1", "16", "z".repeat(64))) {
            var place = new Cursor(text);
            assertThat(cursors.read(MINE, cursors.write(MINE, place))).hasValue(place);
        }
    }

    @Test
    void one_of_an_earlier_secret_is_still_read() {
        String cursor = cursors.write(MINE, PLACE);
        secrets.rotate("again").join();
        assertThat(cursors.read(MINE, cursor)).hasValue(PLACE);
        assertThat(cursors.write(MINE, PLACE)).isNotEqualTo(cursor);
    }

    @Test
    void a_changed_or_strange_one_is_refused() {
        String cursor = cursors.write(MINE, PLACE);
        refused(new AccountId(2), cursor);
        refused(MINE, cursor.replace("c1_", "c2_"));
        refused(MINE, cursor.replaceFirst("_16_", "_17_"));
        refused(MINE, "");
        refused(MINE, "c99999999999_1_" + "a".repeat(43));
    }

    @Test
    void one_of_another_list_is_refused() {
        var other = new Cursors(secrets, "another/list");
        assertThat(other.read(MINE, cursors.write(MINE, PLACE))).isEmpty();
    }
}
