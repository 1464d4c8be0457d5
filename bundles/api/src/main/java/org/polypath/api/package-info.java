/**
 * What every plug-in may lean on: how it is named. The model and the plug-in interfaces are in the
 * packages below.
 *
 * <p>No method of this API takes or answers {@code null}; what may be missing is an {@link
 * java.util.Optional}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api;
