package dev.safelight.testkit.contract;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.search.FileQuery;
import dev.safelight.core.search.FoundFile;
import dev.safelight.core.search.Indexing;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.search.Searches;
import dev.safelight.core.task.Result;
import dev.safelight.testkit.search.Topics;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** A store, what its process searches with, and files of Ann and Bob that are to be found. */
abstract class SearchSituation extends FileSituation {
    final Topics meaning = new Topics();
    private Searches searches;
    Principal bob;

    @BeforeEach
    void begin() {
        bob = scene.account(CREDITS);
        restart();
    }

    @AfterEach
    void end() {
        searches.close();
    }

    /** What a new process knows: what the store kept. */
    final void restart() {
        var limits = new Searches.Limits(1, 9, 1 << 20);
        searches = new Searches(index(), meaning, Runnable::run, limits);
    }

    final SearchIndex index() {
        return new SettlingIndex(scene.store());
    }

    static String prompt(String text) {
        return JsonMapper.shared().createObjectNode().put("prompt", text).toString();
    }

    /** Files of a task that was asked for this. */
    List<AssetId> made(Principal who, String prompt, int files) {
        var lease = scene.running(Order.by(who).saying(prompt(prompt)), scene.worker(1));
        var result = scene.result(files);
        scene.done(tasks().complete(lease, new Result(result.assets(), "{}")));
        return result.assets().stream().map(NewAsset::id).toList();
    }

    AssetId made(Principal who, String prompt) {
        return made(who, prompt, 1).getFirst();
    }

    /** The same, ready to be found. */
    AssetId findable(Principal who, String prompt) {
        var id = made(who, prompt);
        indexAll();
        return id;
    }

    void indexAll() {
        var step = new Indexing(index(), meaning);
        for (var part : SearchIndex.Part.values())
            while (unread(part, 1).upTo() != null) step.step(time.instant());
    }

    final SearchIndex.Unread unread(SearchIndex.Part part, int limit) {
        return scene.done(scene.store().search().unread(part, limit));
    }

    List<FoundFile> found(Principal who, String text, @Nullable KeyId maker) {
        return scene.done(searches.find(new FileQuery(who.account(), text, 10, maker)));
    }

    List<FoundFile> found(Principal who, String text) {
        return found(who, text, null);
    }

    /** Those that have every word. */
    List<AssetId> named(Principal who, String text) {
        return found(who, text).stream()
                .filter(file -> file.similarity() == 1)
                .map(FoundFile::id)
                .toList();
    }
}
