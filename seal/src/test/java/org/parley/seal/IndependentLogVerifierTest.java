package org.parley.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.journal.HashNodes;
import org.parley.core.journal.MerkleHash;
import org.parley.core.journal.MerkleTree;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// Our logs' proofs, checked by Go's x/mod/sumdb packages, for sizes around powers of two.
class IndependentLogVerifierTest {

  private static final Path SUMDB = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb");

  @TempDir private Path folder;

  @Test
  void everyProofHoldsThereAndAChangedOneDoesNot() throws IOException {
    Tool.need("go");
    Tool.need("sh");
    if (!Files.isDirectory(SUMDB)) {
      System.out.println("skipped: x/mod/sumdb is not installed");
    }
    Assumptions.assumeTrue(Files.isDirectory(SUMDB), "x/mod/sumdb is not installed");
    try (InputStream program = getClass().getResourceAsStream("oracle.go")) {
      Files.write(folder.resolve("oracle.go"), program.readAllBytes());
    }
    List<String> lines = lines();
    Files.write(folder.resolve("proofs"), lines);
    String last = lines.getLast();
    String digit = last.endsWith("0") ? "1" : "0";
    Files.writeString(
        folder.resolve("changed"), last.substring(0, last.length() - 1) + digit + "\n");

    assertThat(checked("proofs").said()).contains("held: " + lines.size());
    assertThat(checked("changed").said()).contains("refused:");
  }

  private Tool.Outcome checked(String file) {
    return Tool.run(
        folder,
        Map.of(
            "GO111MODULE",
            "off",
            "GOPATH",
            "/usr/share/gocode",
            "GOCACHE",
            folder.resolve("go").toString(),
            "HOME",
            folder.toString()),
        "sh",
        "-c",
        "go run oracle.go < " + file);
  }

  private static List<String> lines() {
    Set<Integer> sizes = new TreeSet<>();
    for (int power = 1; power <= 512; power *= 2) {
      sizes.addAll(List.of(Math.max(1, power - 1), power, power + 1));
    }
    MerkleTree grown = new MerkleTree(new Hashes(), 0);
    for (int i = 0; i < 513; i++) {
      grown = grown.with(Octets.of("entry " + i));
    }
    List<String> lines = new ArrayList<>();
    for (int size : sizes) {
      MerkleTree tree = new MerkleTree(grown.nodes(), size);
      for (int other : sizes) {
        if (other < size) {
          Digest earlier = new MerkleTree(grown.nodes(), other).root();
          lines.add(
              line("tree", other, size, earlier, tree.root(), tree.consistency(other).path()));
          Digest entry = MerkleHash.ofEntry(Octets.of("entry " + other));
          lines.add(line("record", other, size, entry, tree.root(), tree.inclusion(other).path()));
        }
      }
    }
    return lines;
  }

  private static String line(
      String kind, int one, int size, Digest first, Digest root, List<Digest> path) {
    StringBuilder line = new StringBuilder(kind);
    line.append(' ').append(one).append(' ').append(size);
    line.append(' ').append(first).append(' ').append(root);
    path.forEach(hash -> line.append(' ').append(hash));
    return line.toString();
  }

  private static final class Hashes implements HashNodes {
    private final Map<String, Digest> kept = new HashMap<>();

    @Override
    public Optional<Digest> node(int level, long index) {
      return Optional.ofNullable(kept.get(level + "/" + index));
    }

    @Override
    public void keepNode(int level, long index, Digest hash) {
      kept.put(level + "/" + index, hash);
    }
  }
}
