package org.polypath.config.read;

import java.util.List;
import org.polypath.config.model.Assigned;
import org.polypath.config.property.Section;
import org.polypath.config.syntax.Place;

/**
 * A section as one file has it.
 *
 * @param section which
 * @param place where it begins
 * @param lines the values set in it, in order
 * @param children the sections in it, in order
 */
record Body(Section section, Place place, List<Assigned<?>> lines, List<Body> children) {}
