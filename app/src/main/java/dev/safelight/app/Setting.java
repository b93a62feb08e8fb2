package dev.safelight.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set: by a flag, in the environment, or in the configuration file. */
enum Setting {
    HOST("127.0.0.1", "the address to listen on; 0.0.0.0 for all"),
    PORT("8080", "the port to listen on; 0 for any free one"),
    PUBLIC_URL("", "what addresses in answers begin with; empty for the listening address"),
    CORS("", "origins whose web pages may call, as in https://app.example.com; * for all"),
    DATA("data", "the folder of the store and its files"),
    PACKS("", "the folder of the packs; empty for packs beside the launcher"),
    VOICES("", "a folder of Piper voices of your own; empty for voices in the data folder"),
    API_KEY("", "at the first start: the first key, 16 or more characters; empty draws one"),
    TEST_KEY("", "at the first start: the first test key; empty draws one"),
    GRANT("100000", "credits that the first accounts start with"),
    SLOTS(Limits.USUAL.firstKeys().slots(), "of the first accounts: tasks at once; 0 for no limit"),
    SUBMITS_PER_MINUTE(
            Limits.USUAL.firstKeys().submitsPerMinute(),
            "of the first keys: submits in a minute; 0 for no limit"),
    READS_PER_MINUTE(
            Limits.USUAL.firstKeys().readsPerMinute(),
            "of the first keys: other calls in a minute; 0 for no limit"),
    QUEUE_LIMIT(
            Limits.USUAL.store().writes().queue(),
            "writes that may wait for the disk before more are refused"),
    LIVE_TASKS(
            Limits.USUAL.store().writes().liveTasks(),
            "tasks that may be live at once before more are refused; they stand in memory"),
    ROUTE("", "which engines make a model, the first that is here: MODEL=ENGINE[,ENGINE] ..."),
    ALLOW_ADDRESSES(
            "", "addresses that are not public and may be called all the same: CIDR[,CIDR] ..."),
    TRUST_CERTIFICATES("", "a PEM file of issuers that receivers' certificates may have too"),
    DEV("false", "whether webhooks may go to this machine, and only it may call: true or false"),
    DRAIN_SECONDS("20", "how long a stop waits for what is under way"),
    LEASE_SECONDS("15", "how long a worker may be silent before its tasks go to another"),
    PROMPT_IN_FILE("false", "whether a picture's file tells its prompt: true or false"),
    LOG("text", "how log lines look: text or json");

    private final String usual;
    private final String meaning;

    Setting(long usual, String meaning) {
        this(Long.toString(usual), meaning);
    }

    Setting(String usual, String meaning) {
        this.usual = usual;
        this.meaning = meaning;
    }

    /** As in {@code public-url}: the flag without its dashes, and the name in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in {@code SAFELIGHT_PUBLIC_URL}. */
    String variable() {
        return "SAFELIGHT_" + name();
    }

    String usual() {
        return usual;
    }

    String meaning() {
        return meaning;
    }

    /** Whether its value is never printed. */
    boolean isSecret() {
        return this == API_KEY || this == TEST_KEY;
    }

    /** Whether it names machines, so that a user and a password may stand in it by mistake. */
    boolean isAddress() {
        return this == HOST || this == PUBLIC_URL || this == CORS;
    }

    /** Whether a flag that is given again adds to its value. */
    boolean isList() {
        return this == CORS || this == ROUTE || this == ALLOW_ADDRESSES;
    }

    /** Whether its flag may stand alone, for true. */
    boolean isSwitch() {
        return this == DEV || this == PROMPT_IN_FILE;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }
}
