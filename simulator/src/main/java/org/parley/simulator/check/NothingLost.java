package org.parley.simulator.check;

import java.util.Optional;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.ledger.Step;
import org.parley.core.terms.Realm;
import org.parley.simulator.node.OldDisk;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Promise;

/// I1: what a person was told is done is done, what a receipt acknowledged is there, and whatever a
/// sender's ledger says a recipient has, it has.
record NothingLost(Examination all) {

  void check() {
    for (Promise promise : all.notebook().promises()) {
      all.view(promise.node())
          .filter(view -> !isKept(view, promise))
          .ifPresent(view ->
              all.finding(
                  Invariant.I1,
                  view,
                  "said %s of %s, and it is gone"
                      .formatted(promise.kind(), promise.statement().brief())));
    }
    for (View view : all.views()) {
      view.dossiers()
          .forEach((realm, dossiers) -> dossiers.values().forEach(each -> held(view, realm, each)));
    }
  }

  private static boolean isKept(View view, Promise promise) {
    if (promise.kind() == Promise.Kind.DELIVERED) {
      return view.member().inspect(book -> book.inbox().bySlip(promise.statement()).isPresent());
    }
    Optional<Dossier> dossier = view.find(promise.realm(), promise.statement());
    Optional<Account> account = dossier.flatMap(each -> each.account(promise.office()));
    return switch (promise.kind()) {
      case COMPOSED -> dossier.isPresent();
      case CLEARED ->
          dossier.filter(each -> each.stage().compareTo(Dossier.Stage.CLEARED) >= 0).isPresent();
      case DISPATCHED -> dossier.filter(each -> each.stage() == Dossier.Stage.SENT).isPresent();
      case DELIVERED -> true;
      case OPENED -> account.filter(each -> each.has(Standing.OPENED)).isPresent();
      case ACKNOWLEDGED -> account.filter(each -> each.has(Standing.ACKNOWLEDGED)).isPresent();
      case DECLINED -> account.filter(each -> each.has(Standing.DECLINED)).isPresent();
      case PASSED_ON -> account.filter(each -> each.has(Standing.PASSED_ON)).isPresent();
    };
  }

  /// @param dossier in the sender's ledger
  private void held(View sender, Realm realm, Dossier dossier) {
    if (!dossier.isOurs()) {
      return;
    }
    for (Account account : dossier.accounts().values()) {
      Optional<View> recipient =
          all.viewOf(account.recipient()).filter(view -> !view.node().equals(sender.node()));
      boolean said =
          account.steps().stream()
              .filter(step -> step.claimed().isPresent())
              .map(Step::standing)
              .anyMatch(standing -> standing != Standing.UNDELIVERABLE);
      recipient
          .filter(view -> said && view.find(realm, dossier.digest()).isEmpty())
          .filter(view -> !all.notebook().lost(view.node(), OldDisk.of(dossier.digest())))
          .ifPresent(view ->
              all.finding(
                  Invariant.I1,
                  sender,
                  "its ledger says that %s has %s, and %s has it not"
                      .formatted(account.recipient(), dossier.digest().brief(), view.node())));
    }
  }
}
