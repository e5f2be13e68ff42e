package org.parley.cli.care.copy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.parley.core.issue.IssueCode;

/// The lines of a part, none longer than a row may be; counted and digested while they pass.
final class Lines {

  private final String part;
  private final MessageDigest sha256 = Measured.sha256();
  private final InputStream in;
  private long rows;
  private long bytes;

  Lines(String part, InputStream in) {
    this.part = part;
    this.in = new BufferedInputStream(new DigestInputStream(in, sha256), 1 << 16);
  }

  /// The next line without its end; empty behind the last.
  Optional<byte[]> next() throws IOException, Refusal {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      bytes++;
      if (octet == '\n') {
        rows++;
        return Optional.of(line.toByteArray());
      }
      if (line.size() >= RowLine.LONGEST) {
        throw new Refusal(
            IssueCode.DOCUMENT_TOO_LARGE,
            part,
            "a line is longer than " + RowLine.LONGEST + " bytes",
            "Use another copy; no node writes such a line.");
      }
      line.write(octet);
    }
    return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
  }

  /// What passed, once the last line has.
  Manifest.Part measured() {
    return new Manifest.Part(part, rows, bytes, Measured.digest(sha256));
  }
}
