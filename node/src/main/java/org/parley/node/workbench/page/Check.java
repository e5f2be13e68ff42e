package org.parley.node.workbench.page;

/// Something to be settled before a draft is proposed.
///
/// @param must whether it cannot be proposed without
public record Check(boolean holds, boolean must, String says, String path) {}
