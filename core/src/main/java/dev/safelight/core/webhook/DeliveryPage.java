package dev.safelight.core.webhook;

import dev.safelight.core.id.Cursor;

import java.util.List;

/**
 * Some of an account's deliveries, in order.
 *
 * @param deliveries may be empty though more follow: a long stretch may be others'
 * @param next where to go on
 * @param isLast whether nothing followed when it was read
 */
public record DeliveryPage(List<Delivery> deliveries, Cursor next, boolean isLast) {}
