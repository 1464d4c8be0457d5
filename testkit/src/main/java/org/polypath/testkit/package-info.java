/**
 * Examines a vendor's bundle on a simulated array: {@link org.polypath.testkit.Examination} is
 * where to begin.
 */
package org.polypath.testkit;
