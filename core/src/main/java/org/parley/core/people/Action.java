package org.parley.core.people;

import java.util.Locale;
import java.util.Optional;

/// Something that can be done at a node. Each way in – page, form, programming interface, command –
/// names exactly one.
public enum Action {
  // An incident's life
  REPORT_INCIDENT,
  LIST_INCIDENTS,
  READ_INCIDENT,
  ADD_TO_REPORT,
  TRIAGE_INCIDENT,
  STATE_FACTS,
  ADOPT_STATEMENT,
  MARK_INCIDENT,
  RELATE_INCIDENTS,
  NOTE_ON_INCIDENT,
  ATTACH_FILE,
  RELEASE_ATTACHMENT,
  GIVE_TASK,
  HAND_OVER,
  SHOW_TO_OFFICE,
  CLOSE_INCIDENT,
  EXPORT_INCIDENT,
  IMPORT_REGISTER,

  // The network
  KEEP_CHECKS,
  ANSWER_CHECK,

  // Messages
  LIST_MESSAGES,
  READ_MESSAGE,
  OPEN_MESSAGE,
  ACKNOWLEDGE_MESSAGE,
  DECLINE_MESSAGE,
  PASS_ON_MESSAGE,
  ASK_AGAIN,
  TAKE_DOWN_REPLY,
  WRITE_MESSAGE,
  CLEAR_MESSAGE,
  READ_BRIEF,
  KEEP_EXCHANGE,
  SEE_CUSTODY,

  // Scales
  READ_SCALES,
  DRAFT_SCALE,
  ADOPT_SCALE,

  // The network
  SPEAK_UNDER_MEASURE,
  READ_DIRECTORY,
  KEEP_DIRECTORY,
  TAKE_DIRECTORY_AWAY,
  SEE_ROSTER,
  /// Puts the node's signature under a change of the roster, or proposes a removal.
  SIGN_ROSTER,
  /// Draws charters up and registers, for whoever runs the network.
  KEEP_ROSTER,

  // The node
  SEE_HOME,
  KEEP_OWN_ACCOUNT,
  KEEP_ACCOUNTS,
  SET_UP_NODE,
  SEE_NODE_HEALTH,
  READ_JOURNAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Action> parse(String word) {
    for (Action action : values()) {
      if (action.word().equals(word)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
