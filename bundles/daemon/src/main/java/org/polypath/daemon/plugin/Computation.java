package org.polypath.daemon.plugin;

import java.util.function.Function;

/**
 * Something that a plug-in computes of what it is given, without asking any path.
 *
 * @param subject the map that it is about
 * @param compute the plug-in's part: a pure function, so it may be asked again at any time
 * @param gist what of an answer two versions of a plug-in must agree about
 */
public record Computation<T, R>(String subject, Function<T, R> compute, Function<R, String> gist) {}
