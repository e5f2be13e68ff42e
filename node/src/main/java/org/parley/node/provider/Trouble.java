package org.parley.node.provider;

import org.springframework.http.HttpStatus;

/// Why nobody was signed in, or nothing linked; each has a page.
enum Trouble {
  AWAY("away", HttpStatus.SERVICE_UNAVAILABLE),
  STOPPED("stopped", HttpStatus.UNPROCESSABLE_CONTENT),
  REFUSED("refused", HttpStatus.UNPROCESSABLE_CONTENT),
  STALE("stale", HttpStatus.UNPROCESSABLE_CONTENT),
  WEAK("weak", HttpStatus.UNPROCESSABLE_CONTENT),
  UNKNOWN("unknown", HttpStatus.UNPROCESSABLE_CONTENT),
  TAKEN("taken", HttpStatus.UNPROCESSABLE_CONTENT),
  LAST("last", HttpStatus.UNPROCESSABLE_CONTENT),
  TOO_MANY("too-many", HttpStatus.TOO_MANY_REQUESTS);

  private final String word;
  private final HttpStatus status;

  Trouble(String word, HttpStatus status) {
    this.word = word;
    this.status = status;
  }

  String word() {
    return word;
  }

  HttpStatus status() {
    return status;
  }
}
