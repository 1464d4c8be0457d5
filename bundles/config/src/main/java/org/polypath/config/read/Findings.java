package org.polypath.config.read;

import java.util.ArrayList;
import java.util.List;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.config.property.Complaint;
import org.polypath.config.syntax.Line;
import org.polypath.config.syntax.Place;

/** Collects findings. Used by one thread. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void warn(Place place, String text, String instead) {
    add(Severity.WARNING, place, text, instead);
  }

  void add(Place place, Complaint complaint) {
    add(complaint.severity(), place, complaint.text(), complaint.instead());
  }

  void add(Finding finding) {
    all.add(finding);
  }

  void add(Severity severity, Place place, String text, String instead) {
    all.add(new Finding(severity, place.file(), place.line(), text, instead));
  }

  /** Says so if a line has more words than it may. */
  void extraData(Line line, int words) {
    if (line.words().size() > words) {
      warn(
          line.place(),
          "ignoring extra data starting with '" + line.words().get(words).text() + "'",
          "the rest of the line is ignored");
    }
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
