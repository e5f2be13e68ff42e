package org.parley.node.workbench.page;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.draft.DraftPart;

/// One change.
///
/// @param step its number, counted from 1
/// @param part the file that was saved; empty where none was
/// @param restorable whether the file can become again what it was after this change
public record Step(
    int step, Instant at, String who, String what, Optional<DraftPart> part, boolean restorable) {}
