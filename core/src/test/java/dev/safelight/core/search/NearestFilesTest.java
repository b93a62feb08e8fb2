package dev.safelight.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class NearestFilesTest {
    private static AssetId file(long number) {
        return new AssetId(new Id(number, 7));
    }

    private static FoundFile found(long number, double similarity) {
        return new FoundFile(file(number), similarity);
    }

    @Nested
    class TheRule {
        @Test
        void takes_the_greater_of_meaning_and_words() {
            assertThat(NearestFiles.rank(List.of(found(1, .5), found(2, .4)), List.of(file(2)), 9))
                    .containsExactly(found(2, 1), found(1, .5));
        }

        @Test
        void lets_the_more_recent_one_come_first_of_two_that_are_alike() {
            assertThat(NearestFiles.rank(
                            List.of(found(1, 0), found(3, .5), found(2, .5), found(4, 0)),
                            List.of(file(5), file(6)),
                            9))
                    .extracting(FoundFile::id)
                    .containsExactly(file(6), file(5), file(3), file(2), file(4), file(1));
        }

        @Test
        void keeps_the_limit() {
            assertThat(NearestFiles.rank(List.of(found(1, .9), found(2, .8)), List.of(file(3)), 2))
                    .containsExactly(found(3, 1), found(1, .9));
        }
    }

    @Nested
    class WhatIsShown {
        private final NearestFiles nearest = new NearestFiles(new float[] {1}, null, 2);

        private void show(long number, float near) {
            nearest.show(number, 7, near);
        }

        @Test
        void counts_by_the_nearest_passage_of_a_file() {
            show(1, .2f);
            show(1, .75f);
            show(1, .5f);
            show(2, .25f);
            assertThat(nearest.found()).containsExactlyInAnyOrder(found(1, .75), found(2, .25));
        }

        @Test
        void counts_for_nothing_when_it_is_less_than_unrelated() {
            show(1, -.5f);
            assertThat(nearest.found()).containsExactly(found(1, 0));
        }

        @Test
        void is_never_nearer_than_the_same() {
            show(1, 1.000_001f);
            assertThat(nearest.found()).containsExactly(found(1, 1));
        }

        @Test
        void is_kept_only_when_it_is_among_the_best() {
            for (int i = 1; i <= 100; i++) show(i, i % 10 / 16f);
            show(200, .5f);
            assertThat(nearest.found())
                    .containsExactlyInAnyOrder(found(99, 9 / 16.), found(89, 9 / 16.));
        }

        @Test
        void is_kept_when_it_is_more_recent_and_as_unrelated() {
            for (int i = 1; i <= 5; i++) show(i, -i / 8f);
            assertThat(nearest.found()).containsExactlyInAnyOrder(found(5, 0), found(4, 0));
        }

        @Test
        void can_be_taken_back_and_leaves_room() {
            show(1, .5f);
            show(2, .75f);
            show(3, .25f);
            nearest.forget(Set.of(file(2).id()));
            show(4, .125f);
            assertThat(nearest.found()).containsExactlyInAnyOrder(found(1, .5), found(4, .125));
        }
    }

    @Test
    void of_another_key_nothing_is_wanted() {
        var ofKey = new NearestFiles(new float[] {1}, new KeyId(4), 2);
        assertThat(ofKey.wants(4)).isTrue();
        assertThat(ofKey.wants(5)).isFalse();
        assertThat(ofKey.wants(NearestFiles.NO_KEY)).isFalse();
        assertThat(new NearestFiles(new float[] {1}, null, 2).wants(NearestFiles.NO_KEY))
                .isTrue();
    }
}
