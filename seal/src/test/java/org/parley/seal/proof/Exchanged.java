package org.parley.seal.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeKind;
import org.parley.core.issue.Checked;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.HashNodes;
import org.parley.core.journal.JournalEntry;
import org.parley.core.journal.MerkleTree;
import org.parley.core.journal.NoteKey;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.formats.directory.DirectoryBytes;
import org.parley.seal.CmsSeal;
import org.parley.seal.IdentityKeys;
import org.parley.seal.Nodes;
import org.parley.seal.SoftwareKeyRing;
import org.parley.seal.stamp.HttpTimeStamps;
import org.parley.seal.stamp.StampCheck;
import org.parley.seal.stamp.TestAuthority;

/// One exchange between two fictitious States: a statement, its receipts, two logs, two witnesses
/// and a time-stamp authority.
final class Exchanged {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final IdentityKeys SENDER = Nodes.identity("alpha");
  private static final IdentityKeys RECEIVER = Nodes.identity("beta");
  private static final CmsSeal SENDS = CmsSeal.with(SENDER, SoftwareKeyRing.inMemory());
  private static final CmsSeal RECEIVES = CmsSeal.with(RECEIVER, SoftwareKeyRing.inMemory());
  static final Octets FILE = Octets.of("192.0.2.7\n");
  static final Octets OTHER_FILE = Octets.of("ein zweites");
  private static final Octets STATEMENT =
      Octets.of(
          "{\"says\":\"canary-4711\",\"attachments\":[%s,%s]}"
              .formatted(named("hosts ё.txt", FILE), named("b.log", OTHER_FILE)));

  private Exchanged() {}

  private static String named(String name, Octets file) {
    return "{\"name\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
        .formatted(name, file.size(), file.digest().hex());
  }

  /// The same, with a file that the statement does not name.
  static Checked<Path> withAStrangeFile(Path folder) {
    try (TestAuthority authority = new TestAuthority()) {
      Proof whole = proof(authority, SENDS.sign(STATEMENT));
      return new ProofFolder(SENDS)
          .write(
              new Proof(
                  whole.sender(),
                  whole.statement(),
                  List.of(Octets.of("192.0.2.8\n")),
                  whole.receiver(),
                  whole.receipts(),
                  whole.witnesses(),
                  whole.quorum()),
              folder);
    }
  }

  static Path folder(Path folder) {
    try (TestAuthority authority = new TestAuthority()) {
      return new ProofFolder(SENDS)
          .write(proof(authority, SENDS.sign(STATEMENT)), folder)
          .orThrow();
    }
  }

  /// The same, where the receiver gave receipts and nothing of its log.
  static Path withoutTheReceiversLog(Path folder) {
    try (TestAuthority authority = new TestAuthority()) {
      Proof whole = proof(authority, SENDS.sign(STATEMENT));
      Side receiver =
          new Side(
              whole.receiver().node(),
              whole.receiver().certificates(),
              Optional.empty(),
              whole.receiver().directory().map(Exchanged::unplaced));
      Proof less =
          new Proof(
              whole.sender(),
              whole.statement(),
              whole.files(),
              receiver,
              whole.receipts().stream().map(Exchanged::unplaced).toList(),
              whole.witnesses(),
              whole.quorum());
      return new ProofFolder(SENDS).write(less, folder).orThrow();
    }
  }

  private static LoggedDocument unplaced(LoggedDocument document) {
    return new LoggedDocument(document.signed(), Optional.empty());
  }

  /// The same, with a statement that carries one signature only.
  static Checked<Path> stripped(Path folder) {
    try (TestAuthority authority = new TestAuthority()) {
      byte[] signed = SENDS.sign(STATEMENT).toArray();
      signed[signed.length - 1] ^= 1;
      return new ProofFolder(SENDS).write(proof(authority, Octets.of(signed)), folder);
    }
  }

  static void statementByTheReceiver(Path folder) throws IOException {
    Files.write(folder.resolve("statement.p7s"), RECEIVES.sign(STATEMENT).toArray());
  }

  static void receiptOfAnother(Path folder) throws IOException {
    Octets other = receipt("delivered", Octets.of("another statement").digest());
    Files.write(folder.resolve("receipt-1.p7s"), RECEIVES.sign(other).toArray());
  }

