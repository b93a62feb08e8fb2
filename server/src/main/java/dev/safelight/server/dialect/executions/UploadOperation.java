package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.UploadName;
import dev.safelight.core.upload.UploadVerdict;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Set;

/** {@code POST /v1/files/upload}: announces a file and answers where its bytes are sent. */
final class UploadOperation {
    private static final Set<String> TAKEN = Set.of("IMAGE", "VIDEO", "AUDIO", "PDF");
    private static final int LATER = 30;

    private final DialectPorts.Incoming incoming;
    private final DialectPorts.Source source;
    private final ShownIds ids;

    UploadOperation(DialectPorts ports, ShownIds ids) {
        incoming = ports.incoming();
        source = ports.source();
        this.ids = ids;
    }

    Answer announce(Call call) {
        var who = call.who();
        var id = new AssetId(source.ids().next(who.account().number()));
        var what = new NewUpload(id, who.account(), who.key(), call.text(), wish(call.body()));
        return Answer.later(incoming.uploads().announce(what), this::answer);
    }

    private static NewUpload.Wish wish(JsonNode asked) {
        return new NewUpload.Wish(
                UploadName.of(asked.get("displayName").asString()),
                kind(asked.path("type").asString("")),
                asked.path("isTemporary").asBoolean(false),
                asked.has("transcript") ? asked.get("transcript").asString() : null);
    }

    private static @Nullable String kind(String type) {
        if (type.isEmpty()) return null;
        if (TAKEN.contains(type)) return type.toLowerCase(Locale.ROOT);
        throw new Refusal(Problem.invalid(
                "type",
                "'type' " + type + " is not taken here. Send IMAGE, VIDEO, AUDIO or PDF, or leave"
                        + " it out."));
    }

    private Answer.Text answer(UploadVerdict verdict) {
        return switch (verdict) {
            case UploadVerdict.Waiting(var upload) -> waiting(upload.what().id());
            case UploadVerdict.TooManyPending(var most) -> throw tooMany(most);
            case UploadVerdict.Stored _ -> throw new IllegalStateException("no bytes have come");
            case UploadVerdict.NotOpen _ -> throw new IllegalStateException("it was just opened");
            case UploadVerdict.OverQuota _ -> throw new IllegalStateException("no bytes have come");
        };
    }

    private Answer.Text waiting(AssetId id) {
        String address =
                incoming.addresses().sign(id, incoming.uploads().limits().open());
        return Answer.json(JsonText.object(json -> {
            json.writeStringProperty("fileId", ids.of(id));
            json.writeStringProperty("uploadUrl", address);
        }));
    }

    private static Refusal tooMany(int most) {
        return new Refusal(Problem.of(
                        ProblemCode.TOO_MANY_UPLOADS,
                        "This account has " + most + " files announced whose bytes have not come."
                                + " Send them, or wait: each ends 15 minutes after it was"
                                + " announced.")
                .retryAfter(LATER));
    }
}
