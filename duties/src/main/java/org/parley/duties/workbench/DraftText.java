package org.parley.duties.workbench;

import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftPart;
import org.parley.core.draft.ScaleDraft;
import org.parley.core.people.Relation;

/// A draft with the texts of its files.
///
/// @param relation how it stands to the one who reads it
public record DraftText(ScaleDraft draft, SortedMap<DraftPart, String> texts, Relation relation) {

  public DraftText {
    texts = new TreeMap<>(texts);
  }

  /// The text of a file; empty where the draft has no such file.
  public String text(DraftPart part) {
    return texts.getOrDefault(part, "");
  }
}
