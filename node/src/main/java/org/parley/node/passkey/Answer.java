package org.parley.node.passkey;

import org.jspecify.annotations.Nullable;

/// What the script sends.
///
/// @param ceremony which question it answers
/// @param credential what the device said, in JSON
/// @param label what the owner calls the key
/// @param back where to go when it was right
record Answer(
    @Nullable String ceremony,
    @Nullable String credential,
    @Nullable String label,
    @Nullable String back) {

  @Override
  public String ceremony() {
    return ceremony == null ? "" : ceremony;
  }

  @Override
  public String credential() {
    return credential == null ? "" : credential;
  }

  @Override
  public String label() {
    return label == null ? "" : label;
  }

  @Override
  public String back() {
    return back == null ? "/" : back;
  }
}
