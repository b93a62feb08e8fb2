package dev.safelight.testkit.contract;

import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Nested;

/** What a store does with files, made and brought alike. */
abstract class FileStoreContract {

    /** Opens a fresh store at the clock's moment. */
    protected abstract StoreHarness open(VirtualTime clock);

    @Nested
    class Files extends AssetContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }

    @Nested
    class BringingFiles extends UploadContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }

    @Nested
    class FillingStorage extends StorageContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }

    @Nested
    class KeepingFiles extends LibraryContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }

    @Nested
    class EndingFiles extends FileEndContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }

    @Nested
    class StudyingFiles extends StudyContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }

    @Nested
    class SearchingFiles extends SearchContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }

    @Nested
    class IndexingFiles extends SearchIndexContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return FileStoreContract.this.open(clock);
        }
    }
}
