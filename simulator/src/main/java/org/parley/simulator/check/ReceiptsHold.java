package org.parley.simulator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.issue.Checked;
import org.parley.core.journal.MerkleTree;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Trail;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.simulator.world.Invariant;

/// I3: every receipt that a node keeps is signed by who speaks in it, is about that statement, and
/// comes from somebody who had to do with it; and whatever a ledger says that another side said,
/// there is such a receipt for it.
record ReceiptsHold(Examination all) {

  void check() {
    for (View view : all.views()) {
      view.dossiers()
          .forEach(
              (realm, dossiers) -> dossiers.values().forEach(each -> receipts(view, realm, each)));
    }
  }

  private void receipts(View view, Realm realm, Dossier dossier) {
    List<Receipt> sound = new ArrayList<>();
    List<Octets> kept = view.member().inspect(book -> documents(book, realm, dossier.digest()));
    for (Octets signed : kept) {
      Seal examiner = view.member().keys().seal();
      Optional<Receipt> receipt = read(examiner.claimed(signed));
      Optional<String> wrong =
          receipt.isEmpty()
              ? Optional.of("no receipt at all")
              : wrong(examiner, signed, receipt.get(), realm, dossier);
      wrong.ifPresent(why ->
          all.finding(Invariant.I3, view, "keeps a receipt that does not hold: %s".formatted(why)));
      if (wrong.isEmpty()) {
        sound.add(receipt.orElseThrow());
        logged(view, receipt.orElseThrow());
      }
    }
    dossier.accounts().values().forEach(account -> backed(view, dossier, account, sound));
  }

  private static List<Octets> documents(Book book, Realm realm, Digest statement) {
    return new Trail(book, realm)
        .of(statement).stream()
            .filter(piece -> piece.kind() == Trail.Kind.RECEIPT)
            .map(piece -> book.documents().find(piece.document()).orElse(Octets.of("")))
            .toList();
  }

  private static Optional<Receipt> read(Checked<Octets> content) {
    return content.then(ReceiptReader::read) instanceof Checked.Sound<Receipt>(Receipt receipt, _)
        ? Optional.of(receipt)
        : Optional.empty();
  }

  private Optional<String> wrong(
      Seal examiner, Octets signed, Receipt receipt, Realm realm, Dossier dossier) {
    boolean signs =
        all.directory()
            .find(receipt.by().node())
            .filter(speaker ->
                examiner.verify(signed, speaker.certificates()) instanceof Checked.Sound<Octets>)
            .isPresent();
    if (!signs) {
      return Optional.of("it says it is of %s, who did not sign it".formatted(receipt.by().node()));
    }
    if (!receipt.statement().equals(dossier.digest()) || !receipt.realm().equals(realm)) {
      return Optional.of("it is about another statement");
    }
    boolean concerned =
        receipt.kind().isSenders()
            ? receipt.by().office().equals(dossier.outline().from())
            : dossier.outline().route().isFor(receipt.by().office());
    return concerned || isOurRefusal(receipt)
        ? Optional.empty()
        : Optional.of(receipt.by() + " has nothing to do with the statement");
  }

  /// A node signs what it refuses too, for whichever office comes first.
  private static boolean isOurRefusal(Receipt receipt) {
    return receipt.kind() == Receipt.Kind.REFUSED || receipt.kind() == Receipt.Kind.DELIVERED;
  }

  /// The root that a receipt names must be the root that the receiver's journal had at that size.
  private void logged(View holder, Receipt receipt) {
    Optional<Receipt.Logged> logged = receipt.proof().logged();
    Optional<View> speaker = all.view(receipt.by().node());
    if (logged.isEmpty() || speaker.isEmpty()) {
      return;
    }
    long size = logged.get().size();
    if (all.notebook().rewoundTo(receipt.by().node()).orElse(Long.MAX_VALUE) < size) {
      // What its journal was behind the backup is gone; its neighbours say so themselves.
      return;
    }
    boolean fits =
        size <= speaker.get().log().size()
            && speaker
                .get()
                .member()
                .inspect(book -> tree(book, size).root())
                .equals(logged.get().root());
    if (!fits) {
      all.finding(
          Invariant.I6,
          holder,
          "%s said its journal had another root at size %d".formatted(receipt.by().node(), size));
    }
  }

  private static MerkleTree tree(Book book, long size) {
    return new Journal(book).tree(size);
  }

  /// Whatever the ledger has by another side's clock stands on a receipt.
  private void backed(View view, Dossier dossier, Account account, List<Receipt> sound) {
    account.steps().stream()
        .filter(step -> step.claimed().isPresent())
        .filter(step ->
            sound.stream()
                .noneMatch(receipt ->
                    step.claimed().get().equals(receipt.at())
                        && receipt.by().node().party().equals(step.by().party())))
        .forEach(step ->
            all.finding(
                Invariant.I3,
                view,
                "its ledger has %s by %s for %s, and no receipt says so"
                    .formatted(step.standing(), step.by(), dossier.digest().brief())));
  }
}
