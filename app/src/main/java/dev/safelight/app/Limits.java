package dev.safelight.app;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.dispatch.DispatchLimits;
import dev.safelight.core.search.Searches;
import dev.safelight.core.upload.UploadLimits;
import dev.safelight.server.http.HttpLimits;
import dev.safelight.server.outbound.CourierLimits;
import dev.safelight.server.outbound.ResolverLimits;
import dev.safelight.store.sqlite.StoreSettings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one server takes before it refuses more: every part is given its own, and the figures stand
 * here alone. A start prints them.
 *
 * @param firstKeys of the keys of the first accounts; later keys are given theirs when they are
 *     made
 */
public record Limits(
        HttpLimits http,
        StoreSettings.Limits store,
        UploadLimits uploads,
        Searches.Limits search,
        Outgoing outgoing,
        KeyLimits firstKeys) {
    /** What goes to addresses that callers name: what is told, and the way there. */
    public record Outgoing(DispatchLimits dispatch, CourierLimits courier, ResolverLimits names) {}

    /** Far above what one machine works off in a day. */
    private static final long LIVE_TASKS = 1L << 20;

    /**
     * What a live task takes of the heap at most, with its place in the schedule. Measured: 370 to
     * 540 bytes as it is submitted, 700 as it is read anew from its row; a run adds a little.
     */
    static final long BYTES_OF_A_LIVE_TASK = 1_024;

    /** One account leaves a quarter of the permits to others, however many keys it has. */
    private static final HttpLimits.Open OPEN = new HttpLimits.Open(
            new HttpLimits.Permits(16_000, 16_000, 22_000),
            new HttpLimits.Permits(6_000, 6_000, 8_000));

    private static final HttpLimits HTTP = new HttpLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            OPEN,
            new HttpLimits.Together(64L << 20, new HttpLimits.LargeBodies(16 << 20, 3), 64, 4_096));

    /** Each may take a processor for a second, and 64 MiB of memory. */
    private static final int PROGRAMS =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /**
     * Half a gibibyte takes nine hours at the slowest rate. The threads look at files too, which
     * takes the machine's processors for a moment each.
     */
    private static final UploadLimits UPLOADS = new UploadLimits(
            512L << 20,
            20,
            Duration.ofMinutes(15),
            new UploadLimits.Together(64, 256, PROGRAMS),
            16,
            60L * (16 << 10));

    /** A quarter of a second for a bare loop, about two where each step seeks a row. */
    private static final long INSTRUCTIONS = 20_000_000;

    private static final StoreSettings.Reads READS =
            new StoreSettings.Reads(2, 4, 20_000, INSTRUCTIONS, 32L << 20, 50_000);

    /** Vectors of about 340,000 files; each search adds up those of one account. */
    private static final Searches.Limits SEARCH = new Searches.Limits(2, 200, 512L << 20);

    /** Seven accounts of which every receiver hangs leave room for others. */
    private static final Outgoing OUTGOING = new Outgoing(
            new DispatchLimits(4, 128, 1_024), CourierLimits.USUAL, ResolverLimits.USUAL);

    /** As many keys as are worth it: up to 20 MiB, and 0.1 s of a start. */
    private static final int KEYS_IN_MEMORY = 65_536;

    /** Of one endpoint: what a day brings that nobody takes. */
    private static final long WAITING = 100_000;

    /** Those of a process that nobody has set anything for. */
    public static final Limits USUAL = usual(Runtime.getRuntime().maxMemory());

    /** Those that go with a heap of so many bytes. */
    static Limits usual(long heap) {
        long liveTasks = Math.min(LIVE_TASKS, mostLiveTasks(heap));
        var writes = new StoreSettings.Writes(10_000, liveTasks, KEYS_IN_MEMORY, WAITING);
        return new Limits(
                HTTP,
                new StoreSettings.Limits(writes, READS),
                UPLOADS,
                SEARCH,
                OUTGOING,
                new KeyLimits(8, 6_000, 60_000));
    }

    /** As many as half of the heap holds, so that submits are refused before memory is short. */
    static long mostLiveTasks(long heap) {
        return Math.max(1, heap / 2 / BYTES_OF_A_LIVE_TASK);
    }

    /** All of them in words, a line for each part. */
    List<String> lines() {
        var lines = new ArrayList<>(linesOfTheRest());
        lines.addAll(linesOfUploads());
        lines.addAll(linesOfOutgoing());
        return lines;
    }

    private List<String> linesOfOutgoing() {
        var dispatch = outgoing.dispatch();
        var courier = outgoing.courier();
        var names = outgoing.names();
        return List.of(
                "deliveries under way %d to one receiver, %d of one account and %d"
                        .formatted(dispatch.ofTarget(), dispatch.ofAccount(), dispatch.all()),
                "deliveries waiting for one endpoint %d"
                        .formatted(store.writes().waitingDeliveries()),
                "receivers have %d s, of them %d to connect and %d for an answer's body of %d bytes"
                        .formatted(
                                courier.total().toSeconds(),
                                courier.connect().toSeconds(),
                                courier.body().toSeconds(),
                                courier.bodyBytes()),
                "calls of receivers %d at once, connections kept %d; names in line %d, for %d s"
                        .formatted(
                                courier.inFlight(),
                                courier.kept(),
                                names.waiting(),
                                names.patience().toSeconds()),
                "names looked up %d, unknown %d, in silent zones %d, of a zone %d, a proven one %d"
                        .formatted(
                                names.together().all(),
                                names.together().unknown(),
                                names.together().silent(),
                                names.ofZone(),
                                names.ofProvenZone()));
    }

    private List<String> linesOfUploads() {
        return List.of(
                "upload %d bytes, begun within %d s, %d bytes a minute or more"
                        .formatted(
                                uploads.bytes(),
                                uploads.open().toSeconds(),
                                uploads.bytesAMinute()),
                "uploads announced %d of one account, at once %d of one account and %d, threads %d"
                        .formatted(
                                uploads.pending(),
                                uploads.together().ofAccount(),
                                uploads.together().all(),
                                uploads.threads()),
                "clips looked into at once %d".formatted(uploads.together().programs()));
    }

    private static String words(HttpLimits.Permits permits) {
        return "%d, of one account %d, of one key %d"
                .formatted(permits.all(), permits.perAccount(), permits.perKey());
    }

    private List<String> linesOfTheRest() {
        var writes = store.writes();
        var reads = store.reads();
        return List.of(
                "body %d bytes, headers %d bytes, %d s to send either, %d s of silence"
                        .formatted(
                                http.bodyBytes(),
                                http.headerBytes(),
                                http.readTime().toSeconds(),
                                http.idleTime().toSeconds()),
                "late bodies together %d bytes, HTTP threads %d, connections in line %d"
                        .formatted(
                                http.together().lateBodyBytes(),
                                http.together().threads(),
                                http.together().backlog()),
                "large bodies %d bytes, worked on at once %d"
                        .formatted(
                                http.together().large().bytes(),
                                http.together().large().atOnce()),
                "held waits " + words(http.open().waits()),
                "open streams " + words(http.open().streams()),
                "live tasks %d, writes queued %d, idempotency keys in memory %d to twice that"
                        .formatted(writes.liveTasks(), writes.queue(), writes.keysInMemory()),
                "reads queued %d, reading threads %d and %d of callers, steps of one read %d"
                        .formatted(
                                reads.queue(),
                                reads.threads(),
                                reads.callers(),
                                reads.instructions()),
                "views in memory %d bytes, rows of all accounts that a feed's read looks at %d"
                        .formatted(reads.viewBytes(), reads.stretch()),
                "searching threads %d, searches queued %d, vectors in memory %d bytes"
                        .formatted(search.threads(), search.queue(), search.vectorBytes()),
                "first accounts: %d tasks at once, %d submits and %d reads a minute"
                        .formatted(
                                firstKeys.slots(),
                                firstKeys.submitsPerMinute(),
                                firstKeys.readsPerMinute()),
                "first keys: %s credits in 5 h, %s in a day, %s in 7 days; 0 for no limit"
                        .formatted(
                                firstKeys.spend().fiveHours(),
                                firstKeys.spend().oneDay(),
                                firstKeys.spend().sevenDays()));
    }
}
