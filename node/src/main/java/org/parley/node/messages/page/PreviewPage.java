package org.parley.node.messages.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.KeyHealth;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Statement;
import org.parley.core.terms.Party;
import org.parley.formats.library.EditionName;

/// What would be sent, and to whom, before it is.
///
/// @param content what each of them will see
/// @param secondPerson whether another person must clear it
public record PreviewPage(
    UUID draft,
    Statement statement,
    StatementView.Content content,
    List<Reader> readers,
    List<Elsewhere> elsewhere,
    boolean secondPerson,
    MessageSpeech speech) {

  public PreviewPage {
    readers = List.copyOf(readers);
    elsewhere = List.copyOf(elsewhere);
  }

  /// Who gets it.
  ///
  /// @param node where it goes; empty where none is known
  /// @param health whether it can be sealed to that node now
  public record Reader(
      OfficeId office, boolean copy, Optional<NodeId> node, Optional<KeyHealth> health) {

    public boolean isReachable() {
      return health
          .filter(each -> each == KeyHealth.SOUND || each == KeyHealth.RUNNING_OUT)
          .isPresent();
    }
  }

  /// What a recipient's scale says of the released facts.
  public record Elsewhere(Party party, EditionName edition, List<String> grades) {
    public Elsewhere {
      grades = List.copyOf(grades);
    }
  }

  public boolean canGo() {
    return readers.stream().allMatch(Reader::isReachable);
  }
}
