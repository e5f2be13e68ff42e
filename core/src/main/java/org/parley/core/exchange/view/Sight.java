package org.parley.core.exchange.view;

import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.handling.Relation;
import org.parley.core.handling.ReleaseTable;

/// As what an office of this node sees a statement. Offices of one node are sealed from each other:
/// what an office neither says nor is told, and was not passed on to it, does not exist for it.
public enum Sight {
  /// It is the office's own statement.
  SPEAKS,
  /// The statement is for the office, or it has a copy.
  ADDRESSED,
  /// Another office of the State passed it on, and its marking lets it go there.
  PASSED_ON;

  /// As what the office sees the statement; empty where it sees nothing of it.
  public static Optional<Sight> of(Dossier dossier, OfficeId office) {
    if (dossier.outline().from().equals(office)) {
      return Optional.of(SPEAKS);
    }
    if (!dossier.isSaid()) {
      return Optional.empty();
    }
    if (dossier.account(office).isPresent()) {
      return Optional.of(ADDRESSED);
    }
    return isPassedOn(dossier, office) ? Optional.of(PASSED_ON) : Optional.empty();
  }

  private static boolean isPassedOn(Dossier dossier, OfficeId office) {
    return office.kind() == OfficeKind.POLICY
        && dossier.stage() == Dossier.Stage.HELD
        && ReleaseTable.decide(dossier.outline().marking(), Relation.SAME_STATE).isReleased()
        && dossier.accounts().values().stream()
            .filter(account -> account.recipient().party().equals(office.party()))
            .anyMatch(Sight::wentToPolicy);
  }

  private static boolean wentToPolicy(Account account) {
    return account.steps().stream()
        .anyMatch(step ->
            step.standing() == Standing.PASSED_ON
                && step.reason().filter(Command.Level.POLICY.word()::equals).isPresent());
  }

  /// Whether the office may read what the statement says: what it was told, only after one of its
  /// people has opened it, so that nothing is read that counts as unopened.
  public boolean reads(Dossier dossier, OfficeId office) {
    return switch (this) {
      case SPEAKS, PASSED_ON -> true;
      case ADDRESSED ->
          dossier.account(office).map(account -> account.has(Standing.OPENED)).orElse(false);
    };
  }
}
