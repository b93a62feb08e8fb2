package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.outbound.HostileWay;
import dev.safelight.testkit.outbound.Receiver;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Webhooks while the wall clock of the machine, the server's and the receivers', is set. */
class WebhookClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    /** Enough ends that some are told before a jump and some after it. */
    private static final int SOME = 25;

    /** A minute, less what chance takes off; the fourth comes minutes after that. */
    private static final int LEAST_UNTIL_THE_THIRD = 48;

    @TempDir
    private Path folder;

    @Test
    void a_jump_of_a_day_repeats_nothing_and_dates_nothing_wrongly() throws IOException {
        var clock = WallClock.in(folder);
        try (var receiver = new UnreliableReceiver();
                var dead = Receiver.start(HostileWay.CLOSES_AFTER_THE_REQUEST);
                var server = new ServerProcess(folder, clock.stage(), "--dev")) {
            server.awaitReady();
            var hooks = new HookApi(server.port);
            hooks.cancel(hooks.hanging(dead.url()));
            var api = new Api(server.port, receiver.introduce(new Api(server.port)));
            var load = new WebhookLoad(api, receiver.url(ToldTarget.CALLBACK));
            Patience.until("it is tried a second time", () -> dead.accepted() == 2);
            long second = System.nanoTime();

            var before = Duration.ZERO;
            for (var ahead : new Duration[] {DAY, Duration.ZERO, DAY.negated(), Duration.ZERO}) {
                try (var _ = new Meanwhile(load::run, ahead.toHours())) {
                    awaitTold(receiver);
                    receiver.setClocks(before, ahead);
                    clock.set(ahead);
                    WallClock.awaitShown(api, ahead);
                    awaitTold(receiver);
                    receiver.setClocks(ahead);
                    awaitTold(receiver);
                }
                before = ahead;
            }
            var judge = new WebhookJudge(api, load.acknowledged, receiver);
            judge.judge(1);
            assertThat(judge.mostAttempts()).isLessThanOrEqualTo(2);
            long since = Duration.ofNanos(System.nanoTime() - second).toSeconds();
            assertThat(dead.accepted())
                    .as("tries of what fails, %d s after the second", since)
                    .isLessThanOrEqualTo(since < LEAST_UNTIL_THE_THIRD ? 2 : 3);
            System.out.printf("* clock jumps beside webhooks: %s%n", judge);
        }
    }

    private static void awaitTold(UnreliableReceiver receiver) {
        int told = receiver.arrived.size();
        Patience.until("more is told", () -> receiver.arrived.size() >= told + SOME);
    }
}
