package org.parley.duties.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;

/// The checkpoints in an open book: our own, what witnesses cosigned, and what we saw of others.
/// They belong to no exercise: a log has the entries of all realms.
public record Heads(Book book) {

  private static final Realm REALM = new Realm.Real();
  private static final String OWN = "checkpoints/own";
  private static final String COSIGNED = "cosigned/";
  private static final String TOLD = "checkpoints/told";
  private static final String SEEN = "checkpoints/of/";
  private static final String STAMPED = "checkpoints/stamped";

  /// A checkpoint of another log, and by which slip it came.
  record Seen(long slip, SignedNote note) {
    Checkpoint checkpoint() {
      return Checkpoint.read(note).orThrow();
    }
  }

  /// Our newest checkpoint, with our own signature alone.
  public Optional<SignedNote> last() {
    return book.histories().last(REALM, OWN).map(Heads::note);
  }

  void keep(SignedNote own) {
    append(OWN, own.bytes());
  }

  /// Our own checkpoints, the oldest first, each with all cosignatures that have come for it.
  public List<SignedNote> own() {
    List<SignedNote> cosigned =
        book.histories().streams(REALM, COSIGNED).stream()
            .flatMap(stream -> book.histories().events(REALM, stream).stream())
            .map(Heads::note)
            .toList();
    return book.histories().events(REALM, OWN).stream()
        .map(Heads::note)
        .map(own -> joined(own, cosigned))
        .toList();
  }

  private static SignedNote joined(SignedNote own, List<SignedNote> cosigned) {
    List<SignedNote.Line> lines = new ArrayList<>(own.signatures());
    cosigned.stream()
        .filter(note -> note.text().equals(own.text()))
        .flatMap(note -> note.signatures().stream())
        .filter(line -> !lines.contains(line))
        .forEach(lines::add);
    return new SignedNote(own.text(), lines);
  }

  /// The time-stamp tokens over a checkpoint's text, the oldest first.
  public List<Stamped> stamps(SignedNote own) {
    Digest text = Stamped.imprint(own);
    return book.histories().events(REALM, STAMPED).stream()
        .map(Stamped::read)
        .filter(stamped -> stamped.imprint().equals(text))
        .toList();
  }

  void keepStamp(Stamped stamped) {
    append(STAMPED, stamped.bytes());
  }

  /// Up to which size a node has cosigned our log; 0 where it has not.
  long cosignedBy(NodeId witness) {
    return book.histories()
        .last(REALM, COSIGNED + witness)
        .map(bytes -> Checkpoint.read(note(bytes)).orThrow().size())
        .orElse(0L);
  }

  void keepCosigned(NodeId witness, SignedNote note) {
    append(COSIGNED + witness, note.bytes());
  }

  Optional<Seen> lastOf(NodeId node) {
    return book.histories().last(REALM, SEEN + node).map(Heads::seen);
  }

  /// What we saw of a log when it had this size.
  Optional<Seen> of(NodeId node, long size) {
    return book.histories().events(REALM, SEEN + node).stream()
        .map(Heads::seen)
        .filter(seen -> seen.checkpoint().size() == size)
        .findFirst();
  }

  void keepOf(NodeId node, Seen seen) {
    append(SEEN + node, Octets.of(seen.slip() + "\n" + seen.note().bytes().shown()));
  }

  /// The newest that we saw of each other log.
  public List<SignedNote> newest() {
    return book.histories().streams(REALM, SEEN).stream()
        .flatMap(stream -> book.histories().last(REALM, stream).stream())
        .map(bytes -> seen(bytes).note())
        .toList();
  }

  /// Whether what we saw of other logs is not what we told of them last.
  boolean hasNews() {
    return !book.histories().last(REALM, TOLD).equals(Optional.of(state()));
  }

  void told() {
    append(TOLD, state());
  }

  private Octets state() {
    StringBuilder all = new StringBuilder();
    newest().forEach(note -> all.append(note.bytes().digest().hex()));
    return Octets.of(Octets.of(all.toString()).digest().hex());
  }

  private void append(String stream, Octets bytes) {
    book.histories().append(REALM, stream, book.histories().length(REALM, stream), bytes);
  }

  private static Seen seen(Octets bytes) {
    String text = bytes.shown();
    int end = text.indexOf('\n');
    return new Seen(
        Long.parseLong(text.substring(0, end)), note(Octets.of(text.substring(end + 1))));
  }

  private static SignedNote note(Octets bytes) {
    return SignedNote.read(bytes).orThrow();
  }
}
