package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.simulation.Receivers;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;

/** How deliveries leave, attempt by attempt. */
class DispatchTest extends DispatchSituation {

    @Test
    void an_end_is_told_at_once_to_all_who_want_to_know() {
        endpoint(GOOD);
        endpoint(BAD);
        ended(Order.by(ann).telling("https://caller.example/own"));
        settle();
        assertThat(receivers.received())
                .extracting(Parcel::url)
                .containsExactlyInAnyOrder(GOOD, BAD, "https://caller.example/own");
        assertThat(ids(receivers.received())).doesNotHaveDuplicates();
        assertThat(states()).containsOnly(Delivery.State.DELIVERED);
        var attempts =
                done(harness.deliveries().attempts(deliveries().getFirst().place()));
        assertThat(attempts)
                .containsExactly(new Attempt(time.instant(), 204, Duration.ofMillis(5), ""));
    }

    @Test
    void its_timestamp_is_the_walls_and_its_times_are_the_steady_clocks() {
        endpoint(GOOD);
        ended(1);
        settle();
        var stamp = Receivers.header(receivers.received().getFirst(), "webhook-timestamp");
        assertThat(stamp).isEqualTo("" + wall.instant().getEpochSecond());
    }

    @Test
    void a_failure_is_repeated_by_the_schedule_with_one_id_and_the_same_bytes_until_given_up() {
        endpoint(BAD);
        receivers.answers(BAD, 500);
        ended(1);
        settle();
        assertThat(receivers.received()).hasSize(1);
        pass(Duration.ofSeconds(7));
        assertThat(receivers.received()).hasSize(2);
        pass(Duration.ofDays(4));
        assertThat(receivers.received()).hasSize(11);
        assertThat(new HashSet<>(ids(receivers.received()))).hasSize(1);
        assertThat(receivers.received())
                .extracting(Parcel::body)
                .containsOnly(receivers.received().getFirst().body());
        assertThat(states()).containsExactly(Delivery.State.FAILED);
    }

    @Test
    void what_was_under_way_at_a_kill_is_sent_again_with_the_same_id_and_bytes() {
        endpoint(BAD);
        taken();
        receivers.hangs(BAD);
        ended(3);
        settle();
        assertThat(receivers.hanging(BAD)).isEqualTo(3);
        restart();
        receivers.answers(BAD, 200);
        settle();
        assertThat(states()).containsOnly(Delivery.State.DELIVERED);
        var byId = new HashSet<String>();
        receivers
                .received()
                .forEach(
                        each -> byId.add(Receivers.header(each, "webhook-id") + " " + each.body()));
        assertThat(byId).hasSize(1 + 3);
        assertThat(receivers.received()).hasSize(1 + 3 + 3);
    }

    @Test
    void what_waits_for_a_second_try_at_a_kill_is_tried_when_it_is_due() {
        endpoint(BAD);
        receivers.answers(BAD, 503);
        ended(1);
        settle();
        restart();
        receivers.answers(BAD, 200);
        settle();
        assertThat(receivers.received()).hasSize(1);
        pass(Duration.ofSeconds(31));
        assertThat(states()).containsExactly(Delivery.State.DELIVERED);
    }

    @Nested
    class AReceiverThatHangs {
        @Test
        void has_four_attempts_under_way_and_is_in_nobodys_way() {
            endpoint(BAD);
            endpoint(GOOD);
            taken();
            receivers.hangs(BAD);
            ended(40);
            settle();
            assertThat(receivers.hanging(BAD)).isEqualTo(4);
            assertThat(receivers.received(GOOD)).hasSize(1 + 40);
        }

        @Test
        void has_one_before_it_has_ever_taken_anything() {
            endpoint(BAD);
            receivers.hangs(BAD);
            ended(40);
            settle();
            assertThat(receivers.hanging(BAD)).isEqualTo(1);
            receivers.letGo(BAD, 200);
            settle();
            assertThat(receivers.hanging(BAD)).isEqualTo(4);
        }

        @Test
        void has_one_after_a_failure_until_a_success() {
            endpoint(BAD);
            receivers.hangs(BAD);
            ended(40);
            settle();
            receivers.letGo(BAD, 500);
            pass(Duration.ofSeconds(1));
            assertThat(receivers.hanging(BAD)).isEqualTo(1);
            receivers.letGo(BAD, 200);
            settle();
            assertThat(receivers.hanging(BAD)).isEqualTo(4);
        }

        @Test
        void holds_its_owners_callbacks_to_other_hosts_up_for_a_moment_only() {
            ended(Order.by(ann).telling(BAD));
            settle();
            receivers.hangs(BAD);
            for (int i = 0; i < 6; i++) ended(Order.by(ann).telling(BAD));
            settle();
            for (int i = 0; i < 3; i++) ended(Order.by(ann).telling(GOOD));
            pass(Duration.ofMillis(400));
            assertThat(receivers.received(GOOD)).hasSize(3);
            assertThat(receivers.hanging(BAD)).isEqualTo(4);
            receivers.answers(BAD, 200);
            receivers.letGo(BAD, 200);
            pass(Duration.ofSeconds(3));
            assertThat(receivers.received(BAD)).hasSize(1 + 6);
        }

