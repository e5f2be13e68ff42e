package org.parley.node.workbench.page;

/// A language, with how many names it still lacks.
public record LabelLanguage(String tag, String name, long missing, boolean chosen) {}
