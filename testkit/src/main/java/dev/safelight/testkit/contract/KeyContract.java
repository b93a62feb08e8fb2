package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.account.KeyRules;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.ledger.Book;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.concurrent.CompletionException;

/** Keys that are added, shown, labelled and revoked. */
abstract class KeyContract extends AdministrationSituation {

    @Test
    void a_key_is_known_as_it_was_added_also_after_a_restart() {
        var text = text(Mode.LIVE);
        var key = added(text);
        assertThat(key.label()).isEqualTo("robot");
        assertThat(key.hint()).isEqualTo(text.hint());
        assertThat(key.holder().scopes()).isEqualTo(USUAL);
        assertThat(key.limits().slots()).isEqualTo(3);
        assertThat(key.life()).isEqualTo(new ApiKey.Life(time.instant(), null, null));
        for (int i = 0; i < 2; i++) {
            assertThat(holder(text)).contains(key.holder());
            assertThat(scene.done(keys().find(boss.who().account(), key.handle())))
                    .contains(key);
            scene.store().reopen();
        }
    }

    @Test
    void a_key_is_nobody_before_its_commit() {
        var text = text(Mode.LIVE);
        var adding = keys().add(boss, boss.who().account(), wanted(Mode.LIVE, text, USUAL));
        assertThat(holder(text)).isEmpty();
        assertThat(done(adding).holder()).isEqualTo(holder(text).orElseThrow());
    }

    @Test
    void nobody_gives_a_scope_that_they_lack() {
        for (var lacking : Scope.values()) {
            var others = EnumSet.complementOf(EnumSet.of(lacking));
            refused(
                    ActRefusal.SCOPE_NOT_HELD,
                    keys().add(
                                    with(boss, others),
                                    boss.who().account(),
                                    wanted(Mode.LIVE, text(Mode.LIVE), EnumSet.of(lacking))));
            done(adding(with(boss, others), Mode.LIVE, others));
        }
    }

    @Test
    void a_refused_key_is_nobody() {
        var before = list(boss);
        var text = text(Mode.LIVE);
        var actor = with(boss, EnumSet.of(Scope.ADMIN));
        scene.done(keys().add(actor, boss.who().account(), wanted(Mode.LIVE, text, USUAL)));
        assertThat(holder(text)).isEmpty();
        assertThat(list(boss)).isEqualTo(before);
    }

    @Test
    void a_test_key_belongs_to_a_twin_with_a_book_of_its_own() {
        var first = added(Mode.TEST, text(Mode.TEST));
        var second = added(Mode.TEST, text(Mode.TEST));
        assertThat(first.holder().mode()).isEqualTo(Mode.TEST);
        assertThat(first.holder().account())
                .isNotEqualTo(boss.who().account())
                .isEqualTo(second.holder().account());
        assertThat(scene.book(first.holder())).isEqualTo(new Book(-70, 70, 0, 0));
        assertThat(scene.book(boss.who())).isEqualTo(new Book(-9, 9, 0, 0));
    }

    @Test
    void a_live_account_looks_after_the_keys_of_its_twin_and_not_the_other_way_round() {
        var live = added(text(Mode.LIVE));
        var test = added(Mode.TEST, text(Mode.TEST));
        assertThat(list(boss)).extracting(ApiKey::handle).startsWith(test.handle(), live.handle());
        var tester = new Actor(test.holder(), "req-3");
        assertThat(list(tester)).containsExactly(test);
        refused(ActRefusal.ABSENT, keys().relabel(tester, live.handle(), "mine"));
        done(keys().relabel(boss, test.handle(), "ours"));
    }

    @Test
    void a_test_account_adds_no_live_key() {
        var test = added(Mode.TEST, text(Mode.TEST));
        var tester = new Actor(test.holder(), "req-3");
        assertThat(adding(tester, Mode.LIVE, USUAL))
                .isEqualTo(new ActVerdict.Refused<>(ActRefusal.NOT_LIVE));
        assertThat(done(adding(tester, Mode.TEST, USUAL)).holder().account())
                .isEqualTo(test.holder().account());
    }

    @Test
    void a_test_key_is_no_operator() {
        refused(
                ActRefusal.TEST_OPERATOR,
                keys().add(
                                boss,
                                boss.who().account(),
                                wanted(Mode.TEST, text(Mode.TEST), Scope.ALL)));
    }

    @Test
    void an_account_has_a_thousand_keys_at_most_that_are_not_revoked() {
        var key = added(text(Mode.LIVE));
        for (int i = 2; i < KeyRules.MOST_KEYS; i++) {
            var _ = keys().add(
                            boss, boss.who().account(), wanted(Mode.LIVE, text(Mode.LIVE), USUAL));
        }
        assertThat(adding(boss, Mode.LIVE, USUAL))
                .isEqualTo(new ActVerdict.Refused<>(ActRefusal.TOO_MANY));
        done(adding(boss, Mode.TEST, USUAL));
        done(keys().revoke(boss, key.handle()));
        done(adding(boss, Mode.LIVE, USUAL));
    }

