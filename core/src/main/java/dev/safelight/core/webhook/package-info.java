/**
 * Who is told of what, and how far the telling has come: endpoints, deliveries and their attempts.
 * A store writes a delivery in the transaction that decides what it tells; a sender renders and
 * sends it later. Nothing here renders a payload or opens a connection.
 */
@NullMarked
package dev.safelight.core.webhook;

import org.jspecify.annotations.NullMarked;
