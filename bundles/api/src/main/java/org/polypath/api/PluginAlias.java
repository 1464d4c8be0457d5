package org.polypath.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Further names under which a plug-in is found beside its {@link PluginName}, for instance what it
 * was called in configurations of long ago.
 *
 * <p>They become the service property {@value #PROPERTY}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PluginAlias {
  /** Prefix that makes the service property's name out of this annotation's. */
  String PREFIX_ = "polypath.";

  /** Name of the service property that holds the names. */
  String PROPERTY = "polypath.plugin.alias";

  /** The names, each a word of {@code multipath.conf}. */
  String[] value();
}
