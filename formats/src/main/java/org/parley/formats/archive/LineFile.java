package org.parley.formats.archive;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// A file that gets whole lines under a temporary name and its real name only when it is finished.
final class LineFile implements Closeable {

  private final Path path;
  private final FileChannel channel;
  private final OutputStream out;
  private long length;

  private LineFile(Path path, FileChannel channel, long length) {
    this.path = path;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    this.length = length;
  }

  /// Opens the unfinished file of `path`, cut to its first `length` bytes: what was written after
  /// the last state that was kept is written again.
  static LineFile open(Path path, long length) throws IOException {
    FileChannel channel =
        FileChannel.open(unfinished(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(length);
    channel.position(length);
    return new LineFile(path, channel, length);
  }

  /// Where the lines of `path` stand until it is finished.
  static Path unfinished(Path path) {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  static long lengthOfUnfinished(Path path) throws IOException {
    return Files.exists(unfinished(path)) ? Files.size(unfinished(path)) : -1;
  }

  Path path() {
    return path;
  }

  void line(String text) throws IOException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    length += bytes.length;
  }

  /// Hands over the lines that the first so many bytes hold.
  void forEachLine(long bytes, Consumer<String> use) throws IOException {
    try (BufferedReader reader =
        Files.newBufferedReader(unfinished(path), StandardCharsets.UTF_8)) {
      long left = bytes;
      while (left > 0) {
        String line = reader.readLine();
        if (line == null) {
          return;
        }
        use.accept(line);
        left -= line.getBytes(StandardCharsets.UTF_8).length + 1L;
      }
    }
  }

  /// How many bytes the lines so far have.
  long length() {
    return length;
  }

  void flush() throws IOException {
    out.flush();
  }

  /// Forces the lines to disk and gives the file its real name, replacing an older one.
  void finish() throws IOException {
    out.flush();
    channel.force(true);
    channel.close();
    Files.move(
        unfinished(path),
        path,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      out.flush();
      channel.close();
    }
  }
}
