package org.parley.node.replies;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.couriers.mail.reply.ReplyMail;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.messages.page.StatementView;

/// The form by which an officer takes down what a recipient said in another way.
///
/// @param keys that the directory names for the recipient's mail
/// @param fields as they were typed
/// @param found what checking the mail has shown, where it proves less than it could
public record ReplyPage(
    ConversationId id,
    Dossier dossier,
    OfficeId recipient,
    List<KeyNote> keys,
    DraftFields fields,
    Optional<OutsideReply.Finding> found,
    MessageSpeech speech) {

  public ReplyPage {
    keys = List.copyOf(keys);
  }

  public String back() {
    return "/messages/" + id + "#" + StatementView.anchor(dossier);
  }

  public String path() {
    return "/messages/" + id + "/reply";
  }

  /// What a mail has to quote, so that it names the message.
  public String digits() {
    return dossier.digest().hex().substring(0, ReplyMail.DIGITS);
  }

  public OutsideReply.Says says() {
    return OutsideReply.Says.parse(fields.text("says")).orElse(OutsideReply.Says.ACKNOWLEDGED);
  }

  public boolean isMail() {
    return fields.text("way").equals(OutsideReply.Way.MAIL.word());
  }
}
