package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.RawSocket;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sixty-four at once, against a quota that a few of them fill. */
class ManyAtOnceTest extends Receiving {
    private static final int MANY = 64;
    private static final int LENGTH = 300_000;
    private static final long QUOTA = 10L * LENGTH;

    /** As they come in chunks, nobody knows before that they are too much. */
    private CompletableFuture<HttpResponse<String>> begin(byte[] bytes) {
        return client.begin(client.request("/api/v1/assets")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build());
    }

    private static int status(CompletableFuture<HttpResponse<String>> answer) {
        return answer.join().statusCode();
    }

    @Nested
    class AgainstAQuota {
        @Test
        void never_store_more_than_it_and_none_is_cut_for_nothing() throws IOException {
            allow(QUOTA);
            var all = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int n = 0; n < MANY; n++) all.add(begin(Bytes.png(LENGTH)));
            assertThat(all).extracting(ManyAtOnceTest::status).containsOnly(200, 413);
            long stored = all.stream().filter(answer -> status(answer) == 200).count();
            assertThat(stored() + server.uploads.arriving(server.owner.account()))
                    .isEqualTo(stored * LENGTH)
                    .isLessThanOrEqualTo(QUOTA);
            nothingIsLeft();
            // What is left to the quota can be had: nothing was lost to those that were refused.
            for (long n = stored; n < 10; n++)
                assertThat(bring("", Bytes.png(LENGTH)).statusCode()).isEqualTo(200);
            assertThat(bring("", Bytes.png(99)).statusCode()).isEqualTo(413);
            assertThat(stored()).isEqualTo(QUOTA);
        }

        @Test
        void give_back_what_they_held_when_all_are_cut() throws IOException {
            allow(QUOTA);
            var sockets = halfSent(MANY, LENGTH / 10);
            assertThat(server.uploads.arriving(server.owner.account()))
                    .isEqualTo(MANY * (long) (LENGTH / 10));
            assertThat(halves()).hasSize(MANY);
            for (var socket : sockets) socket.close();
            nothingIsLeft();
            assertThat(bring("", Bytes.png((int) QUOTA)).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class OfOneAccount {
        @Test
        void are_as_many_as_it_may_have_and_others_have_places_still() throws IOException {
            var sockets = halfSent(MANY, 100);
            var refused = bring("", Bytes.png(99));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            var other = server.stranger()
                    .request("/api/v1/assets")
                    .POST(BodyPublishers.ofByteArray(Bytes.png(99)))
                    .build();
            assertThat(Client.send(other).statusCode()).isEqualTo(200);
            for (var socket : sockets) socket.close();
            nothingIsLeft();
        }
    }

    private List<RawSocket> halfSent(int many, int bytes) {
        var sockets = new ArrayList<RawSocket>();
        for (int n = 0; n < many; n++)
            sockets.add(socket().say("POST /api/v1/assets HTTP/1.1\r\nHost: x\r\nx-api-key: "
                            + client.key() + "\r\nContent-Length: " + 2 * bytes + "\r\n\r\n")
                    .say(Bytes.png(bytes)));
        server.awaitAtLeast(
                many * bytes, () -> (int) server.uploads.arriving(server.owner.account()));
        return sockets;
    }
}