  static void stampOfAnother(Path folder) throws IOException {
    Files.copy(
        folder.resolve("sender/time-stamp-1.der"),
        folder.resolve("receiver/time-stamp-1.der"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Proof proof(TestAuthority authority, Octets statement) {
    Octets delivered = RECEIVES.sign(receipt("delivered", STATEMENT.digest()));
    Octets acknowledged = RECEIVES.sign(receipt("acknowledged", STATEMENT.digest()));
    Octets sendersEntry = SENDS.sign(entry("XA", SENDER));
    Octets receiversEntry = RECEIVES.sign(entry("XB", RECEIVER));
    Log sends = new Log();
    Log receives = new Log();
    sends.add(EntryKind.DIRECTORY_ENTRY, sendersEntry.digest());
    sends.fill(3);
    sends.add(EntryKind.STATEMENT_SENT, STATEMENT.digest());
    sends.fill(4);
    receives.add(EntryKind.DIRECTORY_ENTRY, receiversEntry.digest());
    receives.fill(4);
    receives.add(EntryKind.RECEIPT_GIVEN, receipt("delivered", STATEMENT.digest()).digest());
    receives.add(EntryKind.ACT, acknowledged.digest());
    NoteKey third = key("XC", NoteKey.Kind.COSIGNATURE, Nodes.identity("gamma"));
    NoteKey fourth = key("XD", NoteKey.Kind.COSIGNATURE, Nodes.identity("delta"));
    return new Proof(
        side("XA", SENDER, sends, sends.logged(sendersEntry, 0), authority),
        sends.logged(statement, 4),
        List.of(FILE),
        side("XB", RECEIVER, receives, receives.logged(receiversEntry, 0), authority),
        List.of(receives.logged(delivered, 5), receives.logged(acknowledged, 6)),
        List.of(third, fourth),
        2);
  }

  private static Side side(
      String party, IdentityKeys keys, Log log, LoggedDocument directory, TestAuthority authority) {
    NoteKey logKey = key(party, NoteKey.Kind.PLAIN, keys);
    Checkpoint checkpoint = new Checkpoint(logKey.name(), log.tree.size(), log.tree.root());
    SignedNote note = checkpoint.signed(logKey, keys.log()::sign);
    for (Map.Entry<String, String> witness :
        List.of(Map.entry("XC", "gamma"), Map.entry("XD", "delta"))) {
      IdentityKeys by = Nodes.identity(witness.getValue());
      note = note.cosigned(key(witness.getKey(), NoteKey.Kind.COSIGNATURE, by), AT, by.log()::sign);
    }
    Octets token =
        new HttpTimeStamps(authority.address(), new StampCheck(List.of(authority.certificate())))
            .stamp(Octets.of(note.text()).digest())
            .orThrow();
    Side.LogHead head =
        new Side.LogHead(logKey, note, List.of(new Side.Stamp(token, authority.certificate())));
    return new Side(
        new NodeId(new Party(party), "csirt"),
        keys.certificates(),
        Optional.of(head),
        Optional.of(directory));
  }

  private static NoteKey key(String party, NoteKey.Kind kind, IdentityKeys keys) {
    return new NoteKey("parley.example/" + party + "/csirt", kind, keys.log().publicKey());
  }

  private static Octets receipt(String kind, Digest statement) {
    return Octets.of("{\"kind\":\"%s\",\"statement\":\"%s\"}".formatted(kind, statement));
  }

  private static Octets entry(String party, IdentityKeys keys) {
    NodeRecord node =
        new NodeRecord(
            new NodeId(new Party(party), "csirt"),
            keys.certificates(),
            Octets.of("tls"),
            keys.log().publicKey(),
            List.of(),
            List.of(OfficeKind.TECHNICAL),
            List.of());
    return DirectoryBytes.write(
        new DirectoryEntry(
            new Party(party), 1, Optional.empty(), AT, List.of(node), List.of(), List.of()));
  }

  /// A log in memory.
  private static final class Log implements HashNodes {
    private final Map<String, Digest> hashes = new HashMap<>();
    private final List<Octets> entries = new ArrayList<>();
    private MerkleTree tree = new MerkleTree(this, 0);

    void add(EntryKind kind, Digest digest) {
      Octets bytes = new JournalEntry(kind, new Realm.Real(), AT, List.of(digest)).bytes();
      entries.add(bytes);
      tree = tree.with(bytes);
    }

    void fill(int count) {
      for (int i = 0; i < count; i++) {
        add(EntryKind.CLEARANCE, Octets.of("other " + entries.size()).digest());
      }
    }

    LoggedDocument logged(Octets signed, int index) {
      return new LoggedDocument(
          signed, Optional.of(new LoggedDocument.Place(entries.get(index), tree.inclusion(index))));
    }

    @Override
    public Optional<Digest> node(int level, long index) {
      return Optional.ofNullable(hashes.get(level + "/" + index));
    }

    @Override
    public void keepNode(int level, long index, Digest hash) {
      hashes.put(level + "/" + index, hash);
    }
  }
}
