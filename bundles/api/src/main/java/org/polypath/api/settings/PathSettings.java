package org.polypath.api.settings;

/**
 * Settings of one path.
 *
 * @param checker name of the checker
 * @param checkerTimeout timeout of the commands that checker and prioritizer send, in seconds, at
 *     least 1
 * @param prioritizer name of the prioritizer
 * @param prioritizerArguments its arguments; may be empty
 * @param recheckWwid whether the WWID of a path that comes back is read again ({@code
 *     recheck_wwid})
 * @param transport what the kernel is told about its transport
 */
public record PathSettings(
    Setting<String> checker,
    Setting<Integer> checkerTimeout,
    Setting<String> prioritizer,
    Setting<String> prioritizerArguments,
    Setting<Boolean> recheckWwid,
    TransportSettings transport) {}
