package org.polypath.client.mpathconf;

import java.util.Optional;

/** How multipathing is set up, for people. */
final class Status {
  private Status() {}

  static String of(Optional<ConfigurationText> file, boolean moduleLoaded, boolean daemonRunning) {
    ConfigurationText text = file.orElseGet(() -> ConfigurationText.of(""));
    boolean enabled =
        file.isPresent() && !text.has(Change.BLACKLIST, Change.DEVNODE, Change.EVERYTHING);
    boolean exceptions = text.has(Change.EXCEPTIONS, Change.PROPERTY, Change.IDENTITY);
    return line("multipath", enabled ? "enabled" : "disabled")
        + line("find_multipaths", text.value(Change.DEFAULTS, "find_multipaths").orElse("not set"))
        + line("user_friendly_names", switched(text, "user_friendly_names"))
        + line("recheck_wwid", switched(text, "recheck_wwid"))
        + line("default property blacklist", exceptions ? "enabled" : "disabled")
        + line("enable_foreign", text.value(Change.DEFAULTS, "enable_foreign").orElse("not set"))
        + line("dm_multipath module", moduleLoaded ? "loaded" : "not loaded")
        + line("multipathd", daemonRunning ? "running" : "not running");
  }

  private static String switched(ConfigurationText text, String keyword) {
    String value = text.value(Change.DEFAULTS, keyword).orElse("no");
    return value.equals("yes") || value.equals("1") ? "enabled" : "disabled";
  }

  private static String line(String what, String how) {
    return what + " is " + how + "\n";
  }
}
