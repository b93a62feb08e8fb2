package dev.safelight.core.worker;

import static dev.safelight.core.worker.Surroundings.lease;
import static dev.safelight.core.worker.Surroundings.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Preview;
import dev.safelight.testkit.simulation.ActingEngine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a run is given beside its job, and what remains of it. */
class RunFilesTest {
    private static final AssetId CLIP = new AssetId(new Id(9, 9));

    @TempDir
    Path folder;

    private Surroundings at;

    @BeforeEach
    void open() {
        at = new Surroundings(folder);
    }

    @AfterEach
    void kill() {
        at.close();
    }

    private interface Acting {
        void act(Path scratch) throws IOException;
    }

    private Job job() throws IOException {
        var blob = at.blobs.put(Content.of("hello".getBytes(StandardCharsets.UTF_8)));
        var file = new NewAsset(CLIP, blob, "video/mp4", "a.mp4", "{\"seconds\":4.5}");
        var asset = new Asset(file, new AccountId(1), Instant.EPOCH, null);
        return Surroundings.job(Surroundings.task(1)).with(List.of(asset));
    }

    private Execution begin(ActingEngine.Act act) throws IOException {
        var execution = at.execution(lease(1, 1), act);
        var job = job();
        at.inRun(() -> new Attempt(execution, job).render());
        return execution;
    }

