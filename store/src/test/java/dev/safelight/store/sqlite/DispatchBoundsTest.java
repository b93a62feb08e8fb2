package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.simulation.Receivers;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** That nobody who hangs is in anybody else's way, and that who asks for peace gets it. */
class DispatchBoundsTest extends DispatchSituation {
    private static final String BOBS = "https://bob.example/hook";

    private void hangEverywhere(int receiversOfHers) {
        for (int i = 0; i < receiversOfHers; i++) {
            var url = "https://bad" + i + ".example/";
            receivers.hangs(url);
            for (int n = 0; n < 4; n++) ended(Order.by(ann).telling(url));
        }
        settle();
    }

    @Nested
    class AnAccountWhoseReceiversAllHang {
        @Test
        void leaves_places_to_others() {
            hangEverywhere(14);
            assertThat(receivers.received()).hasSize(LIMITS.ofAccount());
            var bob = scene.account(100);
            receivers.hangs(BOBS);
            for (int i = 0; i < 3; i++) ended(Order.by(bob).telling(BOBS));
            settle();
            assertThat(receivers.hanging(BOBS)).isEqualTo(1);
        }

        @Test
        void is_told_all_of_it_once_they_answer() {
            for (int i = 0; i < 14; i++) endpoint("https://bad" + i + ".example/");
            receivers.allAnswer(parcel -> new CompletableFuture<>());
            for (int i = 0; i < 14; i++) receivers.hangs("https://bad" + i + ".example/");
            ended(40);
            settle();
            assertThat(receivers.received()).hasSize(LIMITS.ofAccount());
            for (int i = 0; i < 14; i++) receivers.answers("https://bad" + i + ".example/", 200);
            for (int i = 0; i < 14; i++) receivers.letGo("https://bad" + i + ".example/", 200);
            settle();
            assertThat(states()).hasSize(560).containsOnly(Delivery.State.DELIVERED);
        }
    }

    @Nested
    class ManyLinesThatAreDueAtAStart {
        private static final int ACCOUNTS = 40;
        private static final int ENDPOINTS = 50;
        private static final int EVENTS = 3;

        private void isDue() {
            for (int i = 0; i < ACCOUNTS; i++) {
                var who = scene.account(100);
                for (int n = 0; n < ENDPOINTS; n++) endpoint(who, url(i, n));
                for (int n = 0; n < EVENTS; n++) ended(Order.by(who));
            }
        }

        private static String url(int account, int endpoint) {
            return "https://h" + account + "-" + endpoint + ".example/";
        }

        private long delivered() {
            var count = new AtomicLong();
            harness.onWriter(
                    db -> count.set(db.number("SELECT count(*) FROM delivery WHERE state=1")));
            return count.get();
        }

        @Test
        void have_few_payloads_in_memory_and_are_all_told() {
            var hanging = new ArrayDeque<CompletableFuture<Answered>>();
            receivers.allAnswer(parcel -> {
                hanging.add(new CompletableFuture<>());
                return hanging.getLast();
            });
            isDue();
            settle();
            restart();
            settle();
            // One that ends leaves a place, for which all lines are looked into.
            hanging.getLast().complete(Receivers.status(503));
            settle();
            assertThat(dispatch.readAhead()).isBetween(1, ACCOUNTS * ENDPOINTS);
            receivers.allAnswer(parcel -> CompletableFuture.completedFuture(Receivers.status(204)));
            restart();
            pass(Duration.ofMinutes(1));
            assertThat(dispatch.readAhead()).isZero();
            assertThat(delivered()).isEqualTo(ACCOUNTS * ENDPOINTS * EVENTS);
        }
    }

    @Nested
    class AHostThatHangs {
        @Test
        void is_soon_out_of_the_way_of_its_owners_other_callbacks_however_little_waits() {
            receivers.hangs(BAD);
            for (int i = 0; i < 20; i++) ended(Order.by(ann).telling(BAD));
            settle();
            ended(Order.by(ann).telling(GOOD));
            pass(Duration.ofSeconds(3));
            assertThat(receivers.received(GOOD)).hasSize(1);
            receivers.answers(BAD, 200);
            receivers.letGo(BAD, 200);
            pass(Duration.ofMinutes(1));
            assertThat(states()).containsOnly(Delivery.State.DELIVERED);
        }
    }

    @Nested
    class AReceiverThatAsksToBeLeftAlone {
        private void asksFor(Duration peace) {
            var answer = new Answered.Status(429, Duration.ZERO, peace, "");
            receivers.answers(BAD, parcel -> CompletableFuture.completedFuture(answer));
            endpoint(BAD);
            ended(1);
            settle();
            receivers.answers(BAD, 200);
            ended(1);
        }

        @Test
        void is_sent_nothing_else_meanwhile() {
            asksFor(Duration.ofMinutes(10));
            pass(Duration.ofMinutes(9));
            assertThat(receivers.received()).hasSize(1);
            pass(Duration.ofMinutes(2));
            assertThat(receivers.received()).hasSize(3);
        }

        @Test
        void is_not_left_alone_for_longer_than_an_hour() {
            asksFor(Duration.ofDays(1));
            pass(Duration.ofMinutes(61));
            assertThat(receivers.received()).hasSize(2);
        }
    }
}
