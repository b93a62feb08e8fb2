package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.Ids;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.Tool;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class TasksTest {
    private static final Principal ANN = who(1, 11, Mode.LIVE);
    private static final Principal ANNS_OTHER_KEY = who(1, 12, Mode.LIVE);
    private static final Principal BOB = who(2, 21, Mode.LIVE);
    private static final Principal TESTER = who(3, 31, Mode.TEST);
    private static final Catalog CATALOG = Catalog.load();
    private static final Tool SPEECH = CATALOG.find("tools", "generate-tts").orElseThrow();
    private static final String HELLO = "{\"text\":\"hello\"}";

    private final AskedFor asked = new AskedFor();
    private final Tasks tasks =
            new Tasks(asked, asked, new Ids(InstantSource.fixed(Samples.NOON), new Random(1)));

    private static Principal who(long account, long key, Mode mode) {
        return new Principal(new AccountId(account), new KeyId(key), mode, 0, 0);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private static Ask ask(Tool tool, String input, Ask.Wishes wishes, @Nullable String key) {
        return new Ask(
                tool,
                json(input),
                null,
                wishes,
                key,
                (task, price) -> "{\"task\":\"" + task.id() + "\",\"price\":" + price + "}");
    }

    private NewTask submit(Principal who, Ask ask) {
        tasks.submit(who, ask).join();
        return asked.submitted.getLast();
    }

    private NewTask submit(Principal who, Tool tool) {
        return submit(who, ask(tool, tool.examples().getFirst().toString(), Ask.Wishes.NONE, null));
    }

    private NewTask wishing(Ask.Wishes wishes) {
        return submit(ANN, ask(SPEECH, HELLO, wishes, null));
    }

    private static Ask.Wishes limits(@Nullable Duration queue, @Nullable Duration run) {
        return new Ask.Wishes(5, queue, run, Map.of());
    }

    @Nested
    class ATestKey {
        @Test
        void sends_every_tool_of_the_catalog_to_the_sandbox() {
            for (var tool : CATALOG.tools())
                assertThat(submit(TESTER, tool).route().engine()).isEqualTo(EngineName.SANDBOX);
        }

        @Test
        void is_the_only_one_that_does() {
            for (var tool : CATALOG.tools())
                assertThat(submit(ANN, tool).route().engine())
                        .isEqualTo(tool.engine())
                        .isNotEqualTo(EngineName.SANDBOX);
        }
    }

    @Nested
    class WhatIsAgreed {
        @Test
        void is_the_estimate_for_the_input_with_its_defaults() {
            var input = json("{\"text\":\"" + "a".repeat(501) + "\"}");
            var task = submit(ANN, ask(SPEECH, input.toString(), Ask.Wishes.NONE, null));
            assertThat(task.terms().hold()).isEqualTo(Tasks.estimate(SPEECH, input));
            assertThat(task.terms().hold().amount()).isEqualTo(20);
            assertThat(json(task.request().input())).isEqualTo(SPEECH.withDefaults(input));
            assertThat(task.request().answer())
                    .isEqualTo("{\"task\":\"" + task.id().id() + "\",\"price\":20}");
        }

        @Test
        void is_a_limit_that_was_wished_for_when_it_is_the_shorter_one() {
            var terms = wishing(limits(Duration.ofMinutes(7), Duration.ofSeconds(9)))
                    .terms();
            assertThat(terms.queueLimit()).isEqualTo(Duration.ofMinutes(7));
            assertThat(terms.runLimit()).isEqualTo(Duration.ofSeconds(9));
        }

        @Test
        void is_never_longer_than_a_day_of_waiting_and_the_tools_own_deadline() {
            for (var longer : Stream.of(Duration.ofDays(400), null).toList()) {
                var terms = wishing(limits(longer, longer)).terms();
                assertThat(terms.queueLimit()).isEqualTo(Duration.ofHours(24));
                assertThat(terms.runLimit()).isEqualTo(SPEECH.deadline());
            }
        }

        @Test
        void is_the_priority_that_was_wished_for() {
            assertThat(wishing(new Ask.Wishes(9, null, null, Map.of())).terms().priority())
                    .isEqualTo(9);
        }
    }

    @Nested
    class AnIdempotencyKey {
        private @Nullable Fingerprint of(Principal who, @Nullable String key) {
            return submit(who, ask(SPEECH, HELLO, Ask.Wishes.NONE, key))
                    .request()
                    .idempotency();
        }

        @Test
        void is_the_same_for_the_same_words_of_the_same_key() {
            assertThat(of(ANN, "k")).isNotNull().isEqualTo(of(ANN, "k"));
            assertThat(of(ANN, "k")).isNotEqualTo(of(ANN, "K"));
            assertThat(of(ANN, null)).isNull();
        }

        @Test
        void is_another_one_for_a_stranger_and_for_another_key_of_the_account() {
            assertThat(of(BOB, "k")).isNotEqualTo(of(ANN, "k"));
            assertThat(of(ANNS_OTHER_KEY, "k")).isNotEqualTo(of(ANN, "k"));
            assertThat(of(who(1, 1, Mode.LIVE), "1k")).isNotEqualTo(of(ANN, "k"));
        }
    }

    @Nested
    class TheDigestOfARequest {
        private final Fingerprint usual = of(SPEECH, HELLO, Ask.Wishes.NONE);

        private Fingerprint of(Tool tool, String input, Ask.Wishes wishes) {
            return submit(ANN, ask(tool, input, wishes, null)).request().digest();
        }

        @Test
        void does_not_depend_on_the_order_of_keys_or_on_who_asks() {
            var one = "{\"text\":\"a\",\"speed\":2}";
            var other = "{ \"speed\" : 2, \"text\" : \"a\" }";
            assertThat(of(SPEECH, one, Ask.Wishes.NONE))
                    .isEqualTo(of(SPEECH, other, Ask.Wishes.NONE));
            var bobs = submit(BOB, ask(SPEECH, HELLO, Ask.Wishes.NONE, "k"));
            assertThat(bobs.request().digest()).isEqualTo(usual);
        }

        @Test
        void depends_on_all_that_was_asked_for() {
            var session =
                    new Session(new SessionId(new Id(1, 1)), ANN.account(), "", Samples.NOON, 1);
            var within =
                    new Ask(SPEECH, json(HELLO), session, Ask.Wishes.NONE, null, (task, p) -> "{}");
            var minute = Duration.ofMinutes(1);
            assertThat(List.of(
                            usual,
                            of(SPEECH, "{\"text\":\"Hello\"}", Ask.Wishes.NONE),
                            of(picture(), HELLO, Ask.Wishes.NONE),
                            of(SPEECH, HELLO, limits(minute, null)),
                            of(SPEECH, HELLO, limits(null, minute)),
                            of(SPEECH, HELLO, new Ask.Wishes(6, null, null, Map.of())),
                            of(SPEECH, HELLO, new Ask.Wishes(5, null, null, Map.of("a", "b"))),
                            submit(ANN, within).request().digest()))
                    .doesNotHaveDuplicates();
        }

        private static Tool picture() {
            return CATALOG.find("tools", "generate-image-from-text").orElseThrow();
        }
    }

    @Nested
    class EveryQuestion {
        @Test
        void is_asked_for_the_callers_own_account() {
            var task = new TaskId(new Id(1, 2));
            tasks.find(BOB, task).join();
            tasks.findHere(ANN, task).join();
            tasks.cancel(BOB, task).join();
            tasks.list(TESTER, AskedFor.ALL).join();
            assertThat(asked.accounts)
                    .containsExactly(BOB.account(), ANN.account(), BOB.account(), TESTER.account());
            var owner = submit(ANNS_OTHER_KEY, SPEECH).owner();
            assertThat(owner).isEqualTo(new Owner(ANNS_OTHER_KEY.account(), ANNS_OTHER_KEY.key()));
        }
    }
}
