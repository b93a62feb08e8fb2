package dev.safelight.server.account;

import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountChange;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.NewAccount;
import dev.safelight.core.account.Registry;
import dev.safelight.core.account.Usage;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accounts: the own one, and all of them for operators. */
final class AccountOperations {
    private final Registry registry;
    private final KeyDesk desk;
    private final Ledger ledger;
    private final SpentCredits spent;
    private final Listing<Account> listing;

    AccountOperations(AccountPorts ports) {
        registry = ports.registry();
        desk = ports.keys().desk();
        ledger = ports.logs().ledger();
        spent = ports.logs().spent();
        listing = new Listing<>(ports.secrets(), "list-accounts", "accounts", AccountJson::members);
    }

    Answer own(Call call) {
        var key = call.who().key();
        return show(
                registry.find(call.who().account()),
                (account, book, usage) ->
                        AccountJson.answer(account, book, usage, json -> spent.write(json, key)));
    }

    Answer show(Call call) {
        var handle = Handles.account(call.segment(0));
        return show(registry.find(handle), AccountJson::answer);
    }

    /** How an account is shown with what it has and uses. */
    private interface Rendering {
        Answer show(Account account, Book book, Usage usage);
    }

    private Answer show(CompletableFuture<Optional<Account>> asked, Rendering rendering) {
        return Answer.later(asked, found -> {
            var account = found.orElseThrow(Handles::noAccount);
            var book = ledger.book(account.number());
            var usage = registry.usage(account.number());
            return Answer.later(
                    book.thenCombine(usage, (has, uses) -> rendering.show(account, has, uses)),
                    answer -> answer);
        });
    }

    Answer list(Call call) {
        return listing.answer(call, registry::list);
    }

    Answer open(Call call) {
        JsonNode body = call.body();
        var credits = new Credits(body.path("credits").asLong(0));
        var limits = change(body).applied(desk.usualLimits());
        var account = new NewAccount(body.get("name").asString(), limits, credits);
        return Acts.answer(
                registry.open(Acts.actor(call), account), Handles::noAccount, AccountJson::answer);
    }

    Answer limit(Call call) {
        var handle = Handles.account(call.segment(0));
        var act = registry.change(Acts.actor(call), handle, change(call.body()));
        return Acts.answer(act, Handles::noAccount, AccountJson::answer);
    }

    private static AccountChange change(JsonNode body) {
        JsonNode storage = body.get("storageBytes");
        return new AccountChange(
                Numbers.integer(body, "slots"),
                Numbers.integer(body, "weight"),
                storage == null ? null : storage.asLong());
    }

    Answer grant(Call call) {
        var handle = Handles.account(call.segment(0));
        var credits = new Credits(call.body().get("credits").asLong());
        var act = registry.grant(Acts.actor(call), handle, credits);
        return Acts.answer(act, Handles::noAccount, AccountJson::credits);
    }
}
