package dev.safelight.testkit.architecture;

/**
 * One class using another; both are named by their outermost class.
 *
 * @param place a line of the class that uses, as in {@code B.java:12}; of its head where the
 *     compiler notes no line for the use itself
 */
record Use(String from, String to, String place) {}
