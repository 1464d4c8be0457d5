package org.polypath.simulator.san;

import org.polypath.api.path.Transport;

/** A host adapter. */
record HostAdapter(String name, int host, Transport transport, Link link) {}
