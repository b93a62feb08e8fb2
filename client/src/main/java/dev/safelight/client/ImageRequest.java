package dev.safelight.client;

import dev.safelight.client.json.Json;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/**
 * A picture, as a PNG.
 *
 * @param session every picture belongs to one
 * @param frame its shape; what is null is left to the server
 * @param look its manner; what is null is left to the server
 */
public record ImageRequest(
        SessionId session, String prompt, Frame frame, Look look, SubmitOptions options)
        implements Request {

    /**
     * Its shape.
     *
     * @param aspectRatio as in {@code 16:9}
     * @param size {@code 1K}, {@code 2K} or {@code 4K}
     */
    public record Frame(
            @Nullable String aspectRatio, @Nullable String size) {}

    /** The same seed gives the same bytes. */
    public record Look(@Nullable String style, OptionalLong seed) {}

    public static ImageRequest of(SessionId session, String prompt) {
        return new ImageRequest(
                session,
                prompt,
                new Frame(null, null),
                new Look(null, OptionalLong.empty()),
                SubmitOptions.NONE);
    }

    public ImageRequest aspectRatio(String ratio) {
        return new ImageRequest(session, prompt, new Frame(ratio, frame.size), look, options);
    }

    public ImageRequest size(String size) {
        return new ImageRequest(session, prompt, new Frame(frame.aspectRatio, size), look, options);
    }

    public ImageRequest style(String style) {
        return new ImageRequest(session, prompt, frame, new Look(style, look.seed), options);
    }

    public ImageRequest seed(long seed) {
        var next = new Look(look.style, OptionalLong.of(seed));
        return new ImageRequest(session, prompt, frame, next, options);
    }

    public ImageRequest with(SubmitOptions next) {
        return new ImageRequest(session, prompt, frame, look, next);
    }

    @Override
    public String tool() {
        return "generate-image-from-text";
    }

    @Override
    public Json.Obj fields() {
        var fields = new Fields()
                .text("workerId", session.value())
                .text("prompt", prompt)
                .text("aspectRatio", frame.aspectRatio)
                .text("imageSize", frame.size)
                .text("style", look.style);
        look.seed.ifPresent(seed -> fields.number("seed", seed));
        return fields.object();
    }
}
