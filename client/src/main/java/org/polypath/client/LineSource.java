package org.polypath.client;

import java.io.IOException;
import java.util.Optional;

/** Where a dialogue's lines come from. */
@FunctionalInterface
interface LineSource {
  /** The next line; empty at the end. */
  Optional<String> next() throws IOException;
}
