package org.parley.core.directory.contacts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

/// Which of a State's own sheets are here, and whether another one is taken.
///
/// @param taken the digests of their exact bytes, by number
public record StatedSheets(Party state, SortedMap<Long, Digest> taken) {

  /// How far another State's clock may be ahead of ours.
  private static final Duration AHEAD = Duration.ofDays(1);

  public StatedSheets {
    taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
  }

  /// A sheet whose bytes were read and whose signature was looked at.
  ///
  /// @param digest of its exact bytes
  /// @param signer whose certificates the signature holds by; empty where by nobody's who is in the
  ///   network
  public record Offered(StatedSheet sheet, Digest digest, Optional<Party> signer) {}

  /// The number of the newest; 0 where there is none.
  public long number() {
    return taken.isEmpty() ? 0 : taken.lastKey();
  }

  /// Whether the sheet is taken as the State's newest. One that is here already, or is older than
  /// what is here, is sound, with a note, and changes nothing.
  ///
  /// @param realm in which it came
  public Checked<Offered> decide(Offered offered, Realm realm, Instant now) {
    List<Issue> wrong = new ArrayList<>();
    StatedSheet sheet = offered.sheet();
    signer(offered).ifPresent(wrong::add);
    if (!sheet.realm().equals(realm)) {
      wrong.add(
          issue(
              sheet,
              IssueCode.REALM_MIXED,
              "it is of realm " + sheet.realm().word() + " and came in another"));
    }
    wrong.addAll(unsound(sheet, now));
    if (wrong.isEmpty() && isForked(offered)) {
      wrong.add(
          new Issue(
              IssueCode.SHEET_FORKED,
              place(sheet),
              "another sheet with this number is here: both are on record, and the one that came"
                  + " first goes on to count",
              Optional.of("ask the State on another way which of the two it said")));
    }
    if (!wrong.isEmpty()) {
      return new Checked.Refused<>(wrong);
    }
    return isNew(offered)
        ? new Checked.Sound<>(offered, List.of())
        : new Checked.Sound<>(
            offered,
            List.of(
                issue(
                    sheet,
                    IssueCode.SHEET_REPLAYED,
                    "number " + number() + " is here, and this changes nothing")));
  }

  /// Whether it takes the place of what is here.
  public boolean isNew(Offered offered) {
    return offered.sheet().number() > number();
  }

  /// Whether another sheet with its number is here: the State, or somebody with its key, tells two
  /// stories.
  public boolean isForked(Offered offered) {
    return Optional.ofNullable(taken.get(offered.sheet().number()))
        .filter(each -> !each.equals(offered.digest()))
        .isPresent();
  }

  private Optional<Issue> signer(Offered offered) {
    StatedSheet sheet = offered.sheet();
    if (offered.signer().isEmpty()) {
      return Optional.of(
          issue(
              sheet,
              IssueCode.SIGNATURE_WRONG,
              "no node of " + state + " that is in the network has signed it"));
    }
    return offered.signer().get().equals(state)
        ? Optional.empty()
        : Optional.of(
            issue(
                sheet,
                IssueCode.SHEET_OF_OTHER,
                offered.signer().get()
                    + " has signed it, and a State speaks of its own offices alone"));
  }

  private static List<Issue> unsound(StatedSheet sheet, Instant now) {
    List<Issue> wrong = new ArrayList<>();
    if (sheet.number() < 1 || sheet.number() > StatedSheet.LAST) {
      wrong.add(unsound(sheet, "a number is from 1 to " + StatedSheet.LAST));
    }
    if (sheet.at().isAfter(now.plus(AHEAD))) {
      wrong.add(unsound(sheet, "it says that it was made at " + sheet.at() + ", which is to come"));
    }
    if (sheet.attested().filter(sheet.at()::isBefore).isPresent()) {
      wrong.add(unsound(sheet, "it says that it was attested after it was made"));
    }
    SheetDecision.wrong(sheet.contacts()).forEach(each -> wrong.add(within(sheet, each)));
    return wrong;
  }

  /// A problem of one office, told with the sheet that it stands in.
  private static Issue within(StatedSheet sheet, Issue each) {
    return new Issue(
        each.code(),
        place(sheet),
        each.place().document() + ": " + each.message(),
        Optional.empty());
  }

  private static Issue unsound(StatedSheet sheet, String message) {
    return issue(sheet, IssueCode.SHEET_UNSOUND, message);
  }

  private static Issue issue(StatedSheet sheet, IssueCode code, String message) {
    return new Issue(code, place(sheet), message, Optional.empty());
  }

  private static Place place(StatedSheet sheet) {
    return Place.of("sheet " + sheet.state() + " number " + sheet.number());
  }
}
