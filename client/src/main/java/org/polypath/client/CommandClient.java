package org.polypath.client;

import java.io.IOException;
import java.util.Optional;

/** Asks the daemon commands and prints its replies as the reference's client does. */
public final class CommandClient implements AutoCloseable {
  /** What a daemon that works answers in no time. */
  private static final int READ_SECONDS = 5;

  /** A change may wait for udev, or for a slow array. */
  private static final int CHANGE_SECONDS = 130;

  private static final String FAIL = "fail\n";

  private final Framed connection;

  private CommandClient(Framed connection) {
    this.connection = connection;
  }

  /**
   * Connects to the running daemon.
   *
   * @throws IOException if there is none
   */
  public static CommandClient connect() throws IOException {
    Optional<String> named = Addresses.namedAbstract();
    if (named.isPresent()) {
      return new CommandClient(Framed.connectAbstract(named.get()));
    }
    try {
      return new CommandClient(Framed.connect(Addresses.commands()));
    } catch (NoDaemonException e) {
      if (!Addresses.isNamed() && AbstractSocket.isThere(Addresses.ABSTRACT)) {
        return new CommandClient(Framed.connectAbstract(Addresses.ABSTRACT));
      }
      throw e;
    }
  }

  /** Asks, and answers the reply as it came. */
  public String ask(String command) throws IOException {
    return connection.ask(command, isRead(command) ? READ_SECONDS : CHANGE_SECONDS);
  }

  /**
   * Asks and prints: of a failure its reason alone, where it gives one.
   *
   * @return the exit status
   */
  int print(String command) throws IOException {
    String reply = ask(command);
    boolean failed = reply.startsWith(FAIL);
    String reason = failed ? reply.substring(FAIL.length()) : "";
    Streams.out(reason.isEmpty() ? reply : reason);
    return failed ? 1 : 0;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  /** Whether a command only tells what there is: who asks for that is not kept waiting. */
  static boolean isRead(String command) {
    String words = command.strip();
    int end = words.indexOf(' ');
    String verb = end < 0 ? words : words.substring(0, end);
    return !verb.isEmpty()
        && ("show".startsWith(verb) || "list".startsWith(verb) || verb.equals("polypath"));
  }
}
