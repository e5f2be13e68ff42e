package org.parley.formats.pocket;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.terms.Digest;

/// Some scales in their pocket form, one behind the other in one run of bytes.
///
/// Made by a build and read by the program of the same build. A scale is only given to who names
/// exactly what it was made from. Reading draws no diagram, parses no text and loads few classes,
/// for it is done by programs that have just started.
public final class PocketShelf {

  private static final int MAGIC = 0x504b5431; // PKT1
  private static final String NEVER_FAILS = "memory does not fail, and the bytes are our own";

  /// What a pocket form was made from.
  ///
  /// @param edition as people quote it, such as `eu/dora@2024-1772`
  /// @param scale the identity of the edition
  /// @param catalogue the identity of the catalogue of facts
  public record Origin(String edition, Digest scale, Digest catalogue) {}

  /// A scale to put on a shelf.
  public record Entry(Origin origin, PocketScale scale) {}

  private final byte[] bytes;

  private PocketShelf(byte[] bytes) {
    this.bytes = bytes;
  }

  public static PocketShelf of(byte[] bytes) {
    return new PocketShelf(bytes);
  }

  public static byte[] pack(List<Entry> entries) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(all)) {
      out.writeInt(MAGIC);
      out.writeInt(PocketScale.ENGINE);
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        byte[] scale = PocketWriter.bytes(entry.scale());
        out.writeUTF(entry.origin().edition());
        out.writeUTF(entry.origin().scale().hex());
        out.writeUTF(entry.origin().catalogue().hex());
        out.writeInt(scale.length);
        out.write(scale);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(NEVER_FAILS, impossible);
    }
    return all.toByteArray();
  }

  /// The scale that was made from exactly this by exactly this engine; empty if there is none, and
  /// the whole engine has to be asked.
  public Optional<PocketScale> find(Origin origin) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new IllegalArgumentException("these are no scales in pocket form");
      }
      if (in.readInt() != PocketScale.ENGINE) {
        return Optional.empty();
      }
      for (int left = in.readInt(); left > 0; left--) {
        boolean same = in.readUTF().equals(origin.edition());
        same &= in.readUTF().equals(origin.scale().hex());
        same &= in.readUTF().equals(origin.catalogue().hex());
        int length = in.readInt();
        if (same) {
          return Optional.of(PocketReader.scale(in));
        }
        in.skipNBytes(length);
      }
      return Optional.empty();
    } catch (IOException damage) {
      throw new UncheckedIOException(NEVER_FAILS, damage);
    }
  }
}