    @Test
    void a_key_is_revoked_with_the_commit_and_for_good() {
        var text = text(Mode.LIVE);
        var key = added(text);
        var ended = new ArrayList<KeyDigest>();
        scene.store().accounts().onEnded(ended::add);
        var revoking = keys().revoke(boss, key.handle());
        assertThat(holder(text)).isPresent();
        assertThat(done(revoking).life().revoked()).isEqualTo(time.instant());
        assertThat(ended).containsExactly(text.digest());
        for (int i = 0; i < 2; i++) {
            assertThat(holder(text)).isEmpty();
            assertThat(scene.done(keys().find(boss.who().account(), key.handle()))
                            .orElseThrow())
                    .matches(ApiKey::isRevoked);
            scene.store().reopen();
        }
    }

    @Test
    void to_revoke_again_changes_nothing() {
        var key = added(text(Mode.LIVE));
        var revoked = done(keys().revoke(boss, key.handle()));
        scene.pass(Duration.ofHours(1));
        assertThat(done(keys().revoke(boss, key.handle()))).isEqualTo(revoked);
    }

    @Test
    void who_was_revoked_before_their_turn_does_nothing() {
        var key = done(adding(boss, Mode.LIVE, Scope.ALL));
        var doomed = new Actor(key.holder(), "req-4");
        var revoking = keys().revoke(boss, key.handle());
        var text = text(Mode.LIVE);
        var adding = keys().add(doomed, boss.who().account(), wanted(Mode.LIVE, text, USUAL));
        refused(ActRefusal.ACTOR_REVOKED, adding);
        assertThat(revoking).isDone();
        assertThat(holder(text)).isEmpty();
    }

    @Test
    void a_strangers_key_is_an_absent_one() {
        var key = added(text(Mode.LIVE));
        var absent = new KeyHandle(scene.id());
        for (var handle : new KeyHandle[] {key.handle(), absent}) {
            assertThat(scene.done(keys().find(stranger.who().account(), handle)))
                    .isEmpty();
            refused(ActRefusal.ABSENT, keys().relabel(stranger, handle, "mine"));
            refused(ActRefusal.ABSENT, keys().revoke(stranger, handle));
            refused(
                    ActRefusal.ABSENT,
                    keys().rotate(stranger, handle, text(Mode.LIVE), Duration.ZERO));
            refused(
                    ActRefusal.ABSENT,
                    keys().rotateSecret(stranger, handle, SECRET, Duration.ZERO));
        }
        assertThat(list(boss)).contains(key);
        assertThat(list(stranger)).doesNotContain(key);
    }

    @Test
    void the_log_of_the_account_tells_what_became_of_a_key() {
        var feed = scene.store().feed();
        var from = scene.done(feed.end());
        var key = added(text(Mode.LIVE));
        done(keys().rotate(boss, key.handle(), text(Mode.LIVE), Duration.ofHours(1)));
        done(keys().revoke(boss, key.handle()));
        done(keys().revoke(boss, key.handle()));
        var handle = key.handle();
        assertThat(scene.done(feed.read(boss.who().account(), from, 9)).entries())
                .extracting(FeedEntry::event)
                .containsExactly(
                        new FeedEvent.KeyAdded(handle),
                        new FeedEvent.KeyRotated(handle),
                        new FeedEvent.KeyRevoked(handle));
    }

    @Test
    void a_label_is_changed_and_nothing_else() {
        var text = text(Mode.LIVE);
        var key = added(text);
        var changed = done(keys().relabel(boss, key.handle(), "night shift"));
        assertThat(changed)
                .isEqualTo(new ApiKey(
                        key.handle(),
                        key.holder().labelled("night shift"),
                        key.limits(),
                        "night shift",
                        key.hint(),
                        key.life()));
        assertThat(list(boss)).contains(changed);
        assertThat(holder(text)).hasValue(changed.holder());
        scene.store().reopen();
        assertThat(holder(text)).hasValue(changed.holder());
    }

    @Test
    void pages_show_each_key_once_newest_first() {
        for (int i = 0; i < 5; i++) added(i % 2 == 0 ? Mode.LIVE : Mode.TEST, text(Mode.LIVE));
        var account = boss.who().account();
        var all = new ArrayList<ApiKey>();
        Cursor next = null;
        do {
            var page = scene.done(keys().list(account, next, 2));
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
            all.addAll(page.entries());
            next = page.next();
        } while (next != null);
        assertThat(all).isEqualTo(list(boss)).hasSize(6);
    }

    @Test
    void a_place_that_was_never_given_out_is_refused() {
        assertThatThrownBy(
                        () -> scene.done(keys().list(boss.who().account(), new Cursor("00x"), 2)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UnknownCursor.class);
    }

    @Test
    void an_owner_at_the_machine_is_let_in_until_the_store_is_closed() {
        var text = text(Mode.LIVE);
        var owner = scene.done(scene.store().accounts().admitOwner(text));
        assertThat(holder(text)).contains(owner);
        assertThat(owner.scopes()).isEqualTo(Scope.ALL);
        assertThat(done(adding(new Actor(owner, "req-5"), Mode.LIVE, Scope.ALL))
                        .holder()
                        .account())
                .isEqualTo(owner.account());
        scene.store().reopen();
        assertThat(holder(text)).isEmpty();
    }
}
