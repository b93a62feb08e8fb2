package dev.safelight.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.TaskId;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class DeliveryTest {
    private static final TaskId TASK = new TaskId(new Id(7, 8));
    private static final KeyHandle KEY = new KeyHandle(new Id(1, 2));
    private static final EndpointId ENDPOINT = new EndpointId(new Id(5, 6));

    private static String webhookId(Target target, TaskId task, long sequence) {
        return webhookId(target, new Delivery.About.OfTask(task, sequence));
    }

    private static String webhookId(Target target, Delivery.About about) {
        var progress = new Delivery.Progress(Delivery.State.DECIDED, Instant.EPOCH, 0, 0, null);
        return new Delivery(
                        new Cursor("1"), new AccountId(1), target, about, Instant.EPOCH, progress)
                .webhookId();
    }

    private static Target endpoint(EndpointId id, String url) {
        return new Target.OfEndpoint(id, null, url, "tools");
    }

    @Test
    void its_webhook_id_never_changes_from_one_build_to_the_next() {
        assertThat(webhookId(endpoint(ENDPOINT, "https://a"), TASK, 3))
                .isEqualTo("msg_5NHXQ9YG3FZEE6PM0CAXTNR6MQ");
        assertThat(webhookId(new Target.OfCallback(TASK, KEY, "https://a", "tools"), TASK, 3))
                .isEqualTo("msg_1AX0ME9PQ93T7V5DK2KCW8VFJE");
    }

    @Test
    void its_webhook_id_differs_by_target_task_and_entry() {
        var other = new TaskId(new Id(7, 9));
        assertThat(new String[] {
                    webhookId(endpoint(ENDPOINT, "https://a"), TASK, 3),
                    webhookId(endpoint(ENDPOINT, "https://a"), TASK, 4),
                    webhookId(endpoint(ENDPOINT, "https://a"), other, 3),
                    webhookId(endpoint(new EndpointId(new Id(5, 7)), "https://a"), TASK, 3),
                    webhookId(new Target.OfCallback(TASK, KEY, "https://a", "tools"), TASK, 3),
                    webhookId(endpoint(new EndpointId(TASK.id()), "https://a"), TASK, 3)
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void its_webhook_id_stays_when_the_address_changes() {
        assertThat(webhookId(endpoint(ENDPOINT, "https://a"), TASK, 3))
                .isEqualTo(webhookId(endpoint(ENDPOINT, "https://b"), TASK, 3));
    }

    private static Delivery.About file(long id, Occasion occasion, String entry) {
        return new Delivery.About.OfFile(new AssetId(new Id(3, id)), occasion, new Cursor(entry));
    }

    @Test
    void one_entry_of_a_file_has_an_id_for_each_occasion() {
        var target = endpoint(ENDPOINT, "https://a");
        assertThat(new String[] {
                    webhookId(target, file(1, Occasion.FILE_UPLOADED, "5")),
                    webhookId(target, file(1, Occasion.FILE_DOWNLOADABLE, "5")),
                    webhookId(target, file(1, Occasion.FILE_UPLOADED, "6")),
                    webhookId(target, file(2, Occasion.FILE_UPLOADED, "5")),
                    webhookId(target, new Delivery.About.OfTest(new Cursor("5"))),
                    webhookId(target, new Delivery.About.OfTest(new Cursor("6")))
                })
                .doesNotHaveDuplicates();
    }
}
