package org.parley.core.exchange.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;

/// What is known of one statement and one recipient, step by step in the order it was recorded.
public record Account(OfficeId recipient, List<Step> steps) {

  public Account {
    steps = List.copyOf(steps);
  }

  public static Account empty(OfficeId recipient) {
    return new Account(recipient, List.of());
  }

  /// How far it came on the way from composed to answered; empty where this node does not know, as
  /// of other recipients of a statement it received. What the recipient's own node answers goes
  /// before every answer that was taken down.
  public Optional<Standing> reached() {
    Optional<Standing> signed = farthest(steps.stream().filter(step -> step.outside().isEmpty()));
    return signed.filter(Standing::isAnswer).or(() -> farthest(steps.stream()));
  }

  private static Optional<Standing> farthest(Stream<Step> steps) {
    return steps
        .map(Step::standing)
        .filter(standing -> !standing.isBeside())
        .max(Comparator.naturalOrder());
  }

  /// What is shown: how far it came, or that it was passed on or the proposed time passed where
  /// that is the newer news and no answer is recorded.
  public Optional<Standing> standing() {
    Optional<Standing> reached = reached();
    if (reached.filter(Standing::isAnswer).isPresent()) {
      return reached;
    }
    if (has(Standing.PROPOSED_TIME_PASSED)) {
      return Optional.of(Standing.PROPOSED_TIME_PASSED);
    }
    Optional<Standing> last =
        steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().standing());
    // Another carrier may take charge of what one could not bring.
    boolean onItsWayAgain =
        reached.equals(Optional.of(Standing.UNDELIVERABLE))
            && last.equals(Optional.of(Standing.IN_CUSTODY));
    return onItsWayAgain || last.equals(Optional.of(Standing.PASSED_ON)) ? last : reached;
  }

  public boolean has(Standing standing) {
    return steps.stream().anyMatch(step -> step.standing() == standing);
  }

  /// What the standing rests on where no receipt says it: the best of what was taken down.
  public Optional<OutsideReply> outside() {
    Optional<Standing> reached = reached();
    List<Step> there =
        steps.stream().filter(step -> reached.filter(step.standing()::equals).isPresent()).toList();
    return there.stream().allMatch(step -> step.outside().isPresent())
        ? there.stream()
            .flatMap(step -> step.outside().stream())
            .max(Comparator.comparing(OutsideReply::grade))
        : Optional.empty();
  }

  /// The step by which something was first reached.
  public Optional<Step> first(Standing standing) {
    return steps.stream().filter(step -> step.standing() == standing).findFirst();
  }

  Account with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Account(recipient, more);
  }
}
