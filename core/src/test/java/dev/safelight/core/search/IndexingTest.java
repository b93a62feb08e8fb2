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

    private void steps(int count) {
        for (int i = 0; i < count; i++) step();
    }

    @Test
    void indexes_a_few_files_a_step() {
        for (int i = 0; i < Indexing.BATCH + 1; i++) index.store(i, "cat.png");
        step();
        assertThat(index.byWords()).hasSize(Indexing.BATCH);
        steps(2);
        assertThat(index.byWords()).hasSize(Indexing.BATCH + 1);
        steps(4);
        assertThat(index.byMeaning()).hasSize(Indexing.BATCH + 1);
    }

    @Test
    void rests_for_as_long_as_it_worked_and_not_for_long() {
        index.store(1, "cat.png");
        assertThat(step()).isZero();
        now = now.plusMillis(700);
        assertThat(step()).isEqualTo(Duration.ofMillis(700));
        assertThat(step()).isZero();
        now = now.plus(Duration.ofHours(1));
        assertThat(step()).isEqualTo(Duration.ofSeconds(2));
        index.store(2, "dog.png");
        assertThat(step()).isZero();
        now = now.minus(Duration.ofHours(1));
        assertThat(step()).isBetween(Duration.ofMillis(1), Duration.ofMillis(100));
    }

    @Test
    void waits_for_a_while_when_there_is_nothing() {
        assertThat(step()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    @Test
    void adds_the_words_of_all_files_before_the_meaning_of_any() {
        for (int i = 0; i < 3 * Indexing.BATCH; i++) index.store(i, "cat.png");
        while (index.byMeaning().isEmpty()) step();
        assertThat(index.byWords()).hasSize(3 * Indexing.BATCH);
    }

    @Test
    void keeps_whose_a_file_is_and_what_it_is_found_by() {
        index.store(3, "cat.png");
        steps(3);
        var words = index.byWords().getFirst();
        assertThat(words.id()).isEqualTo(MemoryIndex.id(3));
        assertThat(words.account()).isEqualTo(MemoryIndex.ANN);
        assertThat(words.words()).containsExactlyInAnyOrder("cat", "png");
        var meaning = index.byMeaning().getFirst();
        assertThat(meaning.id()).isEqualTo(MemoryIndex.id(3));
        assertThat(meaning.vectors().count(2)).isEqualTo(1);
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
    void adds_words_at_once_while_meanings_cannot_be_told() {
        meaning.isBroken = true;
        for (int i = 0; i < 10 * Indexing.BATCH; i++) index.store(i, "cat.png");
        var begin = now;
        while (index.byWords().size() < 10 * Indexing.BATCH) step();
        assertThat(Duration.between(begin, now)).isLessThan(Duration.ofSeconds(5));
        assertThat(index.byMeaning()).isEmpty();
    }

    @Test
    void adds_every_meaning_once_it_can_be_told_and_tries_once_a_minute() {
        meaning.isBroken = true;
        for (int i = 0; i < 2 * Indexing.BATCH; i++) index.store(i, "cat.png");
        var end = now.plus(Duration.ofMinutes(10));
        while (now.isBefore(end)) step();
        assertThat(meaning.refused).isBetween(9, 11);
        meaning.isBroken = false;
        end = now.plus(Duration.ofMinutes(2));
        while (now.isBefore(end)) step();
        assertThat(index.byMeaning())
                .hasSize(2 * Indexing.BATCH)
                .allMatch(file -> file.vectors().count(2) == 1);
    }

    @Test
    void passes_over_a_file_whose_texts_cannot_be_read_and_no_other() {
        meaning.stumblesAt = "dog";
        index.store(1, "cat.png");
        index.store(2, "dog.png");
        index.store(3, "cat.png");
        steps(4);
        assertThat(index.byMeaning())
                .extracting(IndexedFile.ByMeaning::id)
                .containsExactly(MemoryIndex.id(1), MemoryIndex.id(3));
        assertThat(index.byWords()).hasSize(3);
    }

    @Test
    void loses_nothing_when_the_store_fails_for_long() {
        index.store(1, "cat.png");
        index.isBroken = true;
        for (int i = 0; i < 10; i++) assertThat(step()).isEqualTo(Duration.ofMinutes(1));
        index.isBroken = false;
        steps(3);
        assertThat(index.byWords()).hasSize(1);
        assertThat(index.byMeaning()).hasSize(1);
    }

    @Test
    void begins_nothing_once_it_is_stopped() {
        index.store(1, "cat.png");
        indexing.stop();
        step();
        assertThat(index.byWords()).isEmpty();
    }
}
