package org.parley.formats.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Reads other directories as offers: teams of Trusted Introducer, of FIRST, organisations of
/// Cerebrate (all JSON), cards of an address book (vCard), profiles after RFC 2350 (text), and our
/// own table (CSV, xlsx). Nothing is written down by reading.
public final class TeamFiles {

  /// Directories of some thousand teams fit.
  private static final Limits LIMITS = new Limits(16 << 20, 40, 500_000);

  private TeamFiles() {}

  public static Checked<List<Offer>> read(byte[] bytes, String name) {
    if (CardReader.looksLikeCards(bytes)) {
      List<Offer> cards = CardReader.read(bytes);
      return cards.isEmpty() ? unrecognised(name) : new Checked.Sound<>(cards, List.of());
    }
    return looksLikeJson(bytes) ? records(bytes, name) : texts(bytes, name);
  }

  private static Checked<List<Offer>> texts(byte[] bytes, String name) {
    List<Offer> profiles = ProfileReader.read(bytes);
    return profiles.isEmpty()
        ? OfficeTableReader.read(bytes, name)
        : new Checked.Sound<>(profiles, List.of());
  }

  private static Checked<List<Offer>> records(byte[] bytes, String name) {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readJson(bytes, name, LIMITS, issues);
    if (tree.isEmpty() || issues.hasErrors()) {
      return new Checked.Refused<>(issues.list());
    }
    List<Offer> offers = new ArrayList<>();
    for (Tree record : records(tree.get())) {
      TeamRecordReader.offer(Leaves.of(record)).ifPresent(offers::add);
    }
    return offers.isEmpty() ? unrecognised(name) : new Checked.Sound<>(offers, issues.list());
  }

  private static Checked<List<Offer>> unrecognised(String name) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.IMPORT_UNREADABLE,
                Place.of(name),
                "no team and no organisation was recognised in it",
                Optional.empty())));
  }

  private static boolean looksLikeJson(byte[] bytes) {
    for (byte each : bytes) {
      if (each == '{' || each == '[') {
        return true;
      }
      boolean skipped = each <= ' ' || (each & 0xff) >= 0xbb;
      if (!skipped) {
        return false;
      }
    }
    return false;
  }

  /// The records of a file: a list, a list in an envelope, or a single one.
  private static List<Tree> records(Tree tree) {
    if (tree instanceof Tree.Sequence(var items, _)) {
      return items;
    }
    if (tree instanceof Tree.Mapping mapping) {
      for (String envelope :
          List.of("data", "teams", "organisations", "Organisations", "individuals", "results")) {
        Optional<Tree> inside = mapping.find(envelope);
        if (inside.isPresent() && inside.get() instanceof Tree.Sequence(var items, _)) {
          return items;
        }
      }
    }
    return List.of(tree);
  }
}
