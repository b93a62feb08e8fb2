package dev.safelight.app;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.engine.Voices;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.server.account.AccountFace;
import dev.safelight.server.account.AccountPorts;
import dev.safelight.server.account.SpentCredits;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.asset.AssetFace;
import dev.safelight.server.asset.PublicAddresses;
import dev.safelight.server.asset.PublicFace;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.IdSpellings;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.dialect.KnownFiles;
import dev.safelight.server.dialect.KnownSessions;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.StreamAddresses;
import dev.safelight.server.dialect.executions.ExecutionsFace;
import dev.safelight.server.dialect.executions.webhook.WebhookFace;
import dev.safelight.server.dialect.tasks.TasksFace;
import dev.safelight.server.dialect.tools.ToolsFace;
import dev.safelight.server.feed.FeedFace;
import dev.safelight.server.feed.FeedPorts;
import dev.safelight.server.home.HomeFace;
import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.upload.Intake;
import dev.safelight.server.upload.UploadAddresses;
import dev.safelight.server.upload.UploadFace;
import dev.safelight.server.webhook.WordedDeliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Puts together what is answered: each dialect over the same ports, keys, files, the page at /. */
final class Faces {
    private final Assembly assembly;
    private final PublicAddress address;
    private final Catalog catalog;
    private final EngineSet engines;
    private final WebhookPorts webhooks;

    Faces(
            Assembly assembly,
            PublicAddress address,
            Catalog catalog,
            EngineSet engines,
            WebhookPorts webhooks) {
        this.assembly = assembly;
        this.address = address;
        this.catalog = catalog;
        this.engines = engines;
        this.webhooks = webhooks;
    }

    /** All of them, and in which words their deliveries are told. */
    record Made(List<Face> faces, DeliveryForm form) {}

    /**
     * All of them.
     *
     * @param receivers platform threads, for bytes that come in
     */
    Made all(Voices voices, FileServices services, Executor receivers) {
        var ports = ports(voices, services, receivers);
        var form = webhooks.form(ports);
        var store = assembly.store();
        var clock = assembly.clock();
        var library = ports.library();
        var incoming = ports.incoming();
        var blobs = services.blobs();
        var spellings = ports.source().spellings();
        var faces = List.of(
                ToolsFace.of(ports),
                TasksFace.of(ports),
                ExecutionsFace.of(ports),
                WebhookFace.of(ports),
                accounts(new ShownIds(ToolsFace.IDS, spellings), form),
                new AssetFace(library.signed(), store.assets(), library.files(), blobs, clock)
                        .face(),
                new PublicFace(
                                library.files(),
                                blobs,
                                id -> spellings.read(IdKind.PREVIEW, id),
                                clock)
                        .face(),
                new UploadFace(incoming.uploads(), incoming.addresses(), incoming.intake()).face(),
                feed(new ShownIds(ExecutionsFace.IDS, spellings)),
                HomeFace.of(address, engines.offered()));
        return new Made(faces, form);
    }

    private DialectPorts ports(Voices voices, FileServices services, Executor receivers) {
        var store = assembly.store();
        var clock = assembly.clock();
        var files = store.files(clock);
        var incoming = new DialectPorts.Incoming(
                services.uploads(),
                new UploadAddresses(address, secrets(), clock),
                new Intake(services.uploads(), receivers));
        var spellings = new IdSpellings(List.of(ToolsFace.IDS, TasksFace.IDS, ExecutionsFace.IDS));
        return new DialectPorts(
                new DialectPorts.Work(
                        assembly.tasks(engines.offer()),
                        assembly.waits(),
                        assembly.estimates(),
                        new DialectPorts.Streams(
                                assembly.followers(),
                                new StreamAddresses(address, secrets(), store.accounts(), clock))),
                new DialectPorts.AccountData(
                        store.sessions(),
                        new KnownSessions(store.sessions()),
                        store.ledger(),
                        store.limits(),
                        webhooks.ports()),
                new DialectPorts.Library(
                        new KnownAssets(store.assets(), clock),
                        new KnownFiles(files),
                        files,
                        services.search(),
                        new AssetAddresses(address, secrets(), clock),
                        new PublicAddresses(address)),
                incoming,
                new DialectPorts.Offer(catalog, voices),
                new DialectPorts.Source(clock, assembly.ids(), secrets(), spellings));
    }

    private Face feed(ShownIds ids) {
        return FeedFace.of(
                new FeedPorts(
                        assembly.store().feed(),
                        assembly.feedFollowers(),
                        secrets(),
                        assembly.clock(),
                        assembly.random()),
                ids);
    }

    private Face accounts(ShownIds ids, WordedDeliveries form) {
        var store = assembly.store();
        return AccountFace.of(
                new AccountPorts(
                        webhooks.ofKeys(form),
                        store.registry(),
                        new AccountPorts.Logs(
                                store.ledger(),
                                store.audit(),
                                new SpentCredits(store.limits(), assembly.clock())),
                        catalog.engines(),
                        secrets()),
                ids,
                ToolsFace.DIALECT);
    }

    /** What is signed with a secret has one from the first start on. */
    private Secrets secrets() {
        var secrets = assembly.store().secrets();
        var purposes = new ArrayList<>(AssetAddresses.PURPOSES);
        purposes.add(UploadAddresses.PURPOSE);
        purposes.add(Cursors.PURPOSE);
        purposes.add(StreamAddresses.PURPOSE);
        for (var purpose : purposes) {
            if (secrets.all(purpose).isEmpty()) secrets.rotate(purpose).join();
        }
        return secrets;
    }
}
