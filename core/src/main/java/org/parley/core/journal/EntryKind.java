package org.parley.core.journal;

import java.util.Locale;
import java.util.Optional;

/// What a journal entry records.
public enum EntryKind {
  STATEMENT_SENT,
  STATEMENT_RECEIVED,
  /// A file that belongs to a statement went, or came.
  ATTACHMENT,
  SLIP_SENT,
  SLIP_RECEIVED,
  RECEIPT_GIVEN,
  RECEIPT_TAKEN,
  /// What an office did with a statement: opened, acknowledged, declined.
  ACT,
  CLEARANCE,
  /// Something was done with an incident at this node.
  INCIDENT,
  /// A State said what it does under a measure, or took it back.
  MEASURE,
  /// What is kept of a State's offices was changed or confirmed.
  CONTACTS,
  /// Something was done with a communication check of this node.
  CHECK,
  /// An edition became the node's own scale.
  SCALE_ADOPTED,
  DIRECTORY_ENTRY,
  ROSTER_ENTRY,
  CHARTER,
  REVOCATION,
  CHECKPOINT,
  COSIGNATURE,
  TIME_STAMP,
  /// Something came that was refused.
  REFUSAL,
  /// Two documents that cannot both be honest: two texts under one number, two roots of one size.
  EQUIVOCATION,
  /// Content was erased; its digest stays.
  ERASURE,
  /// The private half of a sealing period was destroyed.
  KEY_DESTROYED,
  /// The node came back from a backup: what it did since that was made, this journal does not know.
  RESTORED;

  public static Optional<EntryKind> parse(String word) {
    for (EntryKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
