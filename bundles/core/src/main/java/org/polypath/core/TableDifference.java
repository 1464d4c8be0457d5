package org.polypath.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.map.TablePath;
import org.polypath.api.path.DeviceNumber;

/**
 * How a wanted table differs from the kernel's. Pure. The order is the one in which the differences
 * are looked for.
 */
enum TableDifference {
  /** The kernel's is as wanted. */
  NONE(""),
  /** Waiting without a path is wanted and not set, or the other way round. */
  QUEUEING("no_path_retry change"),
  /** Another hardware handler is wanted. */
  HARDWARE_HANDLER("hwhandler change"),
  /** Other features are wanted. */
  FEATURES("features change"),
  /** Another selector is wanted. */
  SELECTOR("selector change"),
  /** Other path arguments are wanted. */
  PATH_ARGUMENTS("minio change"),
  /** Other groups are wanted. */
  GROUPS("path group topology change"),
  /** The same groups are wanted in another order. */
  ORDER("path group order change");

  private static final String DEFAULT_ARGUMENT = "1";

  private final String text;

  TableDifference(String text) {
    this.text = text;
  }

  /** The difference in words. */
  String text() {
    return text;
  }

  /**
   * Compares two tables.
   *
   * @param kernel what is loaded
   * @param wanted what should be
   * @param handlerAttached whether the paths have a handler attached, which the kernel then keeps
   * @param queueingDefined whether {@code no_path_retry} is configured at all
   */
  static TableDifference between(
      MultipathTable kernel,
      MultipathTable wanted,
      boolean handlerAttached,
      boolean queueingDefined) {
    if (queueingDefined && kernel.queuesWithoutPath() != wanted.queuesWithoutPath()) {
      return QUEUEING;
    }
    if (!wanted.hardwareHandler().isEmpty()
        && !handlerAttached
        && !wanted.hardwareHandler().equals(kernel.hardwareHandler())) {
      return HARDWARE_HANDLER;
    }
    if (!otherFeatures(kernel).equals(otherFeatures(wanted))) {
      return FEATURES;
    }
    if (!selectors(kernel).equals(selectors(wanted))) {
      return SELECTOR;
    }
    if (!members(kernel).containsAll(members(wanted))
        || !members(wanted).containsAll(members(kernel))) {
      return GROUPS;
    }
    if (pathArgumentsDiffer(pathArguments(kernel), pathArguments(wanted))) {
      return PATH_ARGUMENTS;
    }
    return members(kernel).equals(members(wanted)) ? NONE : ORDER;
  }

  private static Set<String> otherFeatures(MultipathTable table) {
    Set<String> features = new HashSet<>(table.features());
    features.remove(MultipathTable.QUEUE_IF_NO_PATH);
    features.remove("retain_attached_hw_handler");
    return features;
  }

  private static Set<String> selectors(MultipathTable table) {
    Set<String> selectors = new HashSet<>();
    table.groups().forEach(group -> selectors.add(group.selectorText()));
    return selectors;
  }

  private static boolean pathArgumentsDiffer(
      Map<DeviceNumber, List<String>> kernel, Map<DeviceNumber, List<String>> wanted) {
    return wanted.entrySet().stream()
        .anyMatch(path -> differ(kernel.getOrDefault(path.getKey(), List.of()), path.getValue()));
  }

  /**
   * Kernels since 4.8 read every repeat count as 1 (drivers/md/dm-mpath.c): that is no difference.
   * The kernel also gives back arguments that were left out, with their default 1.
   */
  private static boolean differ(List<String> kernel, List<String> wanted) {
    for (int i = 0; i < Math.max(kernel.size(), wanted.size()); i++) {
      String loaded = i < kernel.size() ? kernel.get(i) : DEFAULT_ARGUMENT;
      String asked = i < wanted.size() ? wanted.get(i) : DEFAULT_ARGUMENT;
      boolean repeatCount = i == 0 && loaded.equals(DEFAULT_ARGUMENT);
      if (!loaded.equals(asked) && !repeatCount) {
        return true;
      }
    }
    return false;
  }

  private static Map<DeviceNumber, List<String>> pathArguments(MultipathTable table) {
    Map<DeviceNumber, List<String>> arguments = new HashMap<>();
    for (TableGroup group : table.groups()) {
      for (TablePath path : group.paths()) {
        arguments.put(path.device(), path.arguments());
      }
    }
    return arguments;
  }

  private static List<Set<DeviceNumber>> members(MultipathTable table) {
    List<Set<DeviceNumber>> members = new ArrayList<>();
    for (TableGroup group : table.groups()) {
      Set<DeviceNumber> paths = new HashSet<>();
      group.paths().forEach(path -> paths.add(path.device()));
      members.add(paths);
    }
    return members;
  }
}
