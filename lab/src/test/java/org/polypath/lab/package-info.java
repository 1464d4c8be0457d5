/** The lab's guest: a real kernel in a process, driven step by step by the scenarios' tests. */
package org.polypath.lab;