    private List<String> left() throws IOException {
        var root = folder.resolve("scratch");
        if (!Files.exists(root)) return List.of();
        try (var files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static ActingEngine.Act inScratch(Acting acting) {
        return (job, run) -> {
            try {
                acting.act(run.scratch());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return made(1);
        };
    }

    @Nested
    class AFileOfTheInput {
        @Test
        void is_opened_with_what_is_known_of_it() throws IOException {
            var seen = new ArrayList<Object>();
            begin((job, run) -> {
                var file = run.file(CLIP.toString());
                seen.add(file.contentType());
                seen.add(file.facts().seconds());
                try (var bytes = Channels.newInputStream(file.open())) {
                    seen.add(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                return made(1);
            });
            assertThat(seen).containsExactly("video/mp4", 4.5, "hello");
            assertThat(left()).isEmpty();
        }

        @Test
        void has_a_path_for_programs_in_the_runs_own_folder() throws IOException {
            var seen = new ArrayList<Path>();
            begin((job, run) -> {
                try {
                    var path = run.file(CLIP.toString()).path();
                    assertThat(path).hasContent("hello").hasParent(run.scratch());
                    assertThat(run.file(CLIP.toString()).path()).isEqualTo(path);
                    seen.add(path);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                return made(1);
            });
            assertThat(at.store.asked()).containsExactly("complete");
            assertThat(seen).hasSize(1);
            assertThat(seen.getFirst()).doesNotExist();
        }

        @Test
        void that_the_input_does_not_name_is_not_there() throws IOException {
            begin((job, run) -> {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> run.file(new Id(1, 1).toString()));
                return made(1);
            });
            assertThat(at.store.asked()).containsExactly("complete");
        }
    }

    @Nested
    class TheScratchFolder {
        @Test
        void is_not_made_for_a_run_that_asks_for_none() throws IOException {
            begin((job, run) -> made(1));
            assertThat(folder.resolve("scratch")).doesNotExist();
        }

        @Test
        void is_there_while_it_runs_and_gone_with_all_in_it_at_its_end() throws IOException {
            var execution = begin((job, run) -> {
                try {
                    var inner = Files.createDirectories(run.scratch().resolve("a/b"));
                    Files.writeString(inner.resolve("c"), "d");
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                run.pause(Duration.ofHours(1));
                return made(1);
            });
            assertThat(left()).hasSize(1);
            execution.stop(StopReason.ENDED);
            at.letRun();
            assertThat(left()).isEmpty();
        }

        @Test
        void goes_when_the_engine_breaks() throws IOException {
            begin(inScratch(scratch -> {
                throw new IllegalStateException("broken");
            }));
            assertThat(at.store.asked()).containsExactly("fail ENGINE_CRASHED in passing");
            assertThat(left()).isEmpty();
        }

        @Test
        void may_hold_what_was_made_until_its_bytes_are_stored() throws IOException {
            begin((job, run) -> {
                try {
                    var file = Files.writeString(run.scratch().resolve("out"), "made");
                    var facts = JsonMapper.shared().createObjectNode();
                    var made = new MadeFile("text/plain", "a.txt", Content.of(file), facts);
                    return new Made(List.of(made), facts.deepCopy());
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
            assertThat(at.store.results.getFirst().assets().getFirst().blob().bytes())
                    .isEqualTo(4);
            assertThat(left()).isEmpty();
        }

        @Test
        void leaves_alone_what_a_link_in_it_points_to() throws IOException {
            var outside = Files.writeString(folder.resolve("outside"), "kept");
            var others = Files.createDirectory(folder.resolve("others"));
            Files.writeString(others.resolve("file"), "kept");
            begin(inScratch(scratch -> {
                Files.createSymbolicLink(scratch.resolve("one"), outside);
                Files.createSymbolicLink(scratch.resolve("two"), others);
            }));
            assertThat(left()).isEmpty();
            assertThat(outside).hasContent("kept");
            assertThat(others.resolve("file")).hasContent("kept");
        }

        @Test
        void that_an_earlier_process_left_is_swept() throws IOException {
            var scratch = new Scratch(folder.resolve("scratch"));
            scratch.sweep();
            Files.writeString(scratch.open(lease(7, 1)).resolve("leftover"), "x");
            scratch.sweep();
            assertThat(left()).isEmpty();
        }
    }

    @Nested
    class APreview {
        @Test
        void is_shown_while_it_runs_and_gone_afterwards() throws IOException {
            var picture = new Preview("image/png", new byte[] {1});
            begin((job, run) -> {
                run.preview(picture);
                run.pause(Duration.ofSeconds(1));
                return made(1);
            });
            assertThat(at.previews.of(Surroundings.task(1))).containsSame(picture);
            at.pass(Duration.ofSeconds(1));
            assertThat(at.store.asked()).containsExactly("complete");
            assertThat(at.previews.of(Surroundings.task(1))).isEmpty();
        }

        @Test
        void that_comes_after_the_stop_stops_the_run() throws IOException {
            var execution = begin((job, run) -> {
                at.runs.pause(Duration.ofHours(1), at.closing);
                run.preview(new Preview("image/png", new byte[] {1}));
                throw new AssertionError("it went on");
            });
            execution.stop(StopReason.ENDED);
            at.closing.complete(null);
            at.letRun();
            assertThat(at.store.asked()).containsExactly("stopped");
            assertThat(at.previews.of(Surroundings.task(1))).isEmpty();
        }
    }

    @Nested
    class CompanionsOfAResult {
        @Test
        void are_stored_and_named_beside_it_and_are_no_results() throws IOException {
            begin((job, run) -> {
                var facts = JsonMapper.shared().createObjectNode();
                var captions = new MadeFile(
                        "text/vtt", "a.vtt", Content.of(new byte[] {1, 2}), facts.deepCopy());
                var clip = new MadeFile(
                        "video/mp4",
                        "a.mp4",
                        Content.of(new byte[] {1}),
                        facts.deepCopy(),
                        List.of(captions));
                return new Made(List.of(clip), facts.deepCopy());
            });
            var result = at.store.results.getFirst();
            assertThat(result.output().assets()).hasSize(1);
            assertThat(result.files()).hasSize(2);
            var told = JsonMapper.shared().readTree(result.facts());
            var clip = result.assets().getFirst().id().toString();
            assertThat(told.get("files")).hasSize(1);
            assertThat(told.get("companions")).hasSize(1);
            var captions = told.get("companions").get(0);
            assertThat(captions.get("asset").asString())
                    .isEqualTo(result.companions().getFirst().id().toString());
            assertThat(captions.get("companionOf").asString()).isEqualTo(clip);
            assertThat(result.companions().getFirst().facts()).contains(clip);
        }
    }
}
