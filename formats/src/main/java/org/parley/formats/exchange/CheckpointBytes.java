package org.parley.formats.exchange;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.journal.CheckpointOffer;
import org.parley.core.journal.ConsistencyProof;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;

/// A checkpoint as it is shown to witnesses, as the exact bytes that are signed, and back. Notes
/// stand in it as base64 of their own exact bytes.
public final class CheckpointBytes {

  private static final long MOST = 999_999_999_999_999L;
  private static final int LONGEST_PATH = 128;
  private static final int LONGEST_NOTE = 20_000;

  private CheckpointBytes() {}

  public static Octets write(CheckpointOffer offer) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "checkpoint/1");
      json.writeStringProperty("note", text(offer.checkpoint()));
      json.writeNumberProperty("earlier", offer.growth().earlier());
      json.writeNumberProperty("later", offer.growth().later());
      JsonBytes.texts(json, "path", offer.growth().path());
      JsonBytes.texts(json, "seen", offer.seen().stream().map(CheckpointBytes::text).toList());
    });
  }

  private static String text(SignedNote note) {
    return Base64.getEncoder().encodeToString(note.bytes().toArray());
  }

  public static Checked<CheckpointOffer> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<CheckpointOffer> offer =
        JsonBytes.tree(bytes, "checkpoint", JsonBytes.SIGNED, issues)
            .flatMap(tree -> offer(tree, issues));
    return Verdict.of(offer, issues);
  }

  private static Optional<CheckpointOffer> offer(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "checkpoint", issues);
    Optional<SignedNote> note =
        typed.text("note", LONGEST_NOTE).flatMap(text -> note(text, issues));
    Optional<Long> earlier = typed.whole("earlier", 0, MOST);
    Optional<Long> later = typed.whole("later", 0, MOST);
    List<Digest> path = new ArrayList<>();
    typed.texts("path", LONGEST_PATH, 64).orElse(List.of()).stream()
        .map(text -> digest(text, typed))
        .forEach(found -> found.ifPresent(path::add));
    List<SignedNote> seen = new ArrayList<>();
    typed.texts("seen", CheckpointOffer.MOST_SEEN, LONGEST_NOTE).orElse(List.of()).stream()
        .map(text -> note(text, issues))
        .forEach(found -> found.ifPresent(seen::add));
    typed.end();
    return issues.hasErrors() || note.isEmpty() || earlier.isEmpty() || later.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CheckpointOffer(
                note.get(), new ConsistencyProof(earlier.get(), later.get(), path), seen));
  }

  private static Optional<Digest> digest(String text, Typed typed) {
    if (text.matches("[0-9a-f]{64}")) {
      return Optional.of(new Digest(text));
    }
    typed.refuse("a hash has 64 digits");
    return Optional.empty();
  }

  private static Optional<SignedNote> note(String text, Issues issues) {
    Checked<SignedNote> read = decoded(text).then(SignedNote::read);
    read.issues().forEach(issues::add);
    return read instanceof Checked.Sound<SignedNote>(SignedNote note, _)
        ? Optional.of(note)
        : Optional.empty();
  }

  private static Checked<Octets> decoded(String text) {
    try {
      byte[] raw = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(raw).equals(text)) {
        return new Checked.Sound<>(Octets.of(raw), List.of());
      }
    } catch (IllegalArgumentException _) {
      // Told below, as any other text that is not one.
    }
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.NOTE_UNREADABLE,
                Place.of("checkpoint"),
                "a note stands there in base64",
                Optional.empty())));
  }
}
