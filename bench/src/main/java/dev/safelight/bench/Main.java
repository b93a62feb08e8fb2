package dev.safelight.bench;

import dev.safelight.bench.feed.FeedBench;
import dev.safelight.bench.http.HttpBench;
import dev.safelight.bench.search.SearchBench;
import dev.safelight.bench.store.StoreBench;

import java.util.Arrays;
import java.util.List;

/** {@code bench store|search|feed|http}: measures one thing and prints tables. */
public final class Main {
    private static final String USAGE = """
            bench store   CPU of a whole task lifecycle in the embedded store
              --quick               one short round, for a look
              --submitters 64,256   how many submit at once; 64,256,1000 unless told
              --tasks N             lifecycles in a cell; 20000 unless told
              --rounds N            how often each cell is measured; 3 unless told
              --stored 10000,1000000  finished tasks in the file before; "--stored 0" for none
              --slots N             tasks of an account at once; 8 unless told, 0 for unlimited
              --only endpoints      what it adds that somebody is to be told of each end
              --data DIR            where the files go; choose the disk that you want measured

            bench search  a search of one account's files, beside a bare loop over their vectors
              --quick               10000 files, one process
              --files N             of the account; 100000 unless told
              --rounds N            of searches and loops in a process; 7 unless told
              --processes N         fresh ones; 3 unless told
              --heap N              MiB of heap that a process gets; 50 unless told
              --data DIR            where the file goes

            bench feed    a long feed from its beginning: what its first and last pages cost
              --quick               500000 entries, two rounds
              --entries N           in the log; 5000000 unless told
              --rounds N            how often it is read; 5 unless told
              --data DIR            where the file goes

            bench http    the server beside a bare Jetty: submits, reads, waits, wake-ups, start
              --quick               short rounds, for a look
              --only rates,waits,wakeups,start
              --clients N           for the rates; 256 unless told
              --seconds N           of each kind in a round; 5 unless told
              --rounds N            how often; 5 unless told
              --waits N             held at once; 15000 unless told
              --data DIR            where the files go
            """;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var rest =
                Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "store" -> StoreBench.run(rest, System.out);
            case "search" -> SearchBench.run(rest, System.out);
            case "feed" -> FeedBench.run(rest, System.out);
            case "http" -> HttpBench.run(rest, System.out);
            default -> {
                System.err.print(USAGE);
                System.exit(List.of("", "help", "--help").contains(first(arguments)) ? 0 : 2);
            }
        }
    }

    private static String first(String[] arguments) {
        return arguments.length == 0 ? "" : arguments[0];
    }
}
