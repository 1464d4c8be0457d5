package org.polypath.config;

/**
 * A text in the language of {@code multipath.conf}.
 *
 * @param file the file it came from, or the plug-in; findings and origins name it
 * @param text its content
 */
public record SourceText(String file, String text) {}
