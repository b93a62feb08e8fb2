package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.Ids;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.GivenFiles;
import dev.safelight.core.tool.Model;
import dev.safelight.core.tool.Routes;
import dev.safelight.core.tool.ToolRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
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
    private static final Model SPEECH =
            CATALOG.alias("tools", "generate-tts").orElseThrow().model();
    private static final String HELLO = "{\"text\":\"hello\"}";

    private final AskedFor asked = new AskedFor();
    private final Map<EngineName, Admission.Refusal> refusals = new HashMap<>();
    private final Previews previews = new Previews();
    private final Tasks tasks = new Tasks(
            asked,
            asked,
            new Ids(InstantSource.fixed(Samples.NOON), new Random(1)),
            new Tasks.Offer(
                    Routes.over(CATALOG.engines()), engine -> request -> refusals.get(engine)),
            previews);

    private static Principal who(long account, long key, Mode mode) {
        return new Principal(
                new AccountId(account),
                new KeyId(key),
                mode,
                Scope.ALL,
                Principal.Rates.UNLIMITED,
                new Principal.Names("a key", "an account"));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private static Submit ask(
            Model model, String input, Submit.Wishes wishes, @Nullable String key) {
        return new Submit(
                new ToolRequest(model, json(input), GivenFiles.NONE),
                null,
                wishes,
                Submit.Names.key(key),
                new Submit.Answer("tools", "any", TasksTest::acknowledge));
    }

    private static String acknowledge(TaskId task, Credits price) {
        return "{\"task\":\"" + task.id() + "\",\"price\":" + price + "}";
    }

    private NewTask submit(Principal who, Submit ask) {
        tasks.submit(who, ask).join();
        return asked.submitted.getLast();
    }

    private NewTask submit(Principal who, Model model) {
        return submit(
                who,
                ask(
                        model,
                        model.tool().docs().examples().getFirst().toString(),
                        Submit.Wishes.NONE,
                        null));
    }

    private NewTask wishing(Submit.Wishes wishes) {
        return submit(ANN, ask(SPEECH, HELLO, wishes, null));
    }

    private static Submit.Wishes limits(@Nullable Duration queue, @Nullable Duration run) {
        return new Submit.Wishes(5, queue, run, Map.of());
    }

    @Nested
    class ATestKey {
        @Test
        void sends_every_tool_of_the_catalog_to_the_sandbox() {
            for (var model : CATALOG.models())
                assertThat(submit(TESTER, model).header().route().engine())
                        .isEqualTo(EngineName.SANDBOX);
        }

        @Test
        void is_the_only_one_that_does() {
            for (var model : CATALOG.models())
                assertThat(submit(ANN, model).header().route().engine())
                        .isEqualTo(model.engines().getFirst())
                        .isNotEqualTo(EngineName.SANDBOX);
        }
    }

    @Nested
    class WhatIsAgreed {
        @Test
        void is_the_estimate_for_the_input_with_its_defaults() {
            var input = json("{\"text\":\"" + "a".repeat(501) + "\"}");
            var task = submit(ANN, ask(SPEECH, input.toString(), Submit.Wishes.NONE, null));
            assertThat(task.header().terms().hold())
                    .isEqualTo(Tasks.estimate(new ToolRequest(SPEECH, input, GivenFiles.NONE)));
            assertThat(task.header().terms().hold().amount()).isEqualTo(20);
            assertThat(json(task.input().json())).isEqualTo(SPEECH.withDefaults(input));
            assertThat(task.answer().json())
                    .isEqualTo("{\"task\":\"" + task.id().id() + "\",\"price\":20}");
        }

        @Test
        void is_a_limit_that_was_wished_for_when_it_is_the_shorter_one() {
            var terms = wishing(limits(Duration.ofMinutes(7), Duration.ofSeconds(9)))
                    .header()
                    .terms();
            assertThat(terms.queueLimit()).isEqualTo(Duration.ofMinutes(7));
            assertThat(terms.runLimit()).isEqualTo(Duration.ofSeconds(9));
        }

        @Test
        void is_never_longer_than_a_day_of_waiting_and_the_tools_own_deadline() {
            for (var longer : Stream.of(Duration.ofDays(400), null).toList()) {
                var terms = wishing(limits(longer, longer)).header().terms();
                assertThat(terms.queueLimit()).isEqualTo(Duration.ofHours(24));
                assertThat(terms.runLimit()).isEqualTo(SPEECH.tool().deadline());
            }
        }

        @Test
        void is_the_priority_that_was_wished_for() {
            assertThat(wishing(new Submit.Wishes(9, null, null, Map.of()))
                            .header()
                            .terms()
                            .priority())
                    .isEqualTo(9);
        }
    }

    @Nested
    class AnIdempotencyKey {
        private @Nullable Fingerprint of(Principal who, @Nullable String key) {
            return submit(who, ask(SPEECH, HELLO, Submit.Wishes.NONE, key))
                    .repeats()
                    .idempotencyKey();
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
        private final Fingerprint usual = of(SPEECH, HELLO, Submit.Wishes.NONE);

        private Fingerprint of(Model model, String input, Submit.Wishes wishes) {
            return submit(ANN, ask(model, input, wishes, null)).repeats().digest();
        }

        @Test
        void does_not_depend_on_the_order_of_keys_or_on_who_asks() {
            var one = "{\"text\":\"a\",\"speed\":2}";
            var other = "{ \"speed\" : 2, \"text\" : \"a\" }";
            assertThat(of(SPEECH, one, Submit.Wishes.NONE))
                    .isEqualTo(of(SPEECH, other, Submit.Wishes.NONE));
            var bobs = submit(BOB, ask(SPEECH, HELLO, Submit.Wishes.NONE, "k"));
            assertThat(bobs.repeats().digest()).isEqualTo(usual);
        }

        @Test
        void depends_on_all_that_was_asked_for() {
            var within = new Submit(
                    new ToolRequest(SPEECH, json(HELLO), GivenFiles.NONE),
                    new SessionId(new Id(1, 1)),
                    Submit.Wishes.NONE,
                    Submit.Names.NONE,
                    new Submit.Answer("tools", "any", TasksTest::acknowledge));
            var minute = Duration.ofMinutes(1);
            assertThat(List.of(
                            usual,
                            of(SPEECH, "{\"text\":\"Hello\"}", Submit.Wishes.NONE),
                            of(picture(), HELLO, Submit.Wishes.NONE),
                            of(SPEECH, HELLO, limits(minute, null)),
                            of(SPEECH, HELLO, limits(null, minute)),
                            of(SPEECH, HELLO, new Submit.Wishes(6, null, null, Map.of())),
                            of(SPEECH, HELLO, new Submit.Wishes(5, null, null, Map.of("a", "b"))),
                            submit(ANN, within).repeats().digest()))
                    .doesNotHaveDuplicates();
        }

        @Test
        void of_the_making_alone_does_not_depend_on_wishes() {
            var wishes = new Submit.Wishes(6, Duration.ofMinutes(1), null, Map.of("a", "b"));
            var making = submit(ANN, ask(SPEECH, HELLO, Submit.Wishes.NONE, null))
                    .repeats()
                    .making();
            var other = "{\"text\":\"Hello\"}";
            assertThat(submit(ANN, ask(SPEECH, HELLO, wishes, "k")).repeats().making())
                    .isEqualTo(making);
            assertThat(List.of(
                            making,
                            submit(ANN, ask(SPEECH, other, wishes, null))
                                    .repeats()
                                    .making(),
                            submit(ANN, ask(picture(), HELLO, wishes, null))
                                    .repeats()
                                    .making()))
                    .doesNotHaveDuplicates();
        }

        private static Model picture() {
            return CATALOG.alias("tools", "generate-image-from-text")
                    .orElseThrow()
                    .model();
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
            var owner = submit(ANNS_OTHER_KEY, SPEECH).header().owner();
            assertThat(owner).isEqualTo(new Owner(ANNS_OTHER_KEY.account(), ANNS_OTHER_KEY.key()));
        }
    }
}
