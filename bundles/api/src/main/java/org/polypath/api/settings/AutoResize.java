package org.polypath.api.settings;

/** Whether a map follows when all its paths have changed size ({@code auto_resize}). */
public enum AutoResize {
  /** Only when an administrator says so. */
  NEVER,
  /** When they have grown. */
  GROW_ONLY,
  /** Always. */
  GROW_SHRINK
}
