package org.polypath.api.map;

/**
 * Whether a device-mapper takes a path selector in a table.
 *
 * @param present whether it has the selector
 * @param target the version of its multipath target
 */
public record SelectorSupport(boolean present, TargetVersion target) {}
