package org.parley.node.registers;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.duties.register.KeepRegisters;

/// A file as it was brought, taken out of gzip where its first bytes say so: archives are published
/// so.
///
/// @param name without the ending that says gzip
record Unpacked(String name, byte[] bytes) {

  static Checked<Unpacked> of(String name, byte[] bytes) {
    boolean packed = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    if (!packed) {
      return new Checked.Sound<>(new Unpacked(name, bytes), List.of());
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(KeepRegisters.LARGEST + 1);
      return plain.length > KeepRegisters.LARGEST
          ? refused(IssueCode.DOCUMENT_TOO_LARGE, name, "unpacked it is larger than 10 MiB")
          : new Checked.Sound<>(new Unpacked(name.replaceFirst("\\.gz$", ""), plain), List.of());
    } catch (EOFException | ZipException damaged) {
      return refused(IssueCode.DOCUMENT_UNREADABLE, name, "its gzip is damaged or cut");
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
  }

  private static Checked<Unpacked> refused(IssueCode code, String name, String message) {
    Issue issue =
        new Issue(
            code, Place.of(name), message, Optional.of("unpack it, and split it if it is large"));
    return new Checked.Refused<>(List.of(issue));
  }
}
