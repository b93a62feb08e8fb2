package dev.safelight.server.account;

import dev.safelight.core.account.Account;
import dev.safelight.core.account.Usage;
import dev.safelight.core.ledger.Book;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.JsonText;

import tools.jackson.core.JsonGenerator;

import java.util.Locale;
import java.util.function.Consumer;

/** Shows accounts. */
final class AccountJson {
    private AccountJson() {}

    static Answer answer(Account account) {
        return Answer.json(JsonText.object(json -> members(json, account)));
    }

    /** With what it has and uses. */
    static Answer answer(Account account, Book book, Usage usage) {
        return Answer.json(JsonText.object(json -> members(json, account, book, usage)));
    }

    /** To one of its keys, with what that has spent. */
    static Answer answer(Account account, Book book, Usage usage, Consumer<JsonGenerator> spent) {
        return Answer.json(JsonText.object(json -> {
            members(json, account, book, usage);
            spent.accept(json);
        }));
    }

    private static void members(JsonGenerator json, Account account, Book book, Usage usage) {
        members(json, account);
        json.writeObjectPropertyStart("credits");
        credits(json, book);
        json.writeEndObject();
        json.writeObjectPropertyStart("usage");
        json.writeNumberProperty("liveTasks", usage.liveTasks());
        json.writeNumberProperty("storageBytes", usage.storageBytes());
        json.writeEndObject();
    }

    static Answer credits(Book book) {
        return Answer.json(JsonText.object(json -> credits(json, book)));
    }

    private static void credits(JsonGenerator json, Book book) {
        json.writeNumberProperty("granted", -book.granted());
        json.writeNumberProperty("available", book.available());
        json.writeNumberProperty("held", book.held());
        json.writeNumberProperty("spent", book.spent());
    }

    static void members(JsonGenerator json, Account account) {
        var limits = account.limits();
        json.writeStringProperty("id", Handles.of(account.handle()));
        json.writeStringProperty("name", account.name());
        json.writeStringProperty("mode", account.mode().name().toLowerCase(Locale.ROOT));
        json.writeObjectPropertyStart("limits");
        json.writeNumberProperty("slots", limits.slots());
        json.writeNumberProperty("weight", limits.weight());
        json.writeNumberProperty("storageBytes", limits.storageBytes());
        json.writeEndObject();
        json.writeStringProperty("createdAt", account.created().toString());
    }
}
