package org.parley.node.care;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.parley.duties.port.Books;
import org.parley.duties.port.UnreachableException;
import org.parley.exchange.Beat;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.AbsentException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Says whether the node works, and what it measures. Neither says anything of content.
@Controller
final class CareDoor {

  private static final MediaType TEXT_OF_PROMETHEUS =
      MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

  private final Books books;
  private final Exchanging exchanging;
  private final PrometheusMeterRegistry meters;

  CareDoor(Books books, Exchanging exchanging, PrometheusMeterRegistry meters) {
    this.books = books;
    this.exchanging = exchanging;
    this.meters = meters;
  }

  /// For whoever watches the node: 200 where the books can be read and the exchange runs, if the
  /// node takes part in it; 503 where not.
  @GetMapping("/care/health")
  ResponseEntity<String> health() {
    try {
      books.<Long>look(book -> book.log().size());
      return switch (exchanging.state()) {
        case Exchanging.State.Apart() -> up("apart");
        case Exchanging.State.Joined(_, Beat beat) -> beat.isRunning() ? up("running") : exchange();
        case Exchanging.State.Broken(_) -> exchange();
      };
    } catch (UnreachableException _) {
      return json(HttpStatus.SERVICE_UNAVAILABLE, "{\"status\":\"down\",\"because\":\"books\"}\n");
    }
  }

  private static ResponseEntity<String> up(String exchange) {
    return json(HttpStatus.OK, "{\"status\":\"up\",\"exchange\":\"" + exchange + "\"}\n");
  }

  private static ResponseEntity<String> exchange() {
    return json(HttpStatus.SERVICE_UNAVAILABLE, "{\"status\":\"down\",\"because\":\"exchange\"}\n");
  }

  private static ResponseEntity<String> json(HttpStatus status, String text) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(text);
  }

  /// For this machine alone, and not through a proxy on it.
  @GetMapping("/care/metrics")
  ResponseEntity<String> metrics(HttpServletRequest request) {
    if (!fromHere(request)) {
      throw new AbsentException();
    }
    return ResponseEntity.ok().contentType(TEXT_OF_PROMETHEUS).body(meters.scrape());
  }

  private static boolean fromHere(HttpServletRequest request) {
    boolean passedOn =
        Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
            .anyMatch(name -> request.getHeader(name) != null);
    try {
      // An address, never a name: nothing is looked up.
      return !passedOn && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
