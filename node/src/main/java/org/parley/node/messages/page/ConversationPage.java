package org.parley.node.messages.page;

import java.util.List;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.ledger.Conversation;

/// One conversation as an office sees it.
///
/// @param title what it is about
/// @param statements in the order they came to be known, the newest last
/// @param clashes how many pairs of statements an office has said under one number
public record ConversationPage(
    Conversation state,
    OfficeId office,
    String title,
    List<StatementView> statements,
    int clashes,
    MessageSpeech speech) {

  public ConversationPage {
    statements = List.copyOf(statements);
  }

  public String path() {
    return "/messages/" + state.id();
  }

  /// The formats by which the office can answer a statement.
  public List<Format> answers(FormatId asked) {
    return answers(speech.formats(), asked, office);
  }

  static List<Format> answers(Formats formats, FormatId asked, OfficeId by) {
    return formats.newest().stream()
        .filter(format -> format.use().answers().contains(asked.number()))
        .filter(format -> format.use().senders().contains(by.kind()))
        .toList();
  }
}
