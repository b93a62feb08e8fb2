package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.DeliveryForm;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What sending needs of the process around it.
 *
 * @param handlers runs what words, signs and sends; never the writer's thread
 * @param random for the differences between equal pauses
 */
public record DispatchPorts(
        Deliveries deliveries,
        Courier courier,
        DeliveryForm form,
        Clocks clocks,
        Executor handlers,
        RandomGenerator random) {

    /**
     * Two clocks, so that a machine whose clock jumps neither makes a storm nor signs a moment that
     * receivers refuse.
     *
     * @param steady by which deliveries are due; never jumps
     * @param wall what the machine says at this moment, for the signature
     */
    public record Clocks(InstantSource steady, InstantSource wall) {
        DeliveryForm.Moment moment() {
            return new DeliveryForm.Moment(steady.instant(), wall.instant());
        }
    }
}
