/** What holds for one path or map: precedence, detection, blacklists. */
package org.polypath.config.resolve;
