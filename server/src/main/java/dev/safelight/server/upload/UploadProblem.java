package dev.safelight.server.upload;

import dev.safelight.core.asset.Inspection;
import dev.safelight.core.upload.UploadRefusal;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

/** Says why bytes are not taken. */
final class UploadProblem {
    private static final int SOON = 5;

    private UploadProblem() {}

    static Problem of(UploadRefusal refusal) {
        return switch (refusal) {
            case UploadRefusal.NotOpen() ->
                Problem.of(
                        ProblemCode.UPLOAD_NOT_OPEN,
                        "This upload takes no bytes: they have come already, were refused, or"
                                + " are not wanted any more. Ask for another upload to bring"
                                + " others.");
            case UploadRefusal.UnderWay() ->
                Problem.of(
                                ProblemCode.UPLOAD_UNDER_WAY,
                                "The bytes of this upload are coming in right now. When that breaks"
                                        + " off, they can be sent again.")
                        .retryAfter(SOON);
            case UploadRefusal.KeyEnded(var announced) -> keyEnded(announced);
            case UploadRefusal.TooMany(var ofAccount, var most) -> tooMany(ofAccount, most);
            case UploadRefusal.OverQuota(var limit, var used) ->
                Problem.of(
                        ProblemCode.STORAGE_QUOTA_EXCEEDED,
                        "The files of this account may take " + limit + " bytes and take " + used
                                + " with those that come in right now. Ask the operator for more.");
            case UploadRefusal.Undecided() ->
                Problem.of(
                                ProblemCode.OVERLOADED,
                                "The server was too busy to look into this file in time; nothing"
                                        + " was stored. Send it again in a moment.")
                        .retryAfter(SOON);
            case UploadRefusal.NotUnderstood(var why) ->
                Problem.of(code(why.reason()), why.message());
        };
    }

    /** The store cannot say whether a file was stored that was brought whole. */
    static Problem unknown() {
        return Problem.of(
                        ProblemCode.OUTCOME_UNKNOWN,
                        "The storage failed while this file was being stored. Look at the list of"
                                + " files before you send it again: it may be there.")
                .retryAfter(SOON);
    }

    private static Problem keyEnded(boolean announced) {
        return announced
                ? Problem.of(
                        ProblemCode.EXPIRED_SIGNATURE,
                        "This upload has ended with the key that it was asked for with. Ask for"
                                + " another one with a key that is good.")
                : Problem.of(
                        ProblemCode.INVALID_KEY,
                        "The key has ended while the file came in. Bring it again with a key that"
                                + " is good.");
    }

    private static Problem tooMany(boolean ofAccount, int most) {
        return ofAccount
                ? Problem.of(
                                ProblemCode.TOO_MANY_UPLOADS,
                                "This account has " + most
                                        + " uploads coming in already. Try again when one has"
                                        + " ended.")
                        .retryAfter(SOON)
                : Problem.of(
                                ProblemCode.OVERLOADED,
                                "Too many uploads are coming in. Try again in a moment.")
                        .retryAfter(SOON);
    }

    private static ProblemCode code(Inspection.Reason reason) {
        return switch (reason) {
            case UNKNOWN_TYPE -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case DAMAGED, TOO_MUCH -> ProblemCode.INVALID_FILE;
            case NO_PROGRAM -> ProblemCode.NOT_AVAILABLE;
        };
    }
}
