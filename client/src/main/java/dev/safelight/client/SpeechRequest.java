package dev.safelight.client;

import dev.safelight.client.json.Json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * A text, read aloud.
 *
 * @param session null for none
 * @param delivery what is null is left to the server
 */
public record SpeechRequest(
        @Nullable SessionId session, String text, Delivery delivery, SubmitOptions options)
        implements Request {

    /**
     * How it is read.
     *
     * @param voice an id of {@link Safelight#voices}
     * @param speed 1 is the voice's own pace
     * @param format {@code wav} or {@code flac}
     */
    public record Delivery(
            @Nullable String voice,
            @Nullable BigDecimal speed,
            @Nullable String format) {}

    public static SpeechRequest of(String text) {
        return new SpeechRequest(null, text, new Delivery(null, null, null), SubmitOptions.NONE);
    }

    public SpeechRequest in(SessionId next) {
        return new SpeechRequest(next, text, delivery, options);
    }

    public SpeechRequest voice(String voice) {
        return with(new Delivery(voice, delivery.speed, delivery.format));
    }

    public SpeechRequest speed(double speed) {
        if (!Double.isFinite(speed))
            throw new IllegalArgumentException("the speed is no number: " + speed);
        return with(new Delivery(delivery.voice, BigDecimal.valueOf(speed), delivery.format));
    }

    public SpeechRequest format(String format) {
        return with(new Delivery(delivery.voice, delivery.speed, format));
    }

    public SpeechRequest with(SubmitOptions next) {
        return new SpeechRequest(session, text, delivery, next);
    }

    private SpeechRequest with(Delivery next) {
        return new SpeechRequest(session, text, next, options);
    }

    @Override
    public String tool() {
        return "generate-tts";
    }

    @Override
    public Json.Obj fields() {
        return new Fields()
                .text("workerId", session == null ? null : session.value())
                .text("text", text)
                .text("voiceId", delivery.voice)
                .number("speed", delivery.speed)
                .text("format", delivery.format)
                .object();
    }
}
