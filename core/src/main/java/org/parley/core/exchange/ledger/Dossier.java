package org.parley.core.exchange.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.terms.Digest;

/// One statement as this node keeps it, with an account for each recipient.
///
/// @param digest of its exact bytes: its name
/// @param composer who composed it, of our own
/// @param accounts by recipient, in the order of its distribution list
public record Dossier(
    Digest digest,
    Outline outline,
    Stage stage,
    Optional<Hand> composer,
    SequencedMap<OfficeId, Account> accounts) {

  /// What can still be done with a statement.
  public enum Stage {
    /// Ours, not yet cleared.
    DRAFT,
    /// Ours, cleared for dispatch.
    CLEARED,
    /// Ours, and given up before it was sent.
    DISCARDED,
    /// Ours, and sent: nothing about it changes any more.
    SENT,
    /// Another office's, and held here.
    HELD
  }

  public Dossier {
    accounts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(accounts));
  }

  static Dossier begin(Digest digest, Outline outline, Stage stage, Optional<Hand> composer) {
    SequencedMap<OfficeId, Account> accounts = new LinkedHashMap<>();
    outline.route().recipients().forEach(each -> accounts.put(each, Account.empty(each)));
    return new Dossier(digest, outline, stage, composer, accounts);
  }

  public boolean isOurs() {
    return stage != Stage.HELD;
  }

  /// Whether it counts as said: not a draft, and not discarded.
  public boolean isSaid() {
    return stage == Stage.SENT || stage == Stage.HELD;
  }

  public Optional<Account> account(OfficeId recipient) {
    return Optional.ofNullable(accounts.get(recipient));
  }

  /// The mails that were taken down about it, each once, recipient by recipient.
  public List<OutsideReply.Letter> letters() {
    return accounts.values().stream()
        .flatMap(account -> account.steps().stream())
        .flatMap(step -> step.outside().stream())
        .flatMap(reply -> reply.letter().stream())
        .distinct()
        .toList();
  }

  Dossier at(Stage next) {
    return new Dossier(digest, outline, next, composer, accounts);
  }

  /// With a step in one account; unchanged where the office has none.
  Dossier with(OfficeId recipient, Step step) {
    if (!accounts.containsKey(recipient)) {
      return this;
    }
    return each(account -> account.recipient().equals(recipient) ? account.with(step) : account);
  }

  Dossier each(UnaryOperator<Account> change) {
    SequencedMap<OfficeId, Account> next = new LinkedHashMap<>();
    accounts.forEach((office, account) -> next.put(office, change.apply(account)));
    return new Dossier(digest, outline, stage, composer, next);
  }
}
