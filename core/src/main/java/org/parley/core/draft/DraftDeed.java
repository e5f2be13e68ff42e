package org.parley.core.draft;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// Something done with a draft. Texts are named by their digests; the bytes are kept beside.
public sealed interface DraftDeed {

  /// A draft is begun.
  ///
  /// @param from the edition it was copied from, as people quote it; empty where it began blank
  record Begin(String title, Optional<String> from, Map<DraftPart, Digest> parts)
      implements DraftDeed {
    public Begin {
      parts = Map.copyOf(parts);
    }
  }

  /// A file is saved.
  ///
  /// @param was what its author saw before; empty where the file is new
  record Save(DraftPart part, Digest text, Optional<Digest> was) implements DraftDeed {}

  /// A file becomes again what it was after an earlier change.
  ///
  /// @param step the number of that change, counted from 1
  record Restore(DraftPart part, int step) implements DraftDeed {}

  /// The draft is put away; nothing of it is lost.
  record Discard() implements DraftDeed {}

  /// A draft that was put away is worked on again.
  record TakeUp() implements DraftDeed {}

  /// The draft is put before those who adopt; it stands still until they answer.
  ///
  /// @param from the day from which it is to be the node's own scale
  record Propose(LocalDate from) implements DraftDeed {}

  /// The proposal is taken back, or given back to be worked on.
  record GiveBack(String why) implements DraftDeed {}

  /// The draft becomes the node's own scale; it never changes again.
  record Adopt(LocalDate from) implements DraftDeed {}
}
