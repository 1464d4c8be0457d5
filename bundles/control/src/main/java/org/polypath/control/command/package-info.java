/** The words that the socket understands: their grammar, and what each command does. */
package org.polypath.control.command;
