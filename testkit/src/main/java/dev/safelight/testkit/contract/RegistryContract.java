package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountChange;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.NewAccount;
import dev.safelight.core.account.Registry;
import dev.safelight.core.account.Usage;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

/** Accounts as an operator looks after them. */
abstract class RegistryContract extends AdministrationSituation {
    private static final AccountLimits FOUR = new AccountLimits(4, 2, 1_000);

    private Registry registry() {
        return scene.store().registry();
    }

    private Account opened(String name, long credits) {
        return done(registry().open(boss, new NewAccount(name, FOUR, new Credits(credits))));
    }

    @Test
    void an_account_is_known_as_it_was_opened_also_after_a_restart() {
        var account = opened("studio", 50);
        assertThat(account.mode()).isEqualTo(Mode.LIVE);
        assertThat(account.limits()).isEqualTo(FOUR);
        assertThat(account.created()).isEqualTo(time.instant());
        for (int i = 0; i < 2; i++) {
            assertThat(scene.done(registry().find(account.handle()))).contains(account);
            assertThat(scene.done(registry().find(account.number()))).contains(account);
            assertThat(scene.done(scene.store().ledger().book(account.number())))
                    .isEqualTo(new Book(-50, 50, 0, 0));
            scene.store().reopen();
        }
    }

    @Test
    void limits_are_changed_one_by_one() {
        var account = opened("studio", 0);
        var handle = account.handle();
        var heavier = done(registry().change(boss, handle, new AccountChange(null, 3, null)));
        assertThat(heavier.limits()).isEqualTo(new AccountLimits(4, 3, 1_000));
        var changed = done(registry().change(boss, handle, new AccountChange(0, null, 0L)));
        assertThat(changed.limits()).isEqualTo(new AccountLimits(0, 3, 0));
        scene.store().reopen();
        assertThat(scene.done(registry().find(handle))).contains(changed);
    }

    @Test
    void an_account_without_a_key_keeps_the_store_from_being_empty() {
        opened("studio", 0);
        scene.store().reopen();
        assertThat(scene.store().accounts().isEmpty()).isFalse();
    }

    @Test
    void a_grant_goes_to_its_account() {
        var account = opened("studio", 1);
        assertThat(done(registry().grant(boss, account.handle(), new Credits(6))))
                .isEqualTo(new Book(-7, 7, 0, 0));
        assertThat(scene.book(boss.who())).isEqualTo(new Book(-9, 9, 0, 0));
    }

    @Test
    void what_is_used_is_what_is_live() {
        var account = boss.who().account();
        assertThat(scene.done(registry().usage(account))).isEqualTo(new Usage(0, 0));
        var task = scene.accepted(Order.by(boss.who()).priced(1));
        assertThat(scene.done(registry().usage(account))).isEqualTo(new Usage(1, 0));
        scene.done(tasks().cancel(account, task));
        assertThat(scene.done(registry().usage(account))).isEqualTo(new Usage(0, 0));
    }

    @Test
    void what_is_not_there_is_absent() {
        var nobody = new AccountHandle(scene.id());
        assertThat(scene.done(registry().find(nobody))).isEmpty();
        refused(ActRefusal.ABSENT, registry().grant(boss, nobody, new Credits(6)));
        refused(
                ActRefusal.ABSENT,
                registry().change(boss, nobody, new AccountChange(1, null, null)));
    }

    @Test
    void pages_show_each_account_once_newest_first() {
        var newest = opened("studio", 0);
        added(Mode.TEST, text(Mode.TEST));
        var all = new ArrayList<Account>();
        Cursor next = null;
        do {
            var page = scene.done(registry().list(next, 2));
            all.addAll(page.entries());
            next = page.next();
        } while (next != null);
        assertThat(all).doesNotHaveDuplicates().hasSize(5).contains(newest);
        assertThat(all.getFirst().name()).isEqualTo("boss, test");
    }

    @Test
    void accounts_opened_in_one_batch_are_told_apart() {
        var one = registry().open(boss, new NewAccount("one", FOUR, Credits.ZERO));
        var two = registry().open(boss, new NewAccount("two", FOUR, Credits.ZERO));
        assertThat(done(one).number()).isNotEqualTo(done(two).number());
        assertThat(done(one).handle()).isNotEqualTo(done(two).handle());
    }
}
