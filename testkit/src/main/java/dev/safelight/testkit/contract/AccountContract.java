package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Accounts with their keys, and the secrets that addresses and cursors are signed with. */
abstract class AccountContract extends StoreSituation {
    private final Random random = new Random(7);

    private NewKey key(Mode mode, long credits) {
        var text = KeyText.mint(mode, random);
        return new NewKey("a", mode, text, new Credits(credits), new KeyLimits(3, 40, 500));
    }

    private Optional<Principal> find(KeyText text) {
        return scene.store().accounts().find(text.digest(), time.instant());
    }

    @Test
    void a_key_is_known_to_its_text_alone_also_after_a_restart() {
        var key = key(Mode.LIVE, 5);
        var accounts = scene.store().accounts();
        assertThat(find(key.key())).isEmpty();
        var who = scene.done(accounts.open(key));
        assertThat(who.mode()).isEqualTo(Mode.LIVE);
        assertThat(who.rates().submits()).isEqualTo(40);
        assertThat(who.rates().reads()).isEqualTo(500);
        for (int i = 0; i < 2; i++) {
            assertThat(find(key.key())).contains(who);
            assertThat(find(key(Mode.LIVE, 5).key())).isEmpty();
            scene.store().reopen();
        }
    }

    @Test
    void a_key_is_nobody_before_its_commit() {
        var key = key(Mode.TEST, 5);
        var opened = scene.store().accounts().open(key);
        assertThat(opened).isNotDone();
        assertThat(find(key.key())).isEmpty();
        scene.store().settle();
        assertThat(find(key.key())).contains(opened.join());
    }

    @Test
    void several_are_opened_at_once_each_with_a_book_of_its_own() {
        var opened = scene.done(scene.store()
                .accounts()
                .open(List.of(key(Mode.LIVE, 5), key(Mode.TEST, 7), key(Mode.TEST, 0))));
        assertThat(opened).doesNotHaveDuplicates().hasSize(3);
        assertThat(opened.stream().map(who -> scene.book(who)))
                .containsExactly(
                        new Book(-5, 5, 0, 0), new Book(-7, 7, 0, 0), new Book(0, 0, 0, 0));
    }

    @Test
    void a_store_is_empty_until_the_first() {
        assertThat(scene.store().accounts().isEmpty()).isFalse();
        scene.store().reopen();
        assertThat(scene.store().accounts().isEmpty()).isFalse();
    }

    @Test
    void the_newest_secret_comes_first_and_the_earlier_ones_stay() {
        var secrets = scene.store().secrets();
        assertThat(secrets.all("cursor")).isEmpty();
        var first = scene.done(secrets.rotate("cursor"));
        var second = scene.done(secrets.rotate("cursor"));
        assertThat(secrets.all("cursor")).containsExactly(second, first);
        assertThat(first.hex()).hasSize(64).isNotEqualTo(second.hex());
        scene.store().reopen();
        assertThat(scene.store().secrets().all("cursor")).containsExactly(second, first);
    }

    @Test
    void a_purpose_has_secrets_of_its_own() {
        var secrets = scene.store().secrets();
        var cursor = scene.done(secrets.rotate("cursor"));
        var address = scene.done(secrets.rotate("address"));
        assertThat(secrets.all("cursor")).containsExactly(cursor);
        assertThat(secrets.all("address")).containsExactly(address);
    }

    @Test
    void secrets_drawn_together_have_numbers_of_their_own() {
        var secrets = scene.store().secrets();
        for (int i = 0; i < 3; i++) {
            var _ = secrets.rotate("cursor");
        }
        scene.store().settle();
        assertThat(secrets.all("cursor")).extracting(Secret::number).containsExactly(3, 2, 1);
    }
}
