package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.Submission;

import org.junit.jupiter.api.Test;

/** Sessions, and the submits that name one. */
abstract class SessionContract extends StoreSituation {

    private Session session(Principal who) {
        return scene.done(scene.store()
                .sessions()
                .create(who.account(), new SessionId(scene.id()), "holiday"));
    }

    @Test
    void one_is_found_as_it_was_made_also_after_a_restart() {
        var made = session(ann);
        assertThat(made.created()).isEqualTo(time.instant());
        for (int i = 0; i < 2; i++) {
            assertThat(scene.done(scene.store().sessions().find(ann.account(), made.id())))
                    .contains(made);
            scene.store().reopen();
        }
    }

    @Test
    void a_strangers_is_not_there() {
        var bobs = session(scene.account(0));
        assertThat(scene.done(scene.store().sessions().find(ann.account(), bobs.id())))
                .isEmpty();
        assertThat(scene.submit(order().in(bobs.id()))).isEqualTo(new Submission.UnknownSession());
    }

    @Test
    void one_that_its_owner_uses_is_still_no_strangers() {
        var bob = scene.account(100);
        var bobs = session(bob);
        scene.accepted(Order.by(bob).in(bobs.id()));
        assertThat(scene.submit(order().in(bobs.id()))).isEqualTo(new Submission.UnknownSession());
    }

    @Test
    void an_absent_one_is_refused_and_its_submit_leaves_nothing_behind() {
        var absent = new SessionId(scene.id());
        assertThat(scene.submit(order().under("k").called("a").in(absent)))
                .isEqualTo(new Submission.UnknownSession());
        assertThat(scene.book(ann).held()).isZero();
        scene.accepted(order().under("k").called("a"));
    }

    @Test
    void an_absent_one_is_no_matter_of_the_submits_beside_it() {
        var before = scene.send(order().under("k"));
        var absent = scene.send(order().in(new SessionId(scene.id())));
        var after = scene.send(order().under("k"));
        scene.store().settle();
        var first = Scene.ref(before.join());
        assertThat(absent.join()).isEqualTo(new Submission.UnknownSession());
        assertThat(after.join())
                .isInstanceOfSatisfying(
                        Submission.Replayed.class,
                        replayed -> assertThat(replayed.task()).isEqualTo(first));
    }

    @Test
    void one_is_there_for_what_comes_after_it_in_its_batch() {
        var id = new SessionId(scene.id());
        var early = scene.send(order().in(id));
        var made = scene.store().sessions().create(ann.account(), id, "holiday");
        var late = scene.send(order().in(id));
        scene.store().settle();
        assertThat(early.join()).isEqualTo(new Submission.UnknownSession());
        assertThat(made).isCompleted();
        var task = Scene.ref(late.join());
        assertThat(scene.view(ann, task).input().session()).isEqualTo(id);
    }
}
