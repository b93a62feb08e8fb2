package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

class FullDiskTest {
    private static final int SOME = 25;
    private static final int PICTURES = 8;

    /** Longer than the last of the pictures takes. */
    private static final Duration FULL_FOR = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    /** Both where the machine permits, and the one that needs no permission anywhere. */
    static Stream<Disk> disks(@TempDir Path scratch) throws IOException {
        if (SmallDisk.isPossible(scratch)) return Stream.of(new SmallDisk(), new SizeLimit());
        System.out.println("* no small disk: this machine lets nobody mount one (unshare -rm)");
        return Stream.of(new SizeLimit());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disks")
    void refuses_submits_lets_reads_go_on_and_takes_all_again_when_there_is_room(Disk disk)
            throws IOException {
        var stage = disk.stage(folder.resolve("data"));
        try (var server = new ServerProcess(folder, stage, "--slots", "64");
                var history = new History(folder.resolve("history"))) {
            server.awaitReady();
            var api = new Api(server.port);
            var load = new Load(api, history, Load.QUICK);
            var address = api.addressOfAFile(load.plant("succeed"));
            var bytes = api.file(address);
            var running = load.plant("hang");
            List<String> pictures;
            try (var _ = new Meanwhile(load::run, 1)) {
                load.awaitAccepted(SOME);
                pictures = plantPictures(api, load);
                disk.fill(server);
                load.awaitRefused(SOME);
            }

            long begin = System.nanoTime();
            var book = api.data("get-credit-balance", "{}").orElseThrow();
            while (System.nanoTime() - begin < FULL_FOR.toNanos()) {
                disk.fill(server);
                assertThatASubmitIsRefused(api, disk);
                assertThat(api.isReady())
                        .as("ready while nothing can be written")
                        .isFalse();
                assertThat(api.status(running)).isEqualTo("PROCESSING");
                assertThat(api.data("list-tasks", "{}")).isPresent();
                assertThat(api.file(address)).isEqualTo(bytes);
            }
            assertThat(api.data("get-credit-balance", "{}")).contains(book);

            disk.makeRoom(server);
            Patience.until("it is ready again", api::isReady);
            load.repeatUnknown();
            try (var _ = new Meanwhile(load::run, 2)) {
                load.awaitAccepted(SOME);
            }
            load.cancel(running);
            load.repeatUnknown();
            judge(api, history.read(), disk);
            for (var picture : pictures) assertThatItIsWhole(api, picture);
        }
        if (disk.staysBehind()) new FilesJudge(folder.resolve("data")).judge();
    }

    /** Each has bytes of its own, and most of them are made when there is no room for them. */
    private static List<String> plantPictures(Api api, Load load) {
        var session = api.data("create-session", "{}").orElseThrow();
        var pictures = new ArrayList<String>();
        for (int i = 1; i <= PICTURES; i++)
            pictures.add(load.plantPicture(session.get("sessionId").asString(), 1_000 + 100 * i));
        return pictures;
    }

    private static void assertThatASubmitIsRefused(Api api, Disk disk) {
        var answer = api.call("generate-tts", "{\"text\":\"x\"}", null).orElseThrow();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(disk.refusal());
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("statusCode").asInt()).isEqualTo(disk.refusal());
        assertThat(problem.get("code").asString())
                .isEqualTo(disk.refusal() == 507 ? "storage_full" : "storage_unavailable");
        assertThat(problem.get("charged").asBoolean()).isFalse();
        assertThat(problem.get("retryable").asBoolean()).isTrue();
    }

    private static void assertThatItIsWhole(Api api, String picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(api.file(api.addressOfAFile(picture))));
        assertThat(image).as("the picture of %s", picture).isNotNull();
        assertThat(image.getWidth()).isEqualTo(64);
    }

    private static void judge(Api api, List<String[]> history, Disk disk) {
        var judge = new HistoryJudge(api, history);
        judge.awaitTheEndOfAll();
        judge.judge();
        judge.judgeTheFiles();
        System.out.printf("* no room, by %s: %s%n", disk, judge);
    }
}
