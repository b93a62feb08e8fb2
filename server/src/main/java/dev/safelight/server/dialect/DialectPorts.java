package dev.safelight.server.dialect;

import dev.safelight.core.access.LimitStore;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.engine.Voices;
import dev.safelight.core.estimate.Estimates;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.library.Files;
import dev.safelight.core.search.FileSearch;
import dev.safelight.core.session.Sessions;
import dev.safelight.core.task.TaskFollowers;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.task.Waits;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.upload.Uploads;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.EndpointDesk;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.ReplayQueue;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.asset.PublicAddresses;
import dev.safelight.server.outbound.AddressCheck;
import dev.safelight.server.upload.Intake;
import dev.safelight.server.upload.UploadAddresses;

import java.time.InstantSource;

/** What dialects call; one of these serves all of them. */
public record DialectPorts(
        Work work,
        AccountData data,
        Library library,
        Incoming incoming,
        Offer offer,
        Source source) {
    /** Tasks, those who wait for them, for how long they probably will, and those who follow. */
    public record Work(Tasks tasks, Waits waits, Estimates estimates, Streams streams) {}

    /** Those who follow a task, and by which addresses they may without a key. */
    public record Streams(TaskFollowers followers, StreamAddresses addresses) {}

    /**
     * What an account has beside tasks and files.
     *
     * @param sessions to make them
     */
    public record AccountData(
            Sessions sessions,
            KnownSessions knownSessions,
            Ledger ledger,
            LimitStore limits,
            Webhooks webhooks) {}

    /**
     * Who is told of what, and how that went.
     *
     * @param addresses says which addresses callers may name
     * @param desk to add endpoints
     */
    public record Webhooks(
            AddressCheck addresses,
            EndpointDesk desk,
            Endpoints endpoints,
            Deliveries deliveries,
            ReplayQueue replays,
            Feed feed) {}

    /**
     * Its files.
     *
     * @param assets that an input may name
     * @param known as they are shown
     * @param files to change them
     * @param signed addresses for whoever has them
     * @param open addresses for everybody, while they may
     */
    public record Library(
            KnownAssets assets,
            KnownFiles known,
            Files files,
            FileSearch search,
            AssetAddresses signed,
            PublicAddresses open) {}

    /**
     * Files that callers bring.
     *
     * @param addresses that announced ones are sent to
     * @param intake for those that come at once
     */
    public record Incoming(Uploads uploads, UploadAddresses addresses, Intake intake) {}

    /** What can be asked for. */
    public record Offer(Catalog catalog, Voices voices) {}

    /** Time, chance, secrets, and ids in the spelling of any dialect. */
    public record Source(InstantSource clock, Ids ids, Secrets secrets, IdSpellings spellings) {}
}
