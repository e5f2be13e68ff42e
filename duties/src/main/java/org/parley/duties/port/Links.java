package org.parley.duties.port;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// The numbered slips between us and each other node, in each direction, so that a gap has a name.
public interface Links {

  /// The last slip we sent there.
  Optional<Slip> lastSent(Realm realm, NodeId to);

  /// The slip that we sent there under this number.
  Optional<Slip> sent(Realm realm, NodeId to, long number);

  void sent(Realm realm, NodeId to, Slip slip);

  /// The slip that came from there under this number.
  Optional<Slip> received(Realm realm, NodeId from, long number);

  void received(Realm realm, NodeId from, Slip slip);

  /// The slip with the highest number that came from there.
  Optional<Slip> lastReceived(Realm realm, NodeId from);

  /// The numbers below the highest received that have not come, lowest first, at most this many; of
  /// a gap that no loss explains only some.
  List<Long> missing(Realm realm, NodeId from, int atMost);

  /// Numbers that have not come, though lower and higher ones have.
  ///
  /// @param lowest of them
  /// @param highest of them
  record Gap(long lowest, long highest) {

    /// More than any link carries. A node that was restored goes on so far above what it used
    /// before; what it never used must not keep a later loss from being asked for.
    private static final long WIDEST_LOSS = 1_000_000_000;

    private static final int OF_A_JUMP = 10;

    /// Those to ask for, lowest first.
    public LongStream asked() {
      return highest - lowest < WIDEST_LOSS
          ? LongStream.rangeClosed(lowest, highest)
          : LongStream.range(lowest, lowest + OF_A_JUMP);
    }
  }

  /// @param number counted from 1 on each link
  record Slip(long number, Digest digest) {}
}
