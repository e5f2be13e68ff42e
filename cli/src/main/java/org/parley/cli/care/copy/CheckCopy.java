package org.parley.cli.care.copy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.journal.RunningRoot;
import org.parley.core.terms.Octets;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Reads a copy to its end and compares it with its own list: every file, every row, the journal's
/// root. Nothing of it is used before.
final class CheckCopy {

  private static final int MOST_PARTS = 400_000;
  private static final String JOURNAL = "books/entry.jsonl";
  private static final Pattern NAME =
      Pattern.compile(
          "(books|people)/[a-z_]{1,40}\\.jsonl|files/[A-Za-z0-9._-]{1,80}(/[A-Za-z0-9._-]{1,80})?"
              + "|(incidents|statements|directory|journal)/[A-Za-z0-9._-]{1,120}|README\\.txt");
  private static final Limits LINE = new Limits(RowLine.LONGEST, 2, 100);

  private final List<Manifest.Part> found = new ArrayList<>();
  private final RunningRoot journal = new RunningRoot();
  private Optional<Manifest> manifest = Optional.empty();

  private CheckCopy() {}

  static Manifest of(Parts parts) throws IOException, Refusal {
    CheckCopy check = new CheckCopy();
    parts.each(check::take);
    Manifest manifest =
        check.manifest.orElseThrow(() -> wrong("the copy", "it has no list of contents"));
    check.compare(manifest);
    return manifest;
  }

  private static Refusal wrong(String part, String message) {
    return new Refusal(
        IssueCode.COPY_NOT_WHOLE, part, message, "Use another copy; this one is not whole.");
  }

  private void take(String name, InputStream in) throws IOException, Refusal {
    if (manifest.isPresent()) {
      throw wrong(name, "it stands behind the list of contents, which is last");
    }
    if (name.equals(Manifest.NAME)) {
      manifest = Optional.of(Manifest.read(in.readNBytes(Manifest.LIMITS.bytes() + 1)));
      return;
    }
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw wrong("the copy", "it has a part of an unknown name");
    }
    if (found.size() >= MOST_PARTS) {
      throw wrong("the copy", "it has more than " + MOST_PARTS + " parts");
    }
    found.add(measured(name, in));
  }

  private Manifest.Part measured(String name, InputStream in) throws IOException, Refusal {
    Lines lines = new Lines(name, in);
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (name.equals(JOURNAL)) {
        journal.add(entry(line.get()));
      }
    }
    Manifest.Part measured = lines.measured();
    return name.endsWith(".jsonl")
        ? measured
        : new Manifest.Part(name, 0, measured.bytes(), measured.sha256());
  }

  private static Octets entry(byte[] line) throws Refusal {
    Issues issues = new Issues();
    Optional<Tree> row = Trees.readJson(line, JOURNAL, LINE, issues);
    try {
      if (row.orElse(null) instanceof Tree.Mapping mapping
          && mapping.find("octets").orElse(null) instanceof Tree.Text text) {
        return Octets.of(Base64.getDecoder().decode(text.text()));
      }
    } catch (IllegalArgumentException _) {
      // Told below.
    }
    throw wrong(JOURNAL, "a row is no entry of a journal");
  }

  private void compare(Manifest manifest) throws Refusal {
    for (Manifest.Part part : manifest.parts()) {
      if (!found.contains(part)) {
        throw wrong(part.name(), "it is not as the list of contents says");
      }
    }
    if (found.size() != manifest.parts().size()) {
      throw wrong("the copy", "it has parts that its list of contents does not name");
    }
    Manifest.JournalHead head = new Manifest.JournalHead(journal.size(), journal.root());
    if (!head.equals(manifest.journal())) {
      throw wrong(JOURNAL, "the journal does not have the root that the list of contents names");
    }
  }
}
