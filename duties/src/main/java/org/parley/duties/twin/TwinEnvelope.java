package org.parley.duties.twin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.parley.core.directory.SealingKeys;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// Seals and opens: content under a key of its own, and that key once for each recipient, named by
/// the digest of the recipient's key.
final class TwinEnvelope {

  private static final byte[] FIRST = TwinKeys.bytes("twin sealed/1\n");
  private static final String PLACE = "envelope";
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int MOST = 256;

  private final TwinKeys keys;
  private final String whose;

  /// How many were sealed: two envelopes around the same content differ, as real ones do.
  private long sealed;

  TwinEnvelope(TwinKeys keys, String whose) {
    this.keys = keys;
    this.whose = whose;
  }

  Octets seal(Octets content, List<SealingKeys> to) {
    if (to.isEmpty() || to.size() > MOST) {
      throw new IllegalArgumentException(
          "an envelope is for 1 to %d keys: %d".formatted(MOST, to.size()));
    }
    byte[] nonce =
        Arrays.copyOf(
            TwinKeys.hash(TwinKeys.bytes(whose), TwinKeys.bytes(Long.toString(++sealed))), NONCE);
    byte[] key = TwinKeys.hash(TwinKeys.bytes(whose), nonce, content.toArray());
    ByteBuffer head = ByteBuffer.allocate(FIRST.length + 2 + to.size() * 2 * KEY + NONCE);
    head.put(FIRST).putShort((short) to.size());
    for (SealingKeys one : to) {
      byte[] wrap = wrap(one, nonce);
      byte[] wrapped = new byte[KEY];
      for (int i = 0; i < KEY; i++) {
        wrapped[i] = (byte) (key[i] ^ wrap[i]);
      }
      head.put(name(one)).put(wrapped);
    }
    byte[] above = head.put(nonce).array();
    byte[] hidden = crypt(Cipher.ENCRYPT_MODE, key, nonce, above, content.toArray());
    return Octets.of(
        ByteBuffer.allocate(above.length + hidden.length).put(above).put(hidden).array());
  }

  Checked<Octets> open(Octets envelope, List<SealingKeys> held) {
    byte[] all = envelope.toArray();
    int head = head(all);
    if (head < 0) {
      return TwinSeal.refused(IssueCode.SEAL_UNREADABLE, PLACE, "this is no sealed document");
    }
    byte[] nonce = Arrays.copyOfRange(all, head - NONCE, head);
    for (SealingKeys one : held) {
      int at = placeOf(one, all, head);
      if (at >= 0) {
        byte[] key = wrap(one, nonce);
        for (int i = 0; i < KEY; i++) {
          key[i] ^= all[at + KEY + i];
        }
        return opened(all, head, key, nonce);
      }
    }
    return TwinSeal.refused(
        IssueCode.NOT_SEALED_TO_US, PLACE, "it is sealed to none of the keys that still exist");
  }

  boolean isFor(Octets envelope, List<SealingKeys> to) {
    byte[] all = envelope.toArray();
    int head = head(all);
    return head >= 0 && to.stream().anyMatch(one -> placeOf(one, all, head) >= 0);
  }

  /// Where the head ends; -1 where this is no sealed document.
  private static int head(byte[] all) {
    int counted = FIRST.length + 2;
    int count =
        TwinSeal.startsWith(all, FIRST) && all.length > counted
            ? ByteBuffer.wrap(all).getShort(FIRST.length)
            : 0;
    int head = counted + count * 2 * KEY + NONCE;
    return count < 1 || count > MOST || all.length < head + TAG_BITS / 8 ? -1 : head;
  }

  /// Where in the head a key is named; -1 where it is not.
  private static int placeOf(SealingKeys one, byte[] all, int head) {
    byte[] name = name(one);
    for (int at = FIRST.length + 2; at < head - NONCE; at += 2 * KEY) {
      if (Arrays.equals(name, 0, KEY, all, at, at + KEY)) {
        return at;
      }
    }
    return -1;
  }

  private static Checked<Octets> opened(byte[] all, int head, byte[] key, byte[] nonce) {
    try {
      byte[] content =
          cipher(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOf(all, head))
              .doFinal(all, head, all.length - head);
      return new Checked.Sound<>(Octets.of(content), List.of());
    } catch (GeneralSecurityException _) {
      return TwinSeal.refused(
          IssueCode.SEAL_BROKEN, PLACE, "it was changed on the way, or its key does not fit");
    }
  }

  private static byte[] name(SealingKeys of) {
    return TwinKeys.hash(of.ecdh().toArray(), of.mlKem().toArray());
  }

  private byte[] wrap(SealingKeys of, byte[] nonce) {
    return TwinKeys.hash(
        keys.secret(of.ecdh()).orElseThrow(), keys.secret(of.mlKem()).orElseThrow(), nonce);
  }

  private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] above, byte[] content) {
    try {
      return cipher(mode, key, nonce, above).doFinal(content);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform has AES in GCM", broken);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] above)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(above);
    return cipher;
  }
}
