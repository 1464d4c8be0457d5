package org.polypath.api.topology;

/**
 * Why something was decided.
 *
 * @param wallMillis when, in milliseconds since 1970-01-01T00:00Z
 * @param decision what was decided, for instance {@code path failed}
 * @param because the rule, measured value and origin behind it
 */
public record Reason(long wallMillis, String decision, String because) {}
