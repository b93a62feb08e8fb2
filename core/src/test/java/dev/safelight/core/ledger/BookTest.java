package dev.safelight.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.safelight.core.id.Id;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

class BookTest {
    private static Credits credits(long amount) {
        return new Credits(amount);
    }

    private static Hold hold(long amount) {
        return new Hold(new Id(1, 2), credits(amount));
    }

    private static final Book HUNDRED = Book.EMPTY.after(Posting.grant(credits(100)));

    @Nested
    class WhileATaskIsPaidFor {
        private final Book held = HUNDRED.after(hold(80).place());

        @Test
        void a_hold_moves_credits_from_available_to_held() {
            assertThat(held).isEqualTo(new Book(-100, 20, 80, 0));
        }

        @Test
        void a_capture_spends_the_price_and_frees_the_rest() {
            assertThat(held.after(hold(80).capture(credits(50))))
                    .isEqualTo(new Book(-100, 50, 0, 50));
        }

        @Test
        void a_release_frees_all_of_it() {
            assertThat(held.after(hold(80).release())).isEqualTo(HUNDRED);
        }

        @Test
        void a_hold_cannot_be_resolved_twice() {
            var free = held.after(hold(80).release());
            assertThatIllegalStateException().isThrownBy(() -> free.after(hold(80).release()));
        }
    }

    @Nested
    class WhenCreditsAreShort {
        @Test
        void a_book_covers_what_is_available_to_the_last_credit() {
            assertThat(HUNDRED.covers(credits(100))).isTrue();
            assertThat(HUNDRED.covers(credits(101))).isFalse();
            assertThat(Book.EMPTY.covers(Credits.ZERO)).isTrue();
        }

        @Test
        void all_of_it_can_be_set_aside() {
            assertThat(HUNDRED.after(hold(100).place())).isEqualTo(new Book(-100, 0, 100, 0));
        }

        @Test
        void overdrawing_is_a_fault() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> HUNDRED.after(hold(101).place()));
        }
    }

    @Nested
    class APosting {
        @Test
        void sums_to_zero_or_does_not_exist() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Posting(Posting.Kind.GRANT, null, -5, 4, 0, 0));
        }

        @Test
        void never_charges_more_than_was_held() {
            assertThatIllegalArgumentException().isThrownBy(() -> hold(5).capture(credits(6)));
        }

        @Test
        void of_a_grant_adds_to_what_the_operator_owes() {
            var twice = HUNDRED.after(Posting.grant(credits(20)));
            assertThat(twice).isEqualTo(new Book(-120, 120, 0, 0));
        }

        @Test
        void is_stored_by_a_code_that_never_changes() {
            assertThat(List.of(Posting.Kind.values()).stream().map(Posting.Kind::code))
                    .containsExactly(0, 1, 2, 3);
        }

        @Test
        void may_be_about_nothing_at_all() {
            assertThat(HUNDRED.after(hold(0).place())).isEqualTo(HUNDRED);
            assertThat(credits(0)).isEqualTo(Credits.ZERO).hasToString("0");
        }

        @Test
        void is_never_about_a_negative_amount() {
            assertThatIllegalArgumentException().isThrownBy(() -> credits(-1));
        }
    }
}
