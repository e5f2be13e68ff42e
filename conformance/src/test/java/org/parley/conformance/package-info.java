/** Tests of the house itself: its walls, its tidiness, its words. */
package org.parley.conformance;
