package org.polypath.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The name under which a plug-in is found: the word an administrator writes in {@code
 * multipath.conf}, for instance {@code tur} for {@code path_checker tur}.
 *
 * <p>It becomes the service property {@value #PROPERTY}. Of two plug-ins of one kind with one name
 * the one that started last serves.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PluginName {
  /** Prefix that makes the service property's name out of this annotation's. */
  String PREFIX_ = "polypath.";

  /** Name of the service property that holds the plug-in's name. */
  String PROPERTY = "polypath.plugin.name";

  /** The plug-in's name, a word of {@code multipath.conf}. */
  String value();
}
