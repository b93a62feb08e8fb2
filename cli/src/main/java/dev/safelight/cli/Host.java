package dev.safelight.cli;

import dev.safelight.client.Environment;

import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param variables of the environment
 */
public record Host(
        Map<String, String> variables,
        Streams streams,
        Environment environment,
        Interrupts interrupts,
        LocalServer localServer) {}
