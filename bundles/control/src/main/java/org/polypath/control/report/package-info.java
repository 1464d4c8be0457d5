/**
 * What is Polypath's own to say of paths and maps: the state of things, reasons, and all of it as
 * JSON.
 */
package org.polypath.control.report;
