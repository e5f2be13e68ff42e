package org.parley.formats.library;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.formats.parley.Parsed;
import org.parley.formats.tree.Document;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// The library as one packed file: trees already parsed, strings shared, each unpacked only when
/// asked for.
///
/// It is made and checked at build time and travels inside the program, so it is trusted: damage to
/// it is a defect.
public final class PackedSource implements LibrarySource {

  private static final int MAGIC = 0x504c4231; // PLB1
  private static final String NEVER_READ = "a packed library is complete";

  private final byte[] bytes;
  private final Map<String, Slice> files = new TreeMap<>();
  private final int[] stringStarts;
  private final String[] strings;

  /// @param start where the file's packed tree or bytes begin
  private record Slice(int start, int length, boolean tree, Digest digest) {}

  private PackedSource(byte[] bytes) throws IOException {
    this.bytes = bytes;
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IllegalStateException("this is no packed library");
    }
    int fileCount = in.readInt();
    int stringCount = in.readInt();
    int contents = in.readInt();
    for (int file = 0; file < fileCount; file++) {
      String name = in.readUTF();
      int start = contents + in.readInt();
      int length = in.readInt();
      boolean tree = in.readBoolean();
      files.put(
          name,
          new Slice(start, length, tree, new Digest(HexFormat.of().formatHex(in.readNBytes(32)))));
    }
    stringStarts = new int[stringCount + 1];
    for (int number = 0; number <= stringCount; number++) {
      stringStarts[number] = contents + in.readInt();
    }
    strings = new String[stringCount];
  }

  public static PackedSource of(byte[] bytes) {
    try {
      return new PackedSource(bytes);
    } catch (IOException damage) {
      throw new UncheckedIOException(NEVER_READ, damage);
    }
  }

  /// Packs a source: YAML files as trees, sample incidents and texts as they are.
  public static byte[] pack(LibrarySource source, Issues issues) {
    TreePacker packer = new TreePacker();
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    List<String> names = source.names();
    List<Slice> slices = new ArrayList<>();
    for (String name : names) {
      byte[] raw = source.bytes(name).orElseThrow();
      boolean tree = isTree(name);
      byte[] packed =
          tree
              ? source
                  .parsed(name, issues)
                  .map(parsed -> packer.pack(parsed.tree()))
                  .orElse(new byte[0])
              : raw;
      slices.add(new Slice(contents.size(), packed.length, tree, Digest.of(raw)));
      contents.writeBytes(packed);
    }
    try {
      return joined(names, slices, packer, contents);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
  }

  /// Incidents keep their bytes, because a record is known by the digest of what was read.
  private static boolean isTree(String name) {
    return name.endsWith(".yaml") && !name.startsWith("incidents/");
  }

  private static byte[] joined(
      List<String> names, List<Slice> slices, TreePacker packer, ByteArrayOutputStream contents)
      throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(head);
    for (int file = 0; file < names.size(); file++) {
      Slice slice = slices.get(file);
      out.writeUTF(names.get(file));
      out.writeInt(slice.start());
      out.writeInt(slice.length());
      out.writeBoolean(slice.tree());
      out.write(HexFormat.of().parseHex(slice.digest().hex()));
    }
    for (String text : packer.strings()) {
      out.writeInt(contents.size());
      contents.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    out.writeInt(contents.size());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream whole = new DataOutputStream(all);
    whole.writeInt(MAGIC);
    whole.writeInt(names.size());
    whole.writeInt(packer.count());
    whole.writeInt(16 + head.size());
    head.writeTo(whole);
    contents.writeTo(whole);
    return all.toByteArray();
  }

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(files.get(name))
        .filter(slice -> !slice.tree())
        .map(slice -> Arrays.copyOfRange(bytes, slice.start(), slice.start() + slice.length()));
  }

  @Override
  public Optional<Parsed> parsed(String name, Issues issues) {
    Slice slice = files.get(name);
    if (slice == null || !slice.tree()) {
      issues.add(IssueCode.LIBRARY_ENTRY_MISSING, Place.of(name), "the library has no such file");
      return Optional.empty();
    }
    return Optional.of(
        new Parsed(new Unpacking(slice.start(), Document.named(name)).tree(), slice.digest()));
  }

  private String string(int number) {
    String known = strings[number];
    if (known == null) {
      int start = stringStarts[number];
      known = new String(bytes, start, stringStarts[number + 1] - start, StandardCharsets.UTF_8);
      strings[number] = known;
    }
    return known;
  }

  /// A tree being unpacked.
  private final class Unpacking {

    private static final Tree.Kind[] KINDS = Tree.Kind.values();

    private final Document document;
    private int at;

    Unpacking(int start, Document document) {
      this.at = start;
      this.document = document;
    }

    Tree tree() {
      int tag = bytes[at++];
      Mark mark = mark();
      return switch (tag) {
        case TreePacker.SEQUENCE -> {
          int count = number();
          List<Tree> items = new ArrayList<>(count);
          for (int item = 0; item < count; item++) {
            items.add(tree());
          }
          yield new Tree.Sequence(items, mark);
        }
        case TreePacker.MAPPING -> {
          int count = number();
          List<Tree.Entry> entries = new ArrayList<>(count);
          for (int entry = 0; entry < count; entry++) {
            String key = string(number());
            Mark keyMark = mark();
            entries.add(new Tree.Entry(key, keyMark, tree()));
          }
          yield new Tree.Mapping(entries, mark);
        }
        case TreePacker.NOTHING -> new Tree.Nothing(mark);
        default -> new Tree.Text(string(number()), KINDS[tag], mark);
      };
    }

    private Mark mark() {
      int line = number();
      return new Mark(document, line, number());
    }

    private int number() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes[at++];
        value |= (next & 0x7f) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }
  }
}
