package org.parley.node.web;

/// Says what the node is at this moment; its set-up can change while it runs.
@FunctionalInterface
public interface Sites {

  Site now();
}
