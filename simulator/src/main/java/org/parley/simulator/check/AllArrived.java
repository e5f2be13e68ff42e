package org.parley.simulator.check;

import java.util.Optional;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.ledger.Step;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Outbox;
import org.parley.simulator.node.OldDisk;
import org.parley.simulator.world.Invariant;

/// I7, and with liars about I11: between honest nodes everything sent is there or was refused by
/// name, the sender knows it, and every act has come to the sender's ear.
record AllArrived(Examination all) {

  void check() {
    for (View view : all.views()) {
      view.dossiers()
          .forEach((realm, dossiers) ->
              dossiers.values().stream()
                  .filter(dossier -> dossier.stage() == Dossier.Stage.SENT)
                  .forEach(dossier -> arrived(view, realm, dossier)));
      for (View other : all.views()) {
        view.member()
            .inspect(book -> book.outbox().waitingFor(other.node()))
            .forEach(waiting -> waits(view, waiting));
      }
    }
  }

  private void waits(View view, Outbox.Waiting waiting) {
    all.finding(
        Invariant.I7,
        view,
        "a parcel for %s still waits after %d tries, next at %s: %s"
            .formatted(
                waiting.parcel().to(),
                waiting.tries(),
                waiting.next(),
                waiting.lastCame().orElse("never tried")));
  }

  private void arrived(View sender, Realm realm, Dossier dossier) {
    for (Account account : dossier.accounts().values()) {
      Optional<View> recipient =
          all.viewOf(account.recipient()).filter(view -> !view.node().equals(sender.node()));
      if (recipient.isEmpty()) {
        continue;
      }
      Optional<Dossier> there = recipient.get().find(realm, dossier.digest());
      boolean refused = has(account, Standing.UNDELIVERABLE);
      boolean lost = all.notebook().lost(recipient.get().node(), OldDisk.of(dossier.digest()));
      if (there.isEmpty() && !refused && !lost) {
        late(sender, account, dossier, "has it not");
      } else if (there.isPresent() && !refused && !has(account, Standing.DELIVERED)) {
        late(sender, account, dossier, "has it, and the sender does not know");
      }
      there
          .flatMap(held -> held.account(account.recipient()))
          .ifPresent(theirs -> acts(sender, dossier, account, theirs));
    }
  }

  /// What the recipient's office did, in the recipient's own ledger, the sender must know.
  private void acts(View sender, Dossier dossier, Account ours, Account theirs) {
    theirs.steps().stream()
        .filter(step -> step.claimed().isEmpty() && step.by().equals(theirs.recipient()))
        // What an answer did says which; the answer is a statement of its own.
        .filter(step -> step.reason().filter(why -> why.matches("[0-9a-f]{64}")).isEmpty())
        .map(Step::standing)
        .filter(standing ->
            standing == Standing.OPENED
                || standing == Standing.ACKNOWLEDGED
                || standing == Standing.DECLINED
                || standing == Standing.PASSED_ON)
        .filter(standing -> !ours.has(standing))
        .filter(standing ->
            !all.notebook().lost(sender.node(), OldDisk.of(dossier.digest(), ours, standing)))
        .forEach(
            standing -> late(sender, ours, dossier, standing + ", and the sender never heard"));
  }

  private static boolean has(Account account, Standing standing) {
    return account.steps().stream()
        .anyMatch(step -> step.standing() == standing && step.claimed().isPresent());
  }

  private void late(View sender, Account account, Dossier dossier, String what) {
    all.finding(
        Invariant.I7,
        sender,
        "%s: %s %s".formatted(dossier.digest().brief(), account.recipient(), what));
  }
}
