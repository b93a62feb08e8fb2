package dev.safelight.core.upload;

import dev.safelight.core.id.AccountId;

import java.util.HashMap;
import java.util.Map;

/**
 * What the files of accounts take, with the bytes that are on their way in: so that many that come
 * at once do not exceed together what each of them alone would not. The store has the last word
 * when a file is whole; this one stops the bytes before they are written. Accounts for which
 * nothing comes in take no memory. Safe for use by many threads.
 */
final class StorageMeter {
    private final Map<AccountId, Total> totals = new HashMap<>();

    /** What is known of an account; changed under the meter's lock. */
    private static final class Total {
        private int shares;
        private int settling;
        private long changes;
        private long stored;
        private long arriving;
        private boolean known;
    }

    /** Watches an account for one file that comes in. */
    synchronized Share open(AccountId account) {
        var total = totals.computeIfAbsent(account, none -> new Total());
        total.shares++;
        return new Share(account, total);
    }

    /** How many bytes of an account's are on their way in. */
    synchronized long arriving(AccountId account) {
        var total = totals.get(account);
        return total == null ? 0 : total.arriving;
    }

    /** The bytes of one file on its way in; given back once, when it ends or is cut. */
    final class Share implements AutoCloseable {
        private final AccountId account;
        private final Total total;
        private long held;
        private long limit;
        private boolean closed;

        private Share(AccountId account, Total total) {
            this.account = account;
            this.total = total;
        }

        /** By which a reading of the store is known to be older than a change. */
        long mark() {
            synchronized (StorageMeter.this) {
                return total.changes;
            }
        }

        /**
         * Learns what the store says. A reading that a file may have been stored beside counts for
         * nothing where a better one is known.
         *
         * @param most what the account may store, in bytes; 0 for no limit
         * @param stored what it does, read after the mark
         */
        void learn(long most, long stored, long mark) {
            synchronized (StorageMeter.this) {
                limit = most;
                boolean isFresh = mark == total.changes && total.settling == 0;
                if (total.known && !isFresh) return;
                total.stored = stored;
                total.known = true;
            }
        }

        /** Whether so many more bytes would be within the limit. */
        boolean fits(long more) {
            synchronized (StorageMeter.this) {
                return limit == 0 || more <= limit - total.stored - total.arriving;
            }
        }

        /** Takes room for bytes before they are written; false when there is none. */
        boolean take(long bytes) {
            synchronized (StorageMeter.this) {
                if (closed || !fits(bytes)) return false;
                total.arriving += bytes;
                held += bytes;
                return true;
            }
        }

        /** What is taken, and what may be. */
        UploadRefusal.OverQuota refusal() {
            synchronized (StorageMeter.this) {
                return new UploadRefusal.OverQuota(limit, total.stored + total.arriving);
            }
        }

        /** The file is being stored: what is read from the store now may count it or not. */
        void settle() {
            synchronized (StorageMeter.this) {
                total.settling++;
                total.changes++;
            }
        }

        /** The store has said whether it is. */
        void settled(boolean stored) {
            synchronized (StorageMeter.this) {
                total.settling--;
                total.changes++;
                if (stored) total.stored += held;
                total.arriving -= held;
                held = 0;
            }
        }

        @Override
        public void close() {
            synchronized (StorageMeter.this) {
                if (closed) return;
                closed = true;
                total.arriving -= held;
                if (--total.shares == 0) totals.remove(account);
            }
        }
    }
}
