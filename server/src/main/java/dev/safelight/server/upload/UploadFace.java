package dev.safelight.server.upload;

import dev.safelight.core.upload.Uploads;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.BodyKind;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.face.ProblemJson;
import dev.safelight.server.http.face.RateHeaders;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.Header;

import java.util.List;

/**
 * {@code PUT /uploads/{id}}: takes the bytes of an announced file from whoever holds its signed
 * address. The address is the permission, so a page of anybody's may send, and read what it is
 * answered.
 */
public final class UploadFace {
    private static final String PATH = UploadAddresses.BASE + "/*";
    private static final List<Header> READABLE = List.of(
            new Header("Access-Control-Allow-Origin", "*"),
            new Header("Access-Control-Expose-Headers", "x-request-id, Retry-After"));
    private static final Answer.Text PREFLIGHT = new Answer.Text(204, "", new byte[0], READABLE)
            .with("Access-Control-Allow-Methods", "PUT")
            .with("Access-Control-Allow-Headers", "*")
            .with("Access-Control-Max-Age", "600");

    private final UploadAddresses addresses;
    private final Uploads uploads;
    private final Intake intake;

    public UploadFace(Uploads uploads, UploadAddresses addresses, Intake intake) {
        this.addresses = addresses;
        this.uploads = uploads;
        this.intake = intake;
    }

    /** The routes. */
    public Face face() {
        var problems = new ProblemJson();
        var conventions = new Conventions(
                (problem, id) ->
                        problems.show(problem.repeatedAs(problem.status()), id).with(READABLE),
                RateHeaders.NONE,
                KeyOrder.AUTHORIZATION_FIRST);
        return new Face(
                List.of(UploadAddresses.BASE),
                conventions,
                List.of(
                        new Route("PUT", PATH, Access.OPEN, BodyKind.STREAM, this::put),
                        new Route("OPTIONS", PATH, Access.OPEN, BodyKind.NONE, call -> PREFLIGHT)));
    }

    private Answer put(Call call) {
        var body = call.upload();
        var opening = uploads.open(addresses.check(call), body.declaredLength());
        return Answer.later(
                intake.take(body, opening), file -> Answer.json("{}").with(READABLE));
    }
}
