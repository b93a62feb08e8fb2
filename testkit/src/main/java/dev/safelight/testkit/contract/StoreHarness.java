package dev.safelight.testkit.contract;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.LimitStore;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StudyQueue;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.session.Sessions;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.upload.UploadStore;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.ReplayQueue;

/** An open store whose background work happens when a test says so. */
public interface StoreHarness extends AutoCloseable {
    TaskStore tasks();

    TaskReads reads();

    Jobs jobs();

    Accounts accounts();

    Keys keys();

    Registry registry();

    AuditLog audit();

    LimitStore limits();

    Sessions sessions();

    Secrets secrets();

    Assets assets();

    UploadStore uploads();

    Files files();

    StudyQueue study();

    SearchIndex search();

    Ledger ledger();

    Feed feed();

    Endpoints endpoints();

    Deliveries deliveries();

    ReplayQueue replays();

    /** Tells somebody of each commit from here on, also after a restart. */
    void listen(CommitListener listener);

    /** Removes everybody's log up to a place, as retention does. */
    void removeLog(Cursor upTo);

    /** Does what was asked, and what the clock has a say about now, until nothing is left. */
    void settle();

    /** Ends the process and starts it again on the same data; nothing is drained before. */
    void reopen();

    @Override
    void close();
}