        @Test
        void for_no_time_worth_mentioning_is_sent_all_its_callbacks_at_once() {
            receivers.hangs(GOOD);
            for (int i = 0; i < 90; i++) ended(Order.by(ann).telling(GOOD));
            settle();
            while (receivers.hanging(GOOD) > 0) {
                receivers.letGo(GOOD, 200);
                settle();
            }
            assertThat(states()).containsOnly(Delivery.State.DELIVERED);
        }

        @Test
        void together_with_others_has_half_of_its_owners_room_though_all_took_something_before() {
            for (int i = 0; i < 5; i++) endpoint("https://bad" + i + ".example/");
            taken();
            for (int i = 0; i < 5; i++) receivers.hangs("https://bad" + i + ".example/");
            ended(4);
            settle();
            assertThat(receivers.received()).hasSize(5 + LIMITS.ofAccount() / 2);
            for (int each = 0; each < 20; each++) {
                receivers.letGo("https://bad" + each % 5 + ".example/", 200);
                settle();
            }
            assertThat(receivers.received()).hasSize(5 + 20);
        }
    }

    @Nested
    class AReceiverThatRefusesAtOnce {
        @Test
        void costs_few_steps_however_much_waits_for_it() {
            endpoint(BAD);
            receivers.answers(BAD, 500);
            ended(300);
            settle();
            int before = steps;
            pass(Duration.ofMinutes(2));
            assertThat(steps - before).isLessThan(200);
            assertThat(receivers.received(BAD)).hasSizeLessThan(30);
        }

        @Test
        void gets_all_of_it_once_it_takes_one() {
            endpoint(BAD);
            receivers.answers(BAD, 500);
            ended(100);
            pass(Duration.ofMinutes(1));
            receivers.answers(BAD, 200);
            pass(Duration.ofHours(3));
            assertThat(states()).containsOnly(Delivery.State.DELIVERED);
        }

        @Test
        void whose_owner_has_callbacks_at_other_hosts_is_in_their_way_for_a_while_only() {
            receivers.answers(BAD, 500);
            for (int i = 0; i < 60; i++) ended(Order.by(ann).telling(BAD));
            ended(Order.by(ann).telling(GOOD));
            pass(Duration.ofMinutes(1));
            assertThat(receivers.received(GOOD)).hasSize(1);
            var bob = scene.account(100);
            ended(Order.by(bob).telling("https://bob.example/"));
            settle();
            assertThat(receivers.received("https://bob.example/")).hasSize(1);
        }
    }

    @Nested
    class AnEndpoint {
        @Test
        void that_is_gone_is_disabled_and_hears_nothing_more() {
            var endpoint = endpoint(BAD);
            receivers.answers(BAD, 410);
            ended(1);
            settle();
            assertThat(found(endpoint).standing().reason()).isEqualTo(DisableReason.GONE);
            ended(3);
            pass(Duration.ofDays(1));
            assertThat(receivers.received()).hasSize(1);
        }

        @Test
        void that_was_deleted_gets_nothing_that_was_read_ahead() {
            var endpoint = endpoint(BAD);
            taken();
            receivers.hangs(BAD);
            ended(40);
            settle();
            done(harness.endpoints().set(ann.account(), endpoint, Endpoint.State.DELETED));
            receivers.letGo(BAD, 200);
            pass(Duration.ofMinutes(5));
            assertThat(receivers.received()).hasSize(1 + 4);
            assertThat(states()).filteredOn(Delivery.State.DROPPED::equals).hasSize(40);
        }

        @Test
        void that_fails_for_five_days_is_disabled_and_told_the_rest_once_it_is_enabled() {
            var endpoint = endpoint(BAD);
            receivers.answers(BAD, 500);
            for (int day = 0; day < 6; day++) {
                ended(1);
                pass(Duration.ofDays(1));
            }
            assertThat(found(endpoint).standing().reason()).isEqualTo(DisableReason.FAILING);
            receivers.answers(BAD, 200);
            done(harness.endpoints().set(ann.account(), endpoint, Endpoint.State.ACTIVE));
            pass(Duration.ofDays(2));
            assertThat(states())
                    .containsOnly(Delivery.State.DELIVERED, Delivery.State.FAILED)
                    .contains(Delivery.State.DELIVERED);
        }

        @Test
        void is_tested_and_told_again() {
            var endpoint = endpoint(GOOD);
            ended(1);
            settle();
            done(harness.deliveries().test(ann.account(), endpoint));
            settle();
            assertThat(receivers.received()).hasSize(2);
            done(harness.deliveries()
                    .replay(ann.account(), deliveries().getFirst().place()));
            pass(Duration.ofSeconds(1));
            assertThat(receivers.received()).hasSize(3);
            assertThat(receivers.received().getLast().body())
                    .isEqualTo(receivers.received().getFirst().body());
        }
    }
}
