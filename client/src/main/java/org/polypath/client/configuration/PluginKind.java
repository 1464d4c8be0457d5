package org.polypath.client.configuration;

/** A kind of plug-ins that files name. */
enum PluginKind {
  /** Path checkers. */
  CHECKER(
      "path_checker",
      "org.polypath.api.checker.PathChecker",
      "checker",
      "tur checks these paths until one comes"),
  /** Prioritizers. */
  PRIORITIZER(
      "prio",
      "org.polypath.api.prioritizer.Prioritizer",
      "prioritizer",
      "these paths get no priority until one comes"),
  /** Grouping policies. */
  POLICY(
      "path_grouping_policy",
      "org.polypath.api.policy.PathGroupingPolicy",
      "grouping policy",
      "these maps are left as they are until one comes"),
  /** Path selectors. */
  SELECTOR(
      "path_selector",
      "org.polypath.api.selector.PathSelector",
      "path selector",
      "these maps have service-time until one comes");

  private final String keyword;
  private final String service;
  private final String title;
  private final String without;

  PluginKind(String keyword, String service, String title, String without) {
    this.keyword = keyword;
    this.service = service;
    this.title = title;
    this.without = without;
  }

  /** The keyword whose values are their names. */
  String keyword() {
    return keyword;
  }

  /** The interface they provide. */
  String service() {
    return service;
  }

  /** What they are called. */
  String title() {
    return title;
  }

  /** What happens where there is none of the name. */
  String without() {
    return without;
  }
}
