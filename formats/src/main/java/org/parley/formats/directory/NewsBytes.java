package org.parley.formats.directory;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.formats.tree.Limits;

/// What is told of who is in a network, and documents with several signatures, as bytes, there and
/// back.
public final class NewsBytes {

  private static final String NEWS = "roster-news/1";
  private static final String UNDERSIGNED = "undersigned/1";

  /// A network of 57 parties whole: 8 MiB, which a parcel can carry.
  private static final Limits LARGE = new Limits(8 << 20, 20, 40_000);

  /// More than any network has parties.
  private static final int MOST_SIGNATURES = 200;

  private NewsBytes() {}

  public static Octets write(RosterNews news) {
    return Lines.document(
        NEWS,
        out -> {
          news.charter().ifPresent(charter -> out.part("charter", () -> signatures(out, charter)));
          out.parts("links", news.links(), each -> signatures(out, each));
          out.parts("proposals", news.proposals(), each -> signatures(out, each));
          out.texts("entries", news.entries().stream().map(Lines::base64).toList());
        });
  }

  public static Octets write(Undersigned document) {
    return Lines.document(UNDERSIGNED, out -> signatures(out, document));
  }

  private static void signatures(Lines out, Undersigned document) {
    out.parts(
        "signatures",
        document.signatures(),
        each -> {
          out.text("by", each.by());
          out.octets("signed", each.signed());
        });
  }

  public static Checked<RosterNews> read(Octets bytes) {
    Issues issues = new Issues();
    return checked(
        Part.document(bytes, NEWS, LARGE, issues)
            .flatMap(part -> {
              boolean told = part.has("charter");
              Optional<Undersigned> charter =
                  told ? part.part("charter").flatMap(NewsBytes::signatures) : Optional.empty();
              Optional<List<Undersigned>> links = documents(part, "links");
              Optional<List<Undersigned>> proposals = documents(part, "proposals");
              Optional<List<Octets>> entries =
                  part.texts("entries", "octets in Base64", Part::base64);
              part.fields().end();
              return charter.isPresent() != told
                      || links.isEmpty()
                      || proposals.isEmpty()
                      || entries.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new RosterNews(charter, links.get(), proposals.get(), entries.get()));
            }),
        issues);
  }

  public static Checked<Undersigned> readUndersigned(Octets bytes) {
    Issues issues = new Issues();
    return checked(
        Part.document(bytes, UNDERSIGNED, LARGE, issues)
            .flatMap(part -> {
              Optional<Undersigned> document = signatures(part);
              part.fields().end();
              return document;
            }),
        issues);
  }

  private static Optional<List<Undersigned>> documents(Part part, String key) {
    return part.parts(key, NewsBytes::signatures);
  }

  private static Optional<Undersigned> signatures(Part part) {
    Optional<List<Undersigned.Signature>> all = part.parts("signatures", NewsBytes::signature);
    if (all.isPresent() && (all.get().isEmpty() || all.get().size() > MOST_SIGNATURES)) {
      part.issues()
          .add(
              IssueCode.DIRECTORY_UNREADABLE,
              part.fields().place(),
              "a document has 1 to " + MOST_SIGNATURES + " signatures");
      return Optional.empty();
    }
    return all.map(Undersigned::new);
  }

  private static Optional<Undersigned.Signature> signature(Part part) {
    Optional<NodeId> by = part.parsed("by", "a node such as XA/csirt", NodeId::parse);
    Optional<Octets> signed = part.octets("signed");
    return by.flatMap(who -> signed.map(bytes -> new Undersigned.Signature(who, bytes)));
  }

  private static <T> Checked<T> checked(Optional<T> read, Issues issues) {
    return read.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(read.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }
}
