/** Programs that ask one path something: its priority, its target port groups. */
package org.polypath.client.path;
