/** POSIX extended regular expressions in linear time. */
package org.polypath.config.regex;
