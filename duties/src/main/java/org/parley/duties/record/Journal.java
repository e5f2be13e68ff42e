package org.parley.duties.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.HashNodes;
import org.parley.core.journal.JournalEntry;
import org.parley.core.journal.MerkleTree;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.LogNodes;

/// The journal of this node, in an open book.
public record Journal(Book book) {

  /// Where an entry stands, and the tree with it as the last.
  public record Logged(long index, long size, Digest root) {}

  /// Adds an entry about these documents, the main one first.
  public Logged add(EntryKind kind, Realm realm, Instant at, Digest... documents) {
    Octets entry = new JournalEntry(kind, realm, at, List.of(documents)).bytes();
    long index = book.log().size();
    book.log().append(entry);
    MerkleTree tree = new MerkleTree(hashes(book.log()), index).with(entry);
    return new Logged(index, tree.size(), tree.root());
  }

  /// Where the last entry stands.
  public Logged last() {
    MerkleTree tree = tree();
    return new Logged(tree.size() - 1, tree.size(), tree.root());
  }

  /// The tree over all entries so far.
  public MerkleTree tree() {
    return tree(book.log().size());
  }

  /// The tree as it was when it had so many entries.
  public MerkleTree tree(long size) {
    return new MerkleTree(hashes(book.log()), size);
  }

  public Octets entry(long index) {
    return book.log().entry(index);
  }

  private static HashNodes hashes(LogNodes log) {
    return new HashNodes() {
      @Override
      public Optional<Digest> node(int level, long index) {
        return log.node(level, index);
      }

      @Override
      public void keepNode(int level, long index, Digest hash) {
        log.keepNode(level, index, hash);
      }
    };
  }
}
