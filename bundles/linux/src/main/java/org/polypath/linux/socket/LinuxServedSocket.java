package org.polypath.linux.socket;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.polypath.api.socket.Peer;
import org.polypath.api.socket.ServedSocket;
import org.polypath.linux.kernel.Alarm;
import org.polypath.linux.kernel.Architecture;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.SystemCallException;

/** A listening local socket and its clients, waited for by one {@code poll(2)}. */
final class LinuxServedSocket implements ServedSocket {
  private static final int CLOSE_ON_EXEC_NON_BLOCKING = 0x80800;
  private static final int SOCKET_LEVEL = 1;
  private static final int CREDENTIALS_BYTES = 12;
  private static final int USER_ID = 4;

  /** What {@code poll(2)} passes over: who is not watched must not end the waiting by leaving. */
  private static final int NOBODY = -1;

  private final CLibrary library;
  private final Descriptor listening;
  private final Alarm alarm;
  private final String address;
  private final PollSet set;
  private final Set<LinuxPeer> peers = ConcurrentHashMap.newKeySet();

  private LinuxServedSocket(CLibrary library, Descriptor listening, Alarm alarm, String address) {
    this.library = library;
    this.listening = listening;
    this.alarm = alarm;
    this.address = address;
    this.set = new PollSet(library);
  }

  static LinuxServedSocket on(CLibrary library, Descriptor listening, String address)
      throws SystemCallException {
    return new LinuxServedSocket(library, listening, Alarm.make(library), address);
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public List<Peer> await(boolean accepting, int millis) throws IOException {
    List<LinuxPeer> watched = new ArrayList<>();
    List<Descriptor.Use> uses = new ArrayList<>();
    try (Descriptor.Use socket = listening.use().orElseThrow(this::closed);
        Descriptor.Use wake = alarm.use().orElseThrow(this::closed)) {
      set.clear();
      set.add(wake.number(), true, false);
      set.add(accepting ? socket.number() : NOBODY, true, false);
      for (LinuxPeer peer : peers) {
        peer.use()
            .ifPresent(
                use -> {
                  uses.add(use);
                  watched.add(peer);
                  set.add(
                      peer.isWatched() ? use.number() : NOBODY, peer.isReading(), peer.isWriting());
                });
      }
      set.await(millis);
      if (set.hasEvent(0)) {
        alarm.silence();
      }
      return ready(watched);
    } catch (SystemCallException e) {
      throw new IOException("socket " + address + ": " + e.getMessage(), e);
    } finally {
      uses.forEach(Descriptor.Use::close);
    }
  }

  private List<Peer> ready(List<LinuxPeer> watched) {
    List<Peer> ready = new ArrayList<>();
    int before = 2;
    for (int i = 0; i < watched.size(); i++) {
      if (set.hasEvent(before + i)) {
        ready.add(watched.get(i));
      }
    }
    return ready;
  }

  @Override
  public Optional<Peer> accept() throws IOException {
    LibC functions = library.functions();
    try (Descriptor.Use socket = listening.use().orElseThrow(this::closed)) {
      int client =
          library.checked(
              "accept",
              () ->
                  functions.accept4(
                      socket.number(), Pointer.NULL, Pointer.NULL, CLOSE_ON_EXEC_NON_BLOCKING));
      return Optional.of(admit(client));
    } catch (SystemCallException e) {
      if (e.number() == ErrorNumber.EAGAIN || e.number() == ErrorNumber.ECONNABORTED) {
        return Optional.empty();
      }
      throw new IOException("socket " + address + ": " + e.getMessage(), e);
    }
  }

  private LinuxPeer admit(int client) throws SystemCallException {
    LibC functions = library.functions();
    Descriptor descriptor = new Descriptor(client, functions::close);
    try {
      LinuxPeer peer = new LinuxPeer(library, descriptor, userId(client), peers::remove);
      peers.add(peer);
      return peer;
    } catch (SystemCallException e) {
      descriptor.close();
      throw e;
    }
  }

  private int userId(int client) throws SystemCallException {
    try (Memory credentials = new Memory(CREDENTIALS_BYTES);
        Memory length = new Memory(Integer.BYTES)) {
      length.setInt(0, CREDENTIALS_BYTES);
      library.checked(
          "getsockopt SO_PEERCRED",
          () ->
              library
                  .functions()
                  .getsockopt(
                      client,
                      SOCKET_LEVEL,
                      Architecture.own().peerCredentials(),
                      credentials,
                      length));
      return credentials.getInt(USER_ID);
    }
  }

  @Override
  public void wakeUp() {
    alarm.raise();
  }

  private IOException closed() {
    return new IOException("socket " + address + ": closed");
  }

  @Override
  public void close() {
    listening.close();
    wakeUp();
    alarm.close();
    peers.forEach(LinuxPeer::close);
  }
}
