package org.polypath.api.settings;

/**
 * Settings of one path.
 *
 * @param checker name of the checker
 * @param checkerTimeout timeout of the commands that checker and prioritizer send, in seconds, at
 *     least 1
 * @param prioritizer name of the prioritizer
 * @param prioritizerArguments its arguments; may be empty
 */
public record PathSettings(
    Setting<String> checker,
    Setting<Integer> checkerTimeout,
    Setting<String> prioritizer,
    Setting<String> prioritizerArguments) {}
