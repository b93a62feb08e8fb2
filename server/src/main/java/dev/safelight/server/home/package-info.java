/**
 * The page that a browser sees at the root of the server. The application builds its face. It shows
 * nothing of any account and takes nothing from whoever looks.
 */
@NullMarked
package dev.safelight.server.home;

import org.jspecify.annotations.NullMarked;
