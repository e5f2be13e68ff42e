package org.parley.formats.directory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.Charter;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// A network's charter as bytes, there and back.
public final class CharterBytes {

  private static final String KIND = "charter/1";

  private CharterBytes() {}

  public static Octets write(Charter charter) {
    return Lines.document(
        KIND,
        out -> {
          Charter.Heading heading = charter.heading();
          out.text("network", heading.network());
          out.text("realm", heading.realm().word());
          out.number("number", heading.number());
          heading.previous().ifPresent(previous -> out.text("previous", previous));
          out.text("at", heading.at());
          List<Map.Entry<NodeId, Digest>> roots =
              List.copyOf(new TreeMap<>(charter.roots()).entrySet());
          out.parts(
              "roots",
              roots,
              root -> {
                out.text("node", root.getKey());
                out.text("certificates", root.getValue());
              });
          out.texts("registrars", charter.registrars().stream().sorted().toList());
          Charter.Limits limits = charter.limits();
          out.part(
              "limits",
              () -> {
                out.number("signatures", limits.signatures());
                out.number("witnesses", limits.witnesses());
                out.number("largestParcel", limits.largestParcel());
                out.number("offlineDays", limits.offlineDays());
              });
          out.texts(
              "timeStampAuthorities",
              charter.timeStampAuthorities().stream().map(Lines::base64).toList());
          out.texts("suites", charter.suites());
        });
  }

  public static Checked<Charter> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Charter> charter = Part.document(bytes, KIND, issues).flatMap(CharterBytes::charter);
    return charter.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(charter.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }

  private static Optional<Charter> charter(Part part) {
    Optional<Charter.Heading> heading = heading(part);
    Optional<List<Map.Entry<NodeId, Digest>>> roots = part.parts("roots", CharterBytes::root);
    Optional<List<NodeId>> registrars =
        part.texts("registrars", "a node such as secretariat/desk", NodeId::parse);
    Optional<Charter.Limits> limits = part.part("limits").flatMap(CharterBytes::limits);
    Optional<List<Octets>> authorities =
        part.texts("timeStampAuthorities", "octets in Base64", Part::base64);
    Optional<List<String>> suites = part.texts("suites", "a name", Optional::of);
    part.fields().end();
    if (heading.isEmpty()
        || roots.isEmpty()
        || registrars.isEmpty()
        || limits.isEmpty()
        || authorities.isEmpty()
        || suites.isEmpty()) {
      return Optional.empty();
    }
    Map<NodeId, Digest> known = new LinkedHashMap<>();
    roots.get().forEach(root -> known.put(root.getKey(), root.getValue()));
    Set<NodeId> registering = new LinkedHashSet<>(registrars.get());
    if (known.size() != roots.get().size() || registering.size() != registrars.get().size()) {
      part.issues()
          .add(IssueCode.DIRECTORY_UNREADABLE, part.fields().place(), "a node stands there twice");
    }
    return Optional.of(
        new Charter(
            heading.get(), known, registering, limits.get(), authorities.get(), suites.get()));
  }

  private static Optional<Charter.Heading> heading(Part part) {
    Optional<String> network = part.text("network");
    Optional<Realm> realm = part.parsed("realm", "real or exercise:NAME", Realm::parse);
    Optional<Long> number = part.number("number");
    Optional<Digest> previous = part.has("previous") ? part.digest("previous") : Optional.empty();
    Optional<Instant> at = part.instant("at");
    return network.isEmpty() || realm.isEmpty() || number.isEmpty() || at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Charter.Heading(network.get(), realm.get(), number.get(), previous, at.get()));
  }

  private static Optional<Map.Entry<NodeId, Digest>> root(Part part) {
    Optional<NodeId> node = part.parsed("node", "a node such as XA/csirt", NodeId::parse);
    Optional<Digest> certificates = part.digest("certificates");
    return node.flatMap(who -> certificates.map(digest -> Map.entry(who, digest)));
  }

  private static Optional<Charter.Limits> limits(Part part) {
    Optional<Integer> signatures = small(part, "signatures");
    Optional<Integer> witnesses = small(part, "witnesses");
    Optional<Integer> largest = small(part, "largestParcel");
    Optional<Integer> days = small(part, "offlineDays");
    part.fields().end();
    return signatures.isEmpty() || witnesses.isEmpty() || largest.isEmpty() || days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Charter.Limits(signatures.get(), witnesses.get(), largest.get(), days.get()));
  }

  private static Optional<Integer> small(Part part, String key) {
    return part.number(key).filter(number -> number <= Integer.MAX_VALUE).map(Long::intValue);
  }
}
