package org.parley.node.incidents;

/// Says what the node is at this moment; its set-up can change while it runs.
@FunctionalInterface
public interface Houses {

  House now();
}
