/** From lines to sections, with a finding for whatever is wrong. */
package org.polypath.config.read;
