package org.polypath.core;

/**
 * When something happened.
 *
 * @param millis milliseconds on a clock that never jumps; only differences mean something
 * @param wallMillis milliseconds since 1970-01-01T00:00Z, for people to read
 */
public record Moment(long millis, long wallMillis) {}
