package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.dispatch.Dispatch;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.core.webhook.Parcel;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is told again, what cannot be worded, and how dispatch ends. */
class DispatchLaterTest extends DispatchSituation {

    @Nested
    class AReplaySinceAPlace {
        @Test
        void that_retention_overtakes_goes_on_behind_what_was_removed() {
            var from = done(harness.feed().end());
            taken();
            var endpoint = endpoint(GOOD);
            done(harness.replays().begin(ann.account(), endpoint, from));
            var mark = done(harness.feed().end());
            harness.removeLog(mark);
            settle();
            assertThat(done(harness.replays().underWay())).isEmpty();
            ended(1);
            settle();
            assertThat(receivers.received()).hasSize(1);
        }

        @Test
        void tells_what_was_told_and_what_never_was_each_once() {
            var from = done(harness.feed().end());
            ended(450);
            var endpoint = endpoint(GOOD);
            ended(10);
            settle();
            var told = ids(receivers.received());
            assertThat(told).hasSize(10);
            done(harness.replays().begin(ann.account(), endpoint, from));
            pass(Duration.ofSeconds(30));
            assertThat(receivers.received()).hasSize(10 + 460);
            assertThat(ids(receivers.received()).subList(10, 470))
                    .doesNotHaveDuplicates()
                    .containsAll(told);
            assertThat(done(harness.replays().underWay())).isEmpty();
        }

        @Test
        void goes_on_after_a_kill_and_waits_while_its_endpoint_takes_nothing() {
            var from = done(harness.feed().end());
            ended(900);
            var endpoint = endpoint(BAD);
            receivers.hangs(BAD);
            done(harness.replays().begin(ann.account(), endpoint, from));
            pass(Duration.ofMinutes(5));
            assertThat(deliveries()).hasSizeLessThan(600);
            restart();
            receivers.answers(BAD, 200);
            pass(Duration.ofMinutes(5));
            assertThat(states()).hasSize(900).containsOnly(Delivery.State.DELIVERED);
        }
    }

    @Nested
    class WhatCannotBeWorded {
        @Test
        void is_tried_again_later_and_loops_for_nobody() {
            var words = form;
            form = new DeliveryForm() {
                @Override
                public CompletableFuture<String> body(Delivery delivery) {
                    return wall.instant().isBefore(Instant.parse("2031-01-02T00:00:00Z"))
                            ? CompletableFuture.failedFuture(new IllegalStateException("no word"))
                            : words.body(delivery);
                }

                @Override
                public CompletableFuture<List<Parcel.Header>> headers(
                        Delivery delivery, String body, Moment at) {
                    return words.headers(delivery, body, at);
                }
            };
            begin();
            endpoint(GOOD);
            ended(20);
            int before = steps;
            pass(Duration.ofMinutes(10));
            assertThat(steps - before).isLessThan(2_000);
            assertThat(receivers.received()).isEmpty();
            wall.pass(Duration.ofDays(2));
            pass(Duration.ofMinutes(30));
            assertThat(states()).containsOnly(Delivery.State.DELIVERED);
        }
    }

    @Nested
    class AtItsEnd {
        @Test
        void no_attempt_is_begun_and_those_under_way_are_recorded() {
            endpoint(BAD);
            taken();
            receivers.hangs(BAD);
            ended(10);
            settle();
            var rested = dispatch.stop();
            settle();
            assertThat(rested).isNotDone();
            receivers.letGo(BAD, 200);
            settle();
            assertThat(rested).isCompleted();
            assertThat(receivers.received()).hasSize(5);
            assertThat(states()).filteredOn(Delivery.State.DELIVERED::equals).hasSize(5);
        }

        @Test
        void nothing_under_way_is_the_end() {
            Dispatch idle = dispatch;
            var rested = idle.stop();
            settle();
            assertThat(rested).isCompleted();
        }
    }
}
