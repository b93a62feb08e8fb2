package dev.safelight.app.proof;

import static dev.safelight.app.proof.GoodReceivers.COUNTED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.outbound.Conduct;
import dev.safelight.testkit.outbound.HostileWay;
import dev.safelight.testkit.outbound.Receiver;
import dev.safelight.testkit.outbound.SelfMadeAuthority;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What good receivers notice of hostile ones in their own account. */
class HostileDeliveriesTest {
    private static final boolean FULL = Boolean.getBoolean("safelight.full");
    private static final int HOSTILE = FULL ? 80 : HostileWay.values().length;

    /** So many more with foreign certificates, whose names hang, and who take each first one. */
    private static final int OF_OTHER_KINDS = FULL ? 10 : 3;

    /** How often each hostile one is called while it is counted. */
    private static final int CALLS = 4;

    /** To one hostile callback: more than are sent to one host at once. */
    private static final int TASKS_EACH = 6;

    /** On each connection. */
    private static final Conduct TAKES_THE_FIRST =
            HostileWay.answering("HTTP/1.1 204 No Content\r\n\r\n", HostileWay.ANSWERS_NOTHING);

    @TempDir
    private Path folder;

    private GoodReceivers good;
    private final List<Receiver> hostile = new ArrayList<>();
    private final List<Receiver> hanging = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        good = new GoodReceivers(folder, HangingNames.STAGE);
    }

    @AfterEach
    void stop() {
        good.close();
        hostile.forEach(Receiver::close);
        hanging.forEach(Receiver::close);
    }

    @Test
    void good_ones_wait_at_most_a_second_longer() throws IOException {
        var alone = good.delays().until(COUNTED);
        beginHostile();
        var beside = good.delays().until(COUNTED);
        var later = good.delays();
        Patience.until("each is called again and again", () -> {
            later.count();
            return later.counted() >= COUNTED && isEachCalled();
        });
        assertThat(hanging).allMatch(receiver -> receiver.accepted() == 0, "its name hangs");
        System.out.printf(
                "* p99 of %d deliveries alone: %s; of the next %d beside %d hostile receivers: %s;"
                        + " of %d after them: %s%n",
                2 * alone.counted(),
                alone.words(),
                2 * beside.counted(),
                HOSTILE + 3 * OF_OTHER_KINDS,
                beside.words(),
                2 * later.counted(),
                later.words());
        GoodReceivers.assertNotMuchMore(beside, alone);
        GoodReceivers.assertNotMuchMore(later, alone);
    }

    private void beginHostile() throws IOException {
        var ways = HostileWay.values();
        for (int i = 0; i < HOSTILE; i++) {
            var receiver = Receiver.start(ways[i % ways.length]);
            hostile.add(receiver);
            tell(i, receiver.url());
        }
        var foreign = SelfMadeAuthority.in(folder).vouchedFor("localhost");
        for (int i = 0; i < OF_OTHER_KINDS; i++) {
            var receiver = Receiver.start(HostileWay.ANSWERS_NOTHING, foreign);
            hostile.add(receiver);
            tell(i, receiver.url("localhost"));
            beginUnreachable(i);
            var fickle = Receiver.start(TAKES_THE_FIRST);
            hostile.add(fickle);
            tell(i, fickle.url());
        }
    }

    /** Its name is found while it is named, and not when it is to be told. */
    private void beginUnreachable(int number) {
        var receiver = Receiver.start(HostileWay.ANSWERS_NOTHING);
        hanging.add(receiver);
        tell(number, receiver.url(HangingNames.name(number, isEndpoint(number) ? 1 : TASKS_EACH)));
    }

    /** Some of them are endpoints of the same account, the others its callbacks. */
    private static boolean isEndpoint(int number) {
        return number % 3 == 0;
    }

    private void tell(int number, String url) {
        if (isEndpoint(number)) good.api.endpoint(url, "tool_execution.cancelled");
        else
            Stream.generate(() -> good.api.hanging(url))
                    .limit(TASKS_EACH)
                    .toList()
                    .forEach(good.api::cancel);
    }

    private boolean isEachCalled() {
        return hostile.stream().allMatch(receiver -> receiver.accepted() >= CALLS);
    }
}
