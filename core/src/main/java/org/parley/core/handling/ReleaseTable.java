package org.parley.core.handling;

import static org.parley.core.handling.Release.Reason.MARKING_NOT_KNOWN;
import static org.parley.core.handling.Release.Reason.ONLY_THE_NETWORK;
import static org.parley.core.handling.Release.Reason.ONLY_THE_RECIPIENTS_STATE;
import static org.parley.core.handling.Release.Reason.ONLY_THE_RECIPIENTS_STATE_AND_SERVED;
import static org.parley.core.handling.Release.Reason.ONLY_THOSE_NAMED;
import static org.parley.core.handling.Release.Reason.OTHER_REALM;

/// The release decision, as one table of marking and relation. What the table refuses, only the
/// originator can allow, by a statement of its own that names the new recipient.
///
/// | | originator | named | same State | served | other State | institution | public |
/// |---|---|---|---|---|---|---|---|
/// | CLEAR | yes | yes | yes | yes | yes | yes | yes |
/// | GREEN | yes | yes | yes | yes | yes | yes | no |
/// | AMBER | yes | yes | yes | yes | no | no | no |
/// | AMBER+STRICT | yes | yes | yes | no | no | no | no |
/// | RED, or a secrecy grade, or not known | yes | yes | no | no | no | no | no |
///
/// Into another realm nothing goes, whatever its marking.
public final class ReleaseTable {

  private ReleaseTable() {}

  /// Whether something so marked may be given to somebody who stands so to it.
  public static Release decide(Marking marking, Relation to) {
    if (to == Relation.OTHER_REALM) {
      return new Release.Refused(OTHER_REALM);
    }
    if (to.compareTo(farthest(marking)) <= 0) {
      return new Release.Released();
    }
    return new Release.Refused(reason(marking));
  }

  /// The farthest relation to which it may go.
  private static Relation farthest(Marking marking) {
    if (!marking.grades().isEmpty()) {
      return Relation.NAMED;
    }
    return switch (marking.reach()) {
      case CLEAR -> Relation.PUBLIC;
      case GREEN -> Relation.INSTITUTION;
      case AMBER -> Relation.SERVED;
      case AMBER_STRICT -> Relation.SAME_STATE;
      case RED -> Relation.NAMED;
    };
  }

  private static Release.Reason reason(Marking marking) {
    if (!marking.unknown().isEmpty()) {
      return MARKING_NOT_KNOWN;
    }
    if (!marking.grades().isEmpty()) {
      return ONLY_THOSE_NAMED;
    }
    return switch (marking.tlp()) {
      case CLEAR, GREEN -> ONLY_THE_NETWORK;
      case AMBER -> ONLY_THE_RECIPIENTS_STATE_AND_SERVED;
      case AMBER_STRICT -> ONLY_THE_RECIPIENTS_STATE;
      case RED -> ONLY_THOSE_NAMED;
    };
  }
}
