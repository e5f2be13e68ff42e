package org.parley.node.workbench.page;

/// An edition that a draft can be copied from.
///
/// @param value as the form sends it
public record Origin(String value, String title, String name) {}
