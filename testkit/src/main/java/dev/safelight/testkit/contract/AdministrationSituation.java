package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.NewApiKey;
import dev.safelight.core.account.Sealing;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.BeforeEach;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A live account whose holder looks after it, and a stranger with another one. */
abstract class AdministrationSituation extends StoreSituation {
    static final KeyLimits LIMITS = new KeyLimits(3, 40, 500);
    static final Sealing SECRET = key -> new SealedSecret("sealed for " + key);
    static final Set<Scope> USUAL = EnumSet.of(Scope.READ, Scope.SUBMIT);

    private final Random random = new Random(9);
    Actor boss;
    Actor stranger;

    @BeforeEach
    void open() {
        boss = new Actor(live("boss"), "req-1");
        stranger = new Actor(live("stranger"), "req-2");
    }

    private Principal live(String name) {
        var key = new NewKey(name, Mode.LIVE, text(Mode.LIVE), new Credits(9), LIMITS);
        return scene.done(scene.store().accounts().open(key));
    }

    Keys keys() {
        return scene.store().keys();
    }

    KeyText text(Mode mode) {
        return KeyText.mint(mode, random);
    }

    NewApiKey wanted(Mode mode, KeyText text, Set<Scope> scopes) {
        var start = new NewApiKey.Start(LIMITS, new Credits(70));
        var webhook = new NewApiKey.Webhook(SECRET, null);
        return new NewApiKey("robot", mode, scopes, text, start, webhook);
    }

    ApiKey added(Mode mode, KeyText text) {
        return done(keys().add(boss, boss.who().account(), wanted(mode, text, USUAL)));
    }

    ApiKey added(KeyText text) {
        return added(Mode.LIVE, text);
    }

    ActVerdict<ApiKey> adding(Actor by, Mode mode, Set<Scope> scopes) {
        return scene.done(keys().add(by, by.who().account(), wanted(mode, text(mode), scopes)));
    }

    <T> T done(CompletableFuture<ActVerdict<T>> act) {
        return done(scene.done(act));
    }

    static <T> T done(ActVerdict<T> verdict) {
        assertThat(verdict).isInstanceOf(ActVerdict.Done.class);
        return ((ActVerdict.Done<T>) verdict).value();
    }

    <T> void refused(ActRefusal why, CompletableFuture<ActVerdict<T>> act) {
        assertThat(scene.done(act)).isEqualTo(new ActVerdict.Refused<T>(why));
    }

    Optional<Principal> holder(KeyText text) {
        return scene.store().accounts().find(text.digest(), time.instant());
    }

    List<ApiKey> list(Actor by) {
        return scene.done(keys().list(by.who().account(), null, 100)).entries();
    }

    /** The same person with fewer scopes. */
    static Actor with(Actor actor, Set<Scope> scopes) {
        var who = actor.who();
        return new Actor(
                new Principal(
                        who.account(), who.key(), who.mode(), scopes, who.rates(), who.names()),
                actor.requestId());
    }
}
