package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.account.KeyRules;
import dev.safelight.core.account.Sealing;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Texts and webhook secrets of keys that are exchanged for fresh ones. */
abstract class RotationContract extends AdministrationSituation {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Sealing NEXT = key -> new SealedSecret("next for " + key);

    private ApiKey rotate(ApiKey key, KeyText text, Duration grace) {
        return done(keys().rotate(boss, key.handle(), text, grace));
    }

    private List<String> secrets(KeyHandle key) {
        return scene.done(keys().secrets(key, SECRET, time.instant())).stream()
                .map(SealedSecret::text)
                .toList();
    }

    @Test
    void the_key_stays_the_same_and_the_old_text_dies_at_once() {
        var old = text(Mode.LIVE);
        var next = text(Mode.LIVE);
        var key = added(old);
        var ended = new ArrayList<KeyDigest>();
        scene.store().accounts().onEnded(ended::add);
        scene.pass(HOUR);
        var rotated = rotate(key, next, Duration.ZERO);
        assertThat(rotated.handle()).isEqualTo(key.handle());
        assertThat(rotated.holder()).isEqualTo(key.holder());
        assertThat(rotated.hint()).isEqualTo(next.hint());
        assertThat(rotated.life().rotated()).isEqualTo(time.instant());
        assertThat(ended).containsExactly(old.digest());
        for (int i = 0; i < 2; i++) {
            assertThat(holder(old)).isEmpty();
            assertThat(holder(next)).contains(key.holder());
            scene.store().reopen();
        }
    }

    @Test
    void the_old_text_goes_on_for_its_grace_to_the_millisecond_also_over_a_restart() {
        var old = text(Mode.LIVE);
        var next = text(Mode.LIVE);
        var key = added(old);
        rotate(key, next, HOUR);
        scene.store().reopen();
        scene.pass(HOUR.minusMillis(1));
        assertThat(holder(old)).contains(key.holder());
        scene.pass(Duration.ofMillis(1));
        assertThat(holder(old)).isEmpty();
        assertThat(holder(next)).contains(key.holder());
        scene.store().reopen();
        assertThat(holder(old)).isEmpty();
    }

    @Test
    void a_later_exchange_gives_no_text_more_time_and_may_take_it() {
        var texts = List.of(text(Mode.LIVE), text(Mode.LIVE), text(Mode.LIVE), text(Mode.LIVE));
        var key = added(texts.get(0));
        rotate(key, texts.get(1), HOUR);
        rotate(key, texts.get(2), HOUR.multipliedBy(2));
        scene.pass(HOUR);
        assertThat(holder(texts.get(0))).isEmpty();
        assertThat(holder(texts.get(1))).isPresent();
        rotate(key, texts.get(3), Duration.ZERO);
        for (int i = 0; i < 2; i++) {
            assertThat(texts.stream().filter(text -> holder(text).isPresent()))
                    .containsExactly(texts.get(3));
            scene.store().reopen();
        }
    }

    @Test
    void ten_texts_at_most_go_on_beside_the_one_in_use() {
        var key = added(text(Mode.LIVE));
        for (int i = 0; i < KeyRules.MOST_EARLIER_TEXTS; i++) rotate(key, text(Mode.LIVE), HOUR);
        refused(
                ActRefusal.TOO_MANY_TEXTS,
                keys().rotate(boss, key.handle(), text(Mode.LIVE), HOUR));
        rotate(key, text(Mode.LIVE), Duration.ZERO);
        rotate(key, text(Mode.LIVE), HOUR);
    }

    @Test
    void a_revoked_key_takes_the_texts_in_grace_along() {
        var old = text(Mode.LIVE);
        var next = text(Mode.LIVE);
        var key = added(old);
        rotate(key, next, HOUR);
        done(keys().revoke(boss, key.handle()));
        for (int i = 0; i < 2; i++) {
            assertThat(holder(old)).isEmpty();
            assertThat(holder(next)).isEmpty();
            scene.store().reopen();
        }
    }

    @Test
    void a_revoked_key_is_given_nothing_fresh() {
        var key = added(text(Mode.LIVE));
        done(keys().revoke(boss, key.handle()));
        refused(
                ActRefusal.KEY_REVOKED,
                keys().rotate(boss, key.handle(), text(Mode.LIVE), Duration.ZERO));
        refused(ActRefusal.KEY_REVOKED, keys().rotateSecret(boss, key.handle(), NEXT, HOUR));
    }

    @Test
    void nobody_has_a_text_shown_that_may_do_what_they_may_not() {
        var strong = done(adding(boss, Mode.LIVE, Scope.ALL));
        var admin = with(boss, EnumSet.of(Scope.ADMIN, Scope.READ, Scope.SUBMIT));
        refused(
                ActRefusal.SCOPE_NOT_HELD,
                keys().rotate(admin, strong.handle(), text(Mode.LIVE), Duration.ZERO));
        refused(ActRefusal.SCOPE_NOT_HELD, keys().rotateSecret(admin, strong.handle(), NEXT, HOUR));
        var usual = added(text(Mode.LIVE));
        done(keys().rotate(admin, usual.handle(), text(Mode.LIVE), Duration.ZERO));
    }

    @Test
    void an_earlier_secret_signs_beside_the_next_for_a_while() {
        var key = added(text(Mode.LIVE)).handle();
        assertThat(secrets(key)).containsExactly("sealed for " + key);
        done(keys().rotateSecret(boss, key, NEXT, HOUR));
        scene.store().reopen();
        assertThat(secrets(key)).containsExactly("next for " + key, "sealed for " + key);
        scene.pass(HOUR);
        assertThat(secrets(key)).containsExactly("next for " + key);
    }

    @Test
    void a_key_without_a_secret_gets_one_when_it_is_needed() {
        assertThat(scene.done(keys().haveSecrets())).isFalse();
        var first = list(boss).getFirst().handle();
        var asked = keys().secrets(first, SECRET, time.instant());
        var again = keys().secrets(first, NEXT, time.instant());
        assertThat(scene.done(asked))
                .extracting(SealedSecret::text)
                .containsExactly("sealed for " + first);
        assertThat(scene.done(again)).isEqualTo(asked.join());
        assertThat(scene.done(keys().haveSecrets())).isTrue();
        assertThat(secrets(new KeyHandle(scene.id()))).isEmpty();
    }
}
