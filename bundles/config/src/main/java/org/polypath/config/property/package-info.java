/** The table of keywords: where each may stand, what its values are, what it means. */
package org.polypath.config.property;
