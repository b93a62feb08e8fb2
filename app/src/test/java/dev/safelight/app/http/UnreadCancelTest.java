package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

class UnreadCancelTest extends OverTheWire {

    @Nested
    class WhenTheStoreCannotBeRead {

        @Test
        void a_cancel_that_is_on_disk_is_told() {
            String id = client.data("generate-tts", "{\"text\":\"a\"}")
                    .get("taskId")
                    .asString();
            server.live.readers.shutdown();
            var response = client.execute("cancel-task", "{\"taskId\":\"" + id + "\"}");
            assertThat(response.statusCode()).isEqualTo(200);
            var data = JsonMapper.shared().readTree(response.body()).get("data");
            assertThat(data.get("cancelled").asBoolean()).isTrue();
            assertThat(data.get("taskId").asString()).isEqualTo(id);
            assertThat(data.get("status").asString()).isEqualTo("CANCELLED");
        }
    }
}
