package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.tool.ToolName;
import dev.safelight.core.upload.UploadVerdict;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;

/** What goes with a file in a list, and what is not done any more once it has ended. */
abstract class FileEndContract extends FileSituation {
    @Nested
    class APage {
        @Test
        void ends_early_where_transcripts_are_long() {
            for (int i = 0; i < 5; i++) brought(ann, wish(false, "x".repeat(900_000)), 1);
            var page = scene.done(files().list(ann.account(), null, null, 10));
            assertThat(page.files()).hasSize(2);
            assertThat(page.next()).isNotNull();
            var second = scene.done(files().list(ann.account(), null, page.next(), 10));
            assertThat(second.files()).hasSize(2).doesNotContainAnyElementsOf(page.files());
            var last = scene.done(files().list(ann.account(), null, second.next(), 10));
            assertThat(last.files()).hasSize(1);
            assertThat(last.next()).isNull();
        }
    }

    @Nested
    class WhatMadeAFile {
        @Test
        void is_known_with_it() {
            var made = whole(made(ann, 1).getFirst().id());
            var maker = Objects.requireNonNull(made.maker());
            assertThat(maker.task().id()).isEqualTo(made.asset().maker());
            assertThat(maker.tool()).isEqualTo(ToolName.GENERATE_IMAGE);
            assertThat(maker.model()).isEqualTo("model-1");
            assertThat(whole(brought(ann)).maker()).isNull();
        }
    }

    @Nested
    class OneThatHasExpired {
        @Test
        void is_not_changed_swept_or_not() {
            var file = brought(ann, wish(true), 3);
            scene.pass(Duration.ofDays(1));
            int before = told(ann).size();
            var preview = scene.id();
            assertThat(scene.done(files().showPublicly(ann.account(), file, preview)))
                    .isEmpty();
            assertThat(scene.done(files().archive(ann.account(), file))).isEmpty();
            scene.done(uploads().expire(time.instant(), 10));
            assertThat(scene.done(files().showPublicly(ann.account(), file, preview)))
                    .isEmpty();
            assertThat(scene.done(files().hide(ann.account(), file))).isEmpty();
            assertThat(told(ann)).hasSize(before);
            assertThat(whole(file).state().preview()).isNull();
            assertThat(whole(file).state().archived()).isFalse();
        }

        @Test
        void is_told_to_whoever_keeps_it_in_memory() {
            var changed = new ArrayList<AssetId>();
            files().onChanged(changed::add);
            var file = brought(ann, wish(true), 3);
            scene.pass(Duration.ofDays(1));
            scene.done(uploads().expire(time.instant(), 10));
            assertThat(changed).containsExactly(file);
        }
    }

    @Nested
    class AnArchivedUpload {
        @Test
        void is_gone_and_has_left_its_place_and_takes_no_bytes() {
            var waiting = begun(ann);
            for (int i = 1; i < MOST_PENDING; i++) begun(ann);
            var ended = scene.done(files().archive(ann.account(), waiting.id())).orElseThrow();
            var upload = ((StoredFile.Missing) ended).upload();
            assertThat(upload.what()).isEqualTo(waiting);
            assertThat(upload.isOpen(time.instant())).isFalse();
            begun(ann);
            assertThat(finish(waiting.id(), received(1))).isInstanceOf(UploadVerdict.NotOpen.class);
            assertThat(scene.done(files().find(ann.account(), waiting.id()))).isEmpty();
        }

        @Test
        void may_have_been_refused() {
            var refused = begun(ann).id();
            scene.done(uploads().refuse(refused, DAMAGED));
            var ended = scene.done(files().archive(ann.account(), refused)).orElseThrow();
            assertThat(((StoredFile.Missing) ended).upload().refused()).isEqualTo(DAMAGED);
            assertThat(scene.done(files().find(ann.account(), refused))).isEmpty();
        }

        @Test
        void is_nobody_elses() {
            var waiting = begun(ann).id();
            var bob = scene.account(0);
            assertThat(scene.done(files().archive(bob.account(), waiting))).isEmpty();
            assertThat(scene.done(uploads().find(waiting))).isPresent();
        }
    }
}
