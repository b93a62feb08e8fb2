package dev.safelight.app.http.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.DialectClient;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;

/** Many clients send one request under one name at once, in every form of a name. */
class IdempotencyStormTest extends OverTheWire {
    private static final int CLIENTS = 64;
    private static final int KEYS = Boolean.getBoolean("safelight.full") ? 200 : 20;
    private static final int PRICE_OF_SPEECH = 10;
    private static final int PRICE_OF_A_PICTURE = 80;

    /** How a request is given a name. */
    enum Form {
        KEY_IN_TOOLS("/api/v1/tools/generate-tts/execute", "/data/taskId", PRICE_OF_SPEECH) {
            @Override
            String body(int key) {
                return "{\"text\":\"hello " + key + "\"}";
            }
        },
        KEY_IN_EXECUTIONS("/v1/tools/generate-image", "/toolExecutionId", PRICE_OF_A_PICTURE) {
            @Override
            String body(int key) {
                return "{\"prompt\":\"hello " + key + "\"}";
            }
        },
        KEY_IN_TASKS("/v1/tasks/submit", "/task_id", PRICE_OF_A_PICTURE) {
            @Override
            String body(int key) {
                return "{\"model\":\"seedream-v4\",\"params\":{\"prompt\":\"hello " + key + "\"}}";
            }
        },
        OUT_TASK_ID("/v1/tasks/submit", "/task_id", PRICE_OF_A_PICTURE) {
            @Override
            String body(int key) {
                return "{\"model\":\"seedream-v4\",\"params\":{\"prompt\":\"hello " + key
                        + "\"},\"out_task_id\":\"mine-" + key + "\"}";
            }

            @Override
            boolean sendsKey() {
                return false;
            }
        },
        BOTH("/v1/tasks/submit", "/task_id", PRICE_OF_A_PICTURE) {
            @Override
            String body(int key) {
                return OUT_TASK_ID.body(key);
            }
        };

        private final String path;
        private final String id;
        private final int price;

        Form(String path, String id, int price) {
            this.path = path;
            this.id = id;
            this.price = price;
        }

        abstract String body(int key);

        boolean sendsKey() {
            return true;
        }

        HttpRequest request(Client client, int key) {
            var request = client.request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body(key)));
            return sendsKey()
                    ? request.header("Idempotency-Key", "key-" + key).build()
                    : request.build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_name_makes_one_task_and_one_hold_however_many_ask_at_once(Form form) {
        long grant = (long) KEYS * form.price;
        server.live
                .store
                .ledger()
                .grant(server.owner.account(), new Credits(grant))
                .join();
        var ids = new HashSet<String>();
        for (int key = 0; key < KEYS; key++) {
            ids.add(together(form, key));
            // The allowance of submits is by the minute.
            server.time.pass(Duration.ofSeconds(1));
        }
        assertThat(ids).hasSize(KEYS);
        var book = server.live.store.ledger().book(server.owner.account()).join();
        assertThat(book.held()).isEqualTo(grant);
    }

    private String together(Form form, int key) {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int one = 0; one < CLIENTS; one++)
            answers.add(client.begin(form.request(client, key)));
        var ids = new HashSet<String>();
        for (var answer : answers) {
            var response = answer.join();
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
            ids.add(Client.json(response).at(form.id).asString());
        }
        assertThat(ids).hasSize(1);
        return ids.iterator().next();
    }

    @Test
    void a_key_of_one_dialect_answers_in_no_other() {
        var ids = new HashSet<String>();
        for (var form : new Form[] {Form.KEY_IN_TOOLS, Form.KEY_IN_EXECUTIONS, Form.KEY_IN_TASKS}) {
            var response = Client.send(form.request(client, 1));
            assertThat(response.headers().firstValue("Idempotent-Replayed")).isEmpty();
            JsonNode id = Client.json(response).at(form.id);
            assertThat(id.isString()).as(response.body()).isTrue();
            ids.add(DialectClient.bare(id.asString()));
            var again = Client.send(form.request(client, 1));
            assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(again.body()).isEqualTo(response.body());
            assertThat(again.statusCode()).isEqualTo(response.statusCode());
        }
        assertThat(ids).hasSize(3);
    }
}
