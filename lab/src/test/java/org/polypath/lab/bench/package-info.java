/** What scenarios set up in the guest: disks, targets, I/O, and the tools under test. */
package org.polypath.lab.bench;
