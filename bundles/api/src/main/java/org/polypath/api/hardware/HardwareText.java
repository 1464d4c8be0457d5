package org.polypath.api.hardware;

/**
 * Hardware entries of a plug-in, as text.
 *
 * @param name what they are called in findings and origins beside the bundle's name and version,
 *     for instance {@code hardware.conf}
 * @param text a section {@code devices { device { … } }} in the syntax of multipath.conf(5); lines
 *     are counted from its first one. Other sections are passed over, with a finding
 */
public record HardwareText(String name, String text) {}
