package org.polypath.linux.sysfs;

import java.util.Optional;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.Transport;

/**
 * How a disk is connected.
 *
 * @param transport the transport
 * @param ports the names of both ends
 * @param adapter what the host's end is called: its PCI address, for iSCSI its IP address
 */
record Connection(Transport transport, PortNames ports, Optional<String> adapter) {}
