package org.polypath.lab.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.polypath.lab.Guest;

/**
 * How often each path was sent a command in a while, and how long a client of the daemon waited
 * meanwhile.
 *
 * @param rounds what was seen each time, in order
 */
public record CheckSampling(List<Round> rounds) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * What was seen at one time.
   *
   * @param at when, in seconds
   * @param show how long {@code show topology} took, in seconds, the client's start included
   * @param client how long a client took that asked for nothing, in seconds
   * @param commands how many commands each path was sent since it came
   */
  public record Round(double at, double show, double client, Map<String, Integer> commands) {
    private static Round parse(List<String> paths, String line) {
      String[] words = line.split(" ", -1);
      double[] times = new double[4];
      for (int i = 0; i < times.length; i++) {
        times[i] = Double.parseDouble(words[i]);
      }
      Map<String, Integer> commands = new HashMap<>();
      for (int i = 0; i < paths.size(); i++) {
        commands.put(paths.get(i), Integer.parseInt(words[times.length + i]));
      }
      return new Round(times[0], times[2] - times[1], times[3] - times[2], commands);
    }
  }

  /** Watches all paths for some time. */
  public static CheckSampling take(Guest guest, Duration time) {
    List<String> lines =
        guest
            .run(
                """
                cd /sys/block; paths=(sd*); echo "${paths[@]}"
                end=$((SECONDS + %d))
                while ((SECONDS < end)); do
                  counts=; at=$EPOCHREALTIME
                  for path in "${paths[@]}"; do
                    read -r count < $path/device/iorequest_cnt; counts+=" $((count))"
                  done
                  before=$EPOCHREALTIME
                  /usr/sbin/multipathd show topology > /dev/null || exit
                  shown=$EPOCHREALTIME
                  /usr/sbin/multipathd -h > /dev/null 2>&1
                  echo "$at $before $shown $EPOCHREALTIME$counts"
                  sleep 0.3
                done"""
                    .formatted(time.toSeconds()),
                PATIENCE)
            .text()
            .lines()
            .toList();
    List<String> paths = List.of(lines.get(0).split(" ", -1));
    return new CheckSampling(lines.stream().skip(1).map(line -> Round.parse(paths, line)).toList());
  }

  /** How many commands a path was sent from the first round to the last. */
  public int commands(String path) {
    return rounds.get(rounds.size() - 1).commands().get(path) - rounds.get(0).commands().get(path);
  }

  /** The longest time that a path was seen without a new command. */
  public Duration longestPause(String path) {
    double longest = 0;
    Round last = rounds.get(0);
    for (Round round : rounds) {
      longest = Math.max(longest, round.at() - last.at());
      if (!round.commands().get(path).equals(last.commands().get(path))) {
        last = round;
      }
    }
    return Duration.ofMillis(Math.round(longest * 1000));
  }

  /** How long {@code show topology} took, shortest first, the client's start included. */
  public List<Duration> shows() {
    return sorted(Round::show);
  }

  /** How long a client took that asked for nothing, shortest first. */
  public List<Duration> clients() {
    return sorted(Round::client);
  }

  private List<Duration> sorted(ToDoubleFunction<Round> seconds) {
    return rounds.stream()
        .map(round -> Duration.ofNanos(Math.round(seconds.applyAsDouble(round) * 1e9)))
        .sorted()
        .toList();
  }
}
