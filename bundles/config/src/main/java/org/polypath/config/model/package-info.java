/** Sections read and merged: what the files say, before it is resolved for a path or a map. */
package org.polypath.config.model;
