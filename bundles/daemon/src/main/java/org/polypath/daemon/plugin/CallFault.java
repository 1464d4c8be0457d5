package org.polypath.daemon.plugin;

/**
 * Why a call gave no answer.
 *
 * @param text one line that names the plug-in and says what it did wrong
 * @param asked whether its code was called at all: one that was not is at no fault
 */
record CallFault(String text, boolean asked) {}
