@org.jspecify.annotations.NullMarked
package org.parley.node.provider;
