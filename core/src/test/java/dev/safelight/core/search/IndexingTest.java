package dev.safelight.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class IndexingTest {
    private final MemoryIndex index = new MemoryIndex();
    private final Flat meaning = new Flat();
    private final Indexing indexing = new Indexing(index, meaning);
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    /** A step at the moment that the one before named. */
    private Duration step() {
        var next = indexing.step(now);
        var pause = Duration.between(now, next);
        now = next;
        return pause;
    }

    @Test
    void indexes_a_few_files_a_step_and_pauses_in_between() {
        for (int i = 0; i < Indexing.BATCH + 1; i++) index.store(i, "cat.png");
        assertThat(step()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
        assertThat(index.indexed()).hasSize(Indexing.BATCH);
        step();
        assertThat(index.indexed()).hasSize(Indexing.BATCH + 1);
        assertThat(step()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void keeps_whose_a_file_is_and_what_it_is_found_by() {
        index.store(3, "cat.png");
        step();
        var file = index.indexed().getFirst();
        assertThat(file.id()).isEqualTo(MemoryIndex.id(3));
        assertThat(file.account()).isEqualTo(MemoryIndex.ANN);
        assertThat(file.words()).containsExactlyInAnyOrder("cat", "png");
        assertThat(file.vectors().count(2)).isEqualTo(1);
    }

    @Test
    void asks_for_no_meaning_while_there_is_nothing() {
        for (int i = 0; i < 100; i++) step();
        assertThat(meaning.texts).isZero();
    }

    @Test
    void tells_the_meaning_once_a_minute_that_it_may_rest() {
        var end = now.plus(Duration.ofMinutes(10));
        while (now.isBefore(end)) step();
        assertThat(meaning.rests).isBetween(9, 11);
    }

    @Test
    void finds_by_words_alone_where_meanings_cannot_be_told_for_long() {
        index.store(1, "cat.png");
        meaning.isBroken = true;
        for (int attempt = 0; attempt < 4; attempt++) step();
        var file = index.indexed().getFirst();
        assertThat(file.words()).contains("cat");
        assertThat(file.vectors().count(2)).isZero();
    }

    @Test
    void begins_nothing_once_it_is_stopped() {
        index.store(1, "cat.png");
        indexing.stop();
        step();
        assertThat(index.indexed()).isEmpty();
    }

    @Test
    void tries_again_later_when_meanings_cannot_be_told_and_loses_nothing() {
        index.store(1, "cat.png");
        meaning.isBroken = true;
        assertThat(step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(index.indexed()).isEmpty();
        meaning.isBroken = false;
        step();
        assertThat(index.indexed()).hasSize(1);
    }
}
