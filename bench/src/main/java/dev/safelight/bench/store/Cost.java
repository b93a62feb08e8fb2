package dev.safelight.bench.store;

import dev.safelight.bench.Machine;
import dev.safelight.bench.Spread;

/**
 * What one cell cost.
 *
 * @param process microseconds of CPU each, all threads
 * @param writer microseconds of CPU each of the writer thread alone
 * @param rate how many a second
 * @param p50 milliseconds that half of the submits waited at most
 * @param p99 milliseconds that 99 in 100 submits waited at most
 */
record Cost(double process, double writer, double rate, double p50, double p99) {

    /** The clocks at the start of a cell. */
    record Start(Thread thread, long process, long writer, long nanos) {
        static Start of(Thread writer) {
            return new Start(writer, Machine.cpu(), Machine.cpu(writer), System.nanoTime());
        }

        Cost stop(int count, long[] waits) {
            double each = 1e3 * count;
            return new Cost(
                    (Machine.cpu() - process) / each,
                    (Machine.cpu(thread) - writer) / each,
                    count / ((System.nanoTime() - nanos) / 1e9),
                    Spread.percentile(waits, 50) / 1e6,
                    Spread.percentile(waits, 99) / 1e6);
        }
    }
}
