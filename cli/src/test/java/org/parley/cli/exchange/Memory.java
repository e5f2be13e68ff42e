package org.parley.cli.exchange;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory of another process of ours, as the system shows it: heap, buffers and all else. */
record Memory(long process) {

  private static final int PIECE = 1 << 20;
  private static final int OVERLAP = 256;

  static Memory of(long process) {
    return new Memory(process);
  }

  /** Whether a word stands anywhere in it, in one or in two octets a letter. */
  boolean holds(String word) throws IOException {
    List<byte[]> forms =
        List.of(word.getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_16LE));
    Path self = Path.of("/proc", Long.toString(process));
    try (RandomAccessFile memory = new RandomAccessFile(self.resolve("mem").toFile(), "r")) {
      for (String line : Files.readAllLines(self.resolve("maps"))) {
        String[] words = line.split("\\s+");
        if (words[1].startsWith("rw") && region(memory, words[0].split("-"), forms)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean region(RandomAccessFile memory, String[] ends, List<byte[]> forms) {
    long end = Long.parseUnsignedLong(ends[1], 16);
    byte[] piece = new byte[PIECE + OVERLAP];
    for (long at = Long.parseUnsignedLong(ends[0], 16); at < end; at += PIECE) {
      int length = (int) Math.min(piece.length, end - at);
      if (!read(memory, at, piece, length)) {
        return false;
      }
      for (byte[] form : forms) {
        if (indexOf(piece, length, form) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean read(RandomAccessFile memory, long at, byte[] piece, int length) {
    try {
      memory.seek(at);
      memory.readFully(piece, 0, length);
      return true;
    } catch (IOException gone) {
      // Regions that the system guards, or that have gone meanwhile, hold nothing of ours.
      return false;
    }
  }

  static int indexOf(byte[] all, int length, byte[] word) {
    for (int at = 0; at + word.length <= length; at++) {
      int same = 0;
      while (same < word.length && all[at + same] == word[same]) {
        same++;
      }
      if (same == word.length) {
        return at;
      }
    }
    return -1;
  }
}
