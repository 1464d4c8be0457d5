/** {@code mpathconf}: edits {@code /etc/multipath.conf} and leaves the user's words in place. */
package org.polypath.client.mpathconf;
