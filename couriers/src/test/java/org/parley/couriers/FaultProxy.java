package org.parley.couriers;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A bad line between a client and a server on this machine: for each connection it draws, from a
/// seed, what goes wrong and after how many octets.
public final class FaultProxy implements Closeable {

  /// What goes wrong on one connection.
  public enum Fault {
    NONE,
    /// Nobody answers.
    LOSS,
    /// The line is cut on the way there.
    CUT_THERE,
    /// The line is cut on the way back, so that the answer is lost.
    CUT_BACK,
    /// Everything comes late.
    DELAY,
    /// One octet a second, after a while.
    TRICKLE,
    /// One bit is turned over.
    CORRUPTION
  }

  private final ServerSocket listening;
  private final int behind;
  private final Random chance;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Map<Fault, AtomicInteger> drawn = new EnumMap<>(Fault.class);
  private volatile boolean fair;

  public FaultProxy(int behind, long seed) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.chance = new Random(seed);
    for (Fault fault : Fault.values()) {
      drawn.put(fault, new AtomicInteger());
    }
    threads.submit(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /// From now on nothing goes wrong any more.
  public void heal() {
    fair = true;
  }

  public int times(Fault fault) {
    return drawn.get(fault).get();
  }

  private Void accept() throws IOException {
    while (!listening.isClosed()) {
      Socket client = listening.accept();
      sockets.add(client);
      Fault fault = fair ? Fault.NONE : Fault.values()[chance.nextInt(Fault.values().length)];
      int after = chance.nextInt(9000);
      drawn.get(fault).incrementAndGet();
      threads.submit(() -> connect(client, fault, after));
    }
    return null;
  }

  private Void connect(Socket client, Fault fault, int after) throws Exception {
    if (fault == Fault.LOSS) {
      return null;
    }
    Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
    sockets.add(server);
    boolean there = fault == Fault.CUT_THERE || fault == Fault.CORRUPTION && after % 2 == 0;
    boolean back = fault == Fault.CUT_BACK || fault == Fault.CORRUPTION && after % 2 == 1;
    boolean both = fault == Fault.TRICKLE || fault == Fault.DELAY;
    threads.submit(() -> pump(client, server, there || both ? fault : Fault.NONE, after));
    threads.submit(() -> pump(server, client, back || both ? fault : Fault.NONE, after / 4));
    return null;
  }

  private Void pump(Socket from, Socket to, Fault fault, int after) throws Exception {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[1024];
      int passed = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        boolean now = passed <= after && after < passed + read;
        passed += read;
        switch (fault) {
          case NONE, LOSS -> out.write(piece, 0, read);
          case DELAY -> {
            Thread.sleep(20);
            out.write(piece, 0, read);
          }
          case CUT_THERE, CUT_BACK -> {
            out.write(piece, 0, now ? read / 2 : read);
            if (now) {
              return null;
            }
          }
          case CORRUPTION -> {
            if (now) {
              piece[read / 2] ^= 4;
            }
            out.write(piece, 0, read);
          }
          case TRICKLE -> trickle(out, piece, read, passed > after);
        }
        out.flush();
      }
    }
    return null;
  }

  private static void trickle(OutputStream out, byte[] piece, int read, boolean slow)
      throws Exception {
    for (int octet = 0; octet < read; octet++) {
      out.write(piece[octet]);
      if (slow) {
        out.flush();
        Thread.sleep(1000);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
