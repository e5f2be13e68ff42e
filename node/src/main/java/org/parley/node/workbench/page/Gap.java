package org.parley.node.workbench.page;

/// A threshold that no case comes close to.
public record Gap(String quantity, String test, String where, String side) {}
