package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.HeadInspector;
import dev.safelight.core.asset.FileInspector;
import dev.safelight.core.asset.Inspection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** One brings many files that take long to look into; WAVs stand for them here. */
class TwoAccountsTest extends Receiving {
    private static final int MANY = 50;
    private final Semaphore may = new Semaphore(0);
    private final AtomicInteger looks = new AtomicInteger();

    @BeforeEach
    void lookForLong() {
        server.hindrances.inspector = new FileInspector() {
            @Override
            public Inspection inspect(Path file) throws IOException {
                if (takesProgram(file)) {
                    looks.incrementAndGet();
                    may.acquireUninterruptibly();
                }
                return new HeadInspector().inspect(file);
            }

            @Override
            public boolean takesProgram(Path file) throws IOException {
                try (var in = Files.newInputStream(file)) {
                    return in.read() == 'R';
                }
            }
        };
    }

    private static CompletableFuture<HttpResponse<String>> begin(Client client, byte[] bytes) {
        return client.begin(client.request("/api/v1/assets")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    private List<CompletableFuture<HttpResponse<String>>> many() {
        var all = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int n = 0; n < MANY; n++) all.add(begin(client, Bytes.wav(900)));
        server.awaitAtLeast(programs(), looks::get);
        return all;
    }

    private int programs() {
        return limits().together().programs();
    }

    @Test
    void the_other_s_picture_is_taken_while_they_wait() {
        var all = many();
        assertThat(begin(server.stranger(), Bytes.png(900)).join().statusCode()).isEqualTo(200);
        assertThat(looks).hasValue(programs());
        may.release(MANY);
        assertThat(all).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
    }

    @Test
    void all_that_may_come_in_wait_for_their_turn() {
        var all = many();
        may.release(MANY);
        assertThat(all).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
    }
}
