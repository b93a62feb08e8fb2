package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;

/** {@code GET /v1/me}: whose key this is. Accounts have no address, so that one leads nowhere. */
final class MeOperation {
    private MeOperation() {}

    static Answer me(Call call) {
        Principal who = call.who();
        long account = who.account().number();
        long key = who.key().number();
        return Answer.json(JsonText.object(json -> {
            json.writeStringProperty("apiKeyId", "vg_key_" + key);
            json.writeStringProperty("apiKeyNickname", who.names().label());
            json.writeStringProperty("email", "account-" + account + "@safelight.invalid");
            json.writeStringProperty("displayName", who.names().account());
            json.writeStringProperty("teamId", "vg_team_" + account);
        }));
    }
}
