package org.polypath.config;

/**
 * A line of a file that sets a keyword.
 *
 * @param file the file
 * @param line the line, from 1
 * @param value the value as it stands after the keyword, without quotes
 */
public record ConfiguredLine(String file, int line, String value) {}
