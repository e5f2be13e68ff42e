package org.parley.node.workbench.page;

/// What a draft is compared with.
public record Other(String value, String says) {}
