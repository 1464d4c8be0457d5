package org.polypath.simulator.service;

import java.util.List;
import java.util.Optional;
import org.polypath.simulator.Fault;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.PathCounters;
import org.polypath.simulator.SimulatorException;
import org.polypath.simulator.san.San;
import org.polypath.simulator.scenario.FaultWords;
import org.polypath.simulator.workload.Workloads;

/** Carries out the words of the {@code san} command. Timeline thread only. */
final class SanWords {
  private final San san;
  private final Workloads workloads;

  SanWords(San san, Workloads workloads) {
    this.san = san;
    this.workloads = workloads;
  }

  String carryOut(List<String> words) {
    if (words.isEmpty()) {
      return san.overview() + ioSummary();
    }
    return switch (words.get(0)) {
      case "help" -> help();
      case "io" -> io(words.subList(1, words.size()));
      default -> fault(words);
    };
  }

  private String fault(List<String> words) {
    Optional<Fault> fault;
    try {
      fault = FaultWords.read(words);
    } catch (IllegalArgumentException e) {
      throw new SimulatorException(e.getMessage());
    }
    san.apply(fault.orElseThrow(() -> unknown(words.get(0))));
    return "ok\n";
  }

  private static SimulatorException unknown(String word) {
    return new SimulatorException(
        "\"" + word + "\" is none of: help, io, " + String.join(", ", FaultWords.verbs()));
  }

  private String io(List<String> words) {
    if (words.isEmpty()) {
      return ioTable();
    }
    boolean start = words.get(0).equals("start");
    if ((!start && !words.get(0).equals("stop")) || words.size() > 2) {
      throw new SimulatorException("after io comes nothing, start [MAP] or stop [MAP]");
    }
    if (words.size() == 2) {
      change(start, words.get(1));
    } else if (start) {
      workloads.start();
    } else {
      workloads.stop();
    }
    return ioSummary();
  }

  private void change(boolean start, String map) {
    if (start) {
      workloads.start(map);
    } else {
      workloads.stop(map);
    }
  }

  private String ioSummary() {
    List<MapCounters> maps = workloads.counters();
    long running = maps.stream().filter(MapCounters::running).count();
    long errors = maps.stream().mapToLong(MapCounters::errors).sum();
    long mismatches = maps.stream().mapToLong(MapCounters::mismatches).sum();
    return String.format(
        "generated I/O: on %d maps, %d errors, %d mismatches%n", running, errors, mismatches);
  }

  private String ioTable() {
    StringBuilder text = new StringBuilder();
    if (workloads.counters().isEmpty()) {
      text.append("no map carries generated I/O; start it with: san io start\n");
    }
    text.append(
        String.format(
            "%-36s %-8s %10s %10s %7s %10s %7s%n",
            "map", "io", "reads", "writes", "errors", "mismatches", "queued"));
    for (MapCounters map : workloads.counters()) {
      text.append(
          String.format(
              "%-36s %-8s %10d %10d %7d %10d %7d%n",
              map.map(),
              map.running() ? "running" : "stopped",
              map.reads(),
              map.writes(),
              map.errors(),
              map.mismatches(),
              map.queued()));
    }
    text.append(
        String.format(
            "%n%-8s %10s %7s %9s %9s%n", "path", "i/os", "errors", "in flight", "commands"));
    for (PathCounters path : san.counters()) {
      text.append(
          String.format(
              "%-8s %10d %7d %9d %9d%n",
              path.path(), path.transfers(), path.errors(), path.inFlight(), path.commands()));
    }
    return text.toString();
  }

  private String help() {
    StringBuilder text = new StringBuilder();
    text.append("san                           what there is, and what is wrong with it\n");
    text.append("san io                        the counters of maps and paths\n");
    text.append("san io start|stop [MAP]       generated I/O whose content is verified\n");
    FaultWords.FORMS.forEach(form -> text.append("san ").append(form).append('\n'));
    text.append(FaultWords.PARTS).append('\n');
    text.append("names: ").append(String.join(" ", san.names())).append('\n');
    return text.toString();
  }
}
