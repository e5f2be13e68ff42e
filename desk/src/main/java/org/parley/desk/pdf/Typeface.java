package org.parley.desk.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A TrueType typeface of the machine that may be embedded in a document: its outlines whole, the
/// glyph of each letter, and how wide it is. ISO/IEC 14496-22.
public final class Typeface {

  private static final int TABLE_ENTRY = 16;
  private static final int NO_GLYPH = 0;

  /// Larger ones are no typeface for text.
  private static final long LARGEST = 20_000_000;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final Map<String, Integer> tables = new HashMap<>();
  private final Map<Integer, Integer> glyphs = new HashMap<>();
  private final int unitsPerEm;
  private final int advances;

  private Typeface(byte[] bytes) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes);
    int count = file.getShort(4);
    for (int at = 0; at < count; at++) {
      int entry = 12 + at * TABLE_ENTRY;
      byte[] tag = new byte[4];
      file.get(entry, tag);
      tables.put(new String(tag, StandardCharsets.ISO_8859_1), file.getInt(entry + 8));
    }
    this.unitsPerEm = unsigned(at("head") + 18);
    this.advances = unsigned(at("hhea") + 34);
    letters();
  }

  /// Reads a file; empty where it is no TrueType typeface that has these letters and may be
  /// embedded whole.
  public static Optional<Typeface> read(Path path, String letters) {
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(path);
      if (bytes.length < 12 || ByteBuffer.wrap(bytes).getInt() != 0x00010000) {
        return Optional.empty();
      }
      Typeface face = new Typeface(bytes);
      boolean has = letters.codePoints().allMatch(point -> face.glyph(point) != NO_GLYPH);
      return has && face.mayBeEmbedded() ? Optional.of(face) : Optional.empty();
    } catch (IOException | RuntimeException notOne) {
      return Optional.empty();
    }
  }

  private int at(String table) {
    Integer at = tables.get(table);
    if (at == null) {
      throw new IllegalArgumentException("a typeface has a table " + table);
    }
    return at;
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  /// Restricted ones, and those of which only pictures may go along, are left alone.
  private boolean mayBeEmbedded() {
    return (unsigned(at("OS/2") + 8) & 0x0202) == 0;
  }

  private void letters() {
    int cmap = at("cmap");
    int count = unsigned(cmap + 2);
    for (int at = 0; at < count; at++) {
      int entry = cmap + 4 + at * 8;
      boolean unicode = unsigned(entry) == 0 || unsigned(entry) == 3 && unsigned(entry + 2) == 1;
      int table = cmap + file.getInt(entry + 4);
      if (unicode && unsigned(table) == 4) {
        segments(table);
        return;
      }
    }
    throw new IllegalArgumentException("a typeface has a table of Unicode letters");
  }

  private void segments(int table) {
    int doubled = unsigned(table + 6);
    int ends = table + 14;
    int starts = ends + doubled + 2;
    int deltas = starts + doubled;
    int offsets = deltas + doubled;
    for (int at = 0; at < doubled; at += 2) {
      int offset = unsigned(offsets + at);
      for (int point = unsigned(starts + at); point <= unsigned(ends + at); point++) {
        if (point == 0xFFFF) {
          break;
        }
        int found =
            offset == 0
                ? point
                : unsigned(offsets + at + offset + 2 * (point - unsigned(starts + at)));
        int glyph = offset != 0 && found == 0 ? 0 : (found + unsigned(deltas + at)) & 0xFFFF;
        if (glyph != NO_GLYPH) {
          glyphs.put(point, glyph);
        }
      }
    }
  }

  /// The number of a letter's glyph; 0 where the typeface has none.
  int glyph(int point) {
    return glyphs.getOrDefault(point, NO_GLYPH);
  }

  /// How wide a glyph is, in thousandths of the letter size.
  int width(int glyph) {
    int at = Math.min(glyph, advances - 1);
    return Math.round(unsigned(at("hmtx") + 4 * at) * 1000f / unitsPerEm);
  }

  int scaled(String table, int offset) {
    return Math.round(file.getShort(at(table) + offset) * 1000f / unitsPerEm);
  }

  int ascent() {
    return scaled("hhea", 4);
  }

  int descent() {
    return scaled("hhea", 6);
  }

  /// Around all glyphs: left, bottom, right, top.
  List<Integer> box() {
    return List.of(scaled("head", 36), scaled("head", 38), scaled("head", 40), scaled("head", 42));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /// How wide a text is, in thousandths of the letter size.
  int width(String text) {
    return text.codePoints().map(point -> width(glyph(point))).sum();
  }
}
