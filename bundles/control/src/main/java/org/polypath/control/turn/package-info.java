/** In which order what clients ask for is worked off. */
package org.polypath.control.turn;
