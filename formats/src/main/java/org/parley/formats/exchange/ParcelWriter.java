package org.parley.formats.exchange;

import java.util.Base64;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.terms.Octets;

/// Writes a parcel as the bytes that are sealed, padded to one of a few sizes, so that the size
/// tells little of what is inside.
public final class ParcelWriter {

  /// The sizes that parcels have, in bytes, before they are sealed. The last leaves room for the
  /// seal below the 10 MiB that couriers take.
  private static final int[] CLASSES = {
    4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20, (10 << 20) - (64 << 10)
  };

  private ParcelWriter() {}

  /// @throws IllegalArgumentException where the parcel is larger than the largest class: a defect
  ///   of the caller, for statements and receipts have limits far below
  public static Octets write(Parcel parcel) {
    int bare = bytes(parcel, 0).size();
    return bytes(parcel, paddedSize(bare) - bare);
  }

  /// The size to which so many bytes are padded.
  static int paddedSize(int bytes) {
    for (int size : CLASSES) {
      if (bytes <= size) {
        return size;
      }
    }
    throw new IllegalArgumentException("no parcel holds " + bytes + " bytes");
  }

  static boolean isPaddedSize(int bytes) {
    for (int size : CLASSES) {
      if (bytes == size) {
        return true;
      }
    }
    return false;
  }

  private static Octets bytes(Parcel parcel, int padding) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "parcel/1");
      json.writeStringProperty("slip", base64(parcel.slip()));
      json.writeStringProperty("enclosed", base64(parcel.enclosed()));
      json.writeStringProperty("padding", "0".repeat(padding));
    });
  }

  private static String base64(Octets bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }
}
