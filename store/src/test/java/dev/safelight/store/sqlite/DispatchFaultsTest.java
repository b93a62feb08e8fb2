package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.StoreFault;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.testkit.simulation.PlainForm;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** What nothing that goes wrong beside the receiver does: lose, repeat, or hold up the others. */
class DispatchFaultsTest extends DispatchSituation {

    @Nested
    class WhileSomethingIsRead {
        @Test
        void a_fault_of_another_write_forgets_nothing() {
            endpoint(BAD);
            receivers.hangs(BAD);
            deliveries.linedUp = new CompletableFuture<>();
            ended(6);
            settle();
            deliveries.fresh = new CompletableFuture<>();
            ended(1);
            settle();
            deliveries.linedUp.completeExceptionally(
                    new StoreFault(StoreFault.Kind.BUSY, "too much waits"));
            settle();
            deliveries.linedUp = CompletableFuture.completedFuture(null);
            deliveries.fresh.complete(null);
            settle();
            receivers.answers(BAD, 200);
            receivers.letGo(BAD, 200);
            pass(Duration.ofSeconds(5));
            assertThat(states()).hasSize(7).containsOnly(Delivery.State.DELIVERED);
            assertThat(ids(receivers.received())).doesNotHaveDuplicates();
        }

        @Test
        void an_attempt_that_fails_is_not_repeated_by_what_the_read_shows() {
            endpoint(BAD);
            receivers.answers(BAD, 500);
            ended(1);
            settle();
            receivers.hangs(BAD);
            pass(Duration.ofSeconds(7));
            assertThat(receivers.hanging(BAD)).isEqualTo(1);
            deliveries.due = new CompletableFuture<>();
            ended(1);
            settle();
            receivers.letGo(BAD, 500);
            settle();
            deliveries.due.complete(null);
            pass(Duration.ofSeconds(20));
            assertThat(receivers.received()).hasSize(3);
            assertThat(Set.copyOf(ids(receivers.received()))).hasSize(2);
        }
    }

    @Nested
    class OneThatCannotBeWorded {
        private Predicate<Delivery> isUnsayable = delivery -> false;

        /** Throws at once, as something unforeseen does. */
        private void begin(Predicate<Delivery> unsayable) {
            isUnsayable = unsayable;
            form = new DeliveryForm() {
                private final DeliveryForm words = new PlainForm();

                @Override
                public CompletableFuture<String> body(Delivery delivery) {
                    if (isUnsayable.test(delivery)) throw new IllegalStateException("no word");
                    return words.body(delivery);
                }

                @Override
                public CompletableFuture<List<Parcel.Header>> headers(
                        Delivery delivery, String body, Moment at) {
                    return words.headers(delivery, body, at);
                }
            };
            DispatchFaultsTest.this.begin();
        }

        @Test
        void holds_up_nobody() {
            begin(delivery -> delivery.target().url().equals(BAD));
            endpoint(BAD);
            endpoint(GOOD);
            ended(5);
            settle();
            ended(5);
            settle();
            assertThat(receivers.received(GOOD)).hasSize(10);
            isUnsayable = delivery -> false;
            pass(Duration.ofMinutes(2));
            assertThat(receivers.received(BAD)).hasSize(10);
        }

        @Test
        void is_no_failure_of_its_receiver() {
            begin(delivery -> false);
            endpoint(BAD);
            taken();
            isUnsayable = delivery -> true;
            ended(1);
            settle();
            isUnsayable = delivery -> false;
            receivers.hangs(BAD);
            ended(8);
            pass(Duration.ofSeconds(1));
            assertThat(receivers.hanging(BAD)).isEqualTo(4);
        }
    }

    @Nested
    class ACourier {
        @Test
        void that_throws_is_an_attempt_without_an_answer() {
            endpoint(BAD);
            endpoint(GOOD);
            receivers.answers(BAD, parcel -> {
                throw new IllegalStateException("broken");
            });
            ended(1);
            settle();
            ended(1);
            settle();
            assertThat(receivers.received(GOOD)).hasSize(2);
            var sent = deliveries().stream()
                    .filter(each -> each.target().url().equals(BAD))
                    .toList();
            assertThat(done(harness.deliveries().attempts(sent.getFirst().place())))
                    .hasSize(1);
        }

        @Test
        void that_is_cut_off_at_the_end_is_no_attempt() {
            endpoint(BAD);
            receivers.hangs(BAD);
            ended(1);
            settle();
            var rested = dispatch.stop();
            receivers.letGo(BAD, new Answered.None(Duration.ZERO, "closed"));
            settle();
            assertThat(rested).isCompleted();
            var place = deliveries().getFirst().place();
            assertThat(done(harness.deliveries().attempts(place))).isEmpty();
            restart();
            receivers.answers(BAD, 200);
            settle();
            assertThat(states()).containsExactly(Delivery.State.DELIVERED);
        }
    }
}
