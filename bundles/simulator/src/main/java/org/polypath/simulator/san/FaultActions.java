package org.polypath.simulator.san;

import java.util.function.Predicate;
import org.polypath.simulator.Fault;
import org.polypath.simulator.Part;
import org.polypath.simulator.scsi.Sense;

/**
 * Finds what a fault is about, and answers the action that makes it happen. Finding changes
 * nothing, so it also serves as a check.
 */
final class FaultActions implements Fault.Visitor<Runnable> {
  private final SanLayout layout;
  private final SanEvents events;

  FaultActions(SanLayout layout, SanEvents events) {
    this.layout = layout;
    this.events = events;
  }

  @Override
  public Runnable cut(Fault.Cut fault) {
    Link link = layout.link(fault.part());
    return () -> change(link::cut);
  }

  @Override
  public Runnable mend(Fault.Mend fault) {
    Link link = layout.link(fault.part());
    boolean ofPath = fault.part().kind() == Part.Kind.PATH;
    return () -> {
      boolean reset = link.isCut() && !ofPath;
      change(
          () -> {
            link.mend();
            if (ofPath) {
              layout.path(fault.part().name()).setOffline(false);
            }
          });
      if (reset) {
        attention(path -> isBehind(path, link), Sense.RESET);
      }
    };
  }

  private static boolean isBehind(SimulatedPath path, Link link) {
    return path.port().link() == link
        || path.port().controller().link() == link
        || path.adapter().link() == link;
  }

  @Override
  public Runnable mendAll(Fault.MendAll fault) {
    return () -> {
      change(
          () -> {
            layout.links().forEach(Link::mend);
            layout.paths().forEach(path -> path.setOffline(false));
          });
      layout.arrays().stream()
          .flatMap(array -> array.units().stream())
          .filter(unit -> !unit.isMapped())
          .forEach(this::mapUnit);
    };
  }

  @Override
  public Runnable slow(Fault.Slow fault) {
    Link link = layout.link(fault.part());
    return () -> link.slow(fault.delay());
  }

  @Override
  public Runnable hang(Fault.Hang fault) {
    Link link = layout.link(fault.part());
    return link::hang;
  }

  @Override
  public Runnable offline(Fault.Offline fault) {
    SimulatedPath path = layout.path(fault.path());
    return () -> change(() -> path.setOffline(true));
  }

  @Override
  public Runnable access(Fault.Access fault) {
    PortGroup group = layout.group(fault.array(), fault.group());
    StorageArray array = layout.array(fault.array());
    return () -> {
      if (group.state() != fault.state()) {
        group.enter(fault.state());
        attention(path -> path.unit().array() == array, Sense.ACCESS_STATE_CHANGED);
      }
    };
  }

  @Override
  public Runnable unmap(Fault.Unmap fault) {
    LogicalUnit unit = layout.unit(fault.array(), fault.lun());
    return () -> unit.map(false);
  }

  @Override
  public Runnable map(Fault.MapUnit fault) {
    LogicalUnit unit = layout.unit(fault.array(), fault.lun());
    return () -> mapUnit(unit);
  }

  private void mapUnit(LogicalUnit unit) {
    unit.map(true);
    attention(path -> path.unit() == unit, Sense.LUNS_CHANGED);
  }

  @Override
  public Runnable transfer(Fault.Transfer fault) {
    LogicalUnit unit = layout.unit(fault.array(), fault.lun());
    Controller controller = layout.controller(fault.array() + ":" + fault.controller());
    return () -> unit.moveTo(controller.name());
  }

  @Override
  public Runnable resize(Fault.Resize fault) {
    LogicalUnit unit = layout.unit(fault.array(), fault.lun());
    return () -> {
      unit.resize(fault.bytes());
      attention(path -> path.unit() == unit, Sense.CAPACITY_CHANGED);
      layout.paths().stream()
          .filter(path -> path.unit() == unit && !path.isDeleted())
          .forEach(events::found);
    };
  }

  @Override
  public Runnable delete(Fault.Delete fault) {
    SimulatedPath path = layout.path(fault.path());
    return () -> {
      if (!path.isDeleted()) {
        path.delete();
        events.lost(path);
      }
    };
  }

  @Override
  public Runnable rescan(Fault.Rescan fault) {
    return () ->
        layout.paths().stream()
            .filter(SimulatedPath::isDeleted)
            .map(SimulatedPath::again)
            .forEach(
                path -> {
                  layout.replace(path);
                  events.found(path);
                });
  }

  private void change(Runnable change) {
    change.run();
    layout.paths().forEach(SimulatedPath::recheck);
  }

  private void attention(Predicate<SimulatedPath> which, Sense sense) {
    layout.paths().stream().filter(which).forEach(path -> path.attention(sense));
  }
}
