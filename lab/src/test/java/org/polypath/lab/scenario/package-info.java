/** The scenarios, one class for each thing that must hold on a real kernel. */
package org.polypath.lab.scenario;
