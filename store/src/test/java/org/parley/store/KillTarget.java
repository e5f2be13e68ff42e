package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Samples;

/// A process that writes until it is killed, and notes each change in a file once it has returned;
/// told to be careless, it notes the change before.
final class KillTarget {

  private KillTarget() {}

  public static void main(String[] args) throws Exception {
    String url = args[0];
    String prefix = args[2];
    boolean careless = args[3].equals("careless");
    try (SqlBooks books = SqlBooks.open(url);
        FileChannel acknowledged =
            FileChannel.open(
                Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      List<Thread> writers =
          IntStream.range(0, 4)
              .mapToObj(writer ->
                  Thread.ofPlatform()
                      .start(() -> write(books, acknowledged, prefix + "-" + writer, careless)))
              .toList();
      for (Thread writer : writers) {
        writer.join();
      }
    }
  }

  private static void write(
      SqlBooks books, FileChannel acknowledged, String prefix, boolean careless) {
    for (int number = 0; ; number++) {
      String id = prefix + "-" + number;
      if (careless) {
        note(acknowledged, id);
      }
      books.change(book -> {
        book.log().append(Octets.of(id));
        book.outbox().add(Samples.parcel(id, Samples.XB));
        Cases.Line line = Samples.line(id);
        book.cases().put(line.key().realm(), line.key().id(), List.of(line));
        return true;
      });
      if (!careless) {
        note(acknowledged, id);
      }
    }
  }

  private static void note(FileChannel acknowledged, String id) {
    try {
      acknowledged.write(ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
