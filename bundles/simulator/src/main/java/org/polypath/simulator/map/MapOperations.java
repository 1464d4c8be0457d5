package org.polypath.simulator.map;

import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.path.Wwid;

/** One operation on the simulated device-mapper, as the kernel carries it out or refuses it. */
final class MapOperations implements MapOperation.Visitor<Boolean> {
  private static final int LONGEST_NAME = 127;

  private final Wwid wwid;
  private final DeviceMapper mapper;
  private final TableLoader loader;
  private final MapMessages messages;
  private final Consumer<MapOutcome> done;

  MapOperations(
      Wwid wwid,
      DeviceMapper mapper,
      TableLoader loader,
      MapMessages messages,
      Consumer<MapOutcome> done) {
    this.wwid = wwid;
    this.mapper = mapper;
    this.loader = loader;
    this.messages = messages;
    this.done = done;
  }

  @Override
  public Boolean create(MapOperation.Create operation) {
    String name = operation.name();
    if (!isName(name)) {
      return refuse(Refusal.INVALID, "create " + name + ": no name of a map");
    }
    if (mapper.map(name).isPresent() || mapper.map(wwid).isPresent()) {
      return refuse(Refusal.NAME_TAKEN, "create " + name + ": name or WWID " + wwid + " is taken");
    }
    SimulatedMap map = mapper.create(name, wwid);
    try {
      map.use(loader.load(operation.table(), map), operation.readOnly());
    } catch (TableRefusedException e) {
      return refuse("create " + name, e);
    }
    mapper.add(map);
    return succeed();
  }

  @Override
  public Boolean reload(MapOperation.Reload operation) {
    return with(
        "reload",
        operation.name(),
        map -> {
          MultipathTarget target;
          try {
            target = loader.load(operation.table(), map);
          } catch (TableRefusedException e) {
            refuse("reload " + map.name(), e);
            return;
          }
          map.quiesce(
              false,
              () -> {
                map.use(target, operation.readOnly());
                resume(map);
              });
        });
  }

  private void resume(SimulatedMap map) {
    map.resume();
    mapper.changed(map.name());
    succeed();
  }

  @Override
  public Boolean rename(MapOperation.Rename operation) {
    return with(
        "rename",
        operation.name(),
        map -> {
          String name = operation.newName();
          if (!isName(name)) {
            refuse(Refusal.INVALID, "rename " + map.name() + ": no name of a map: " + name);
          } else if (mapper.map(name).isPresent()) {
            refuse(
                Refusal.NAME_TAKEN,
                "rename " + map.name() + ": there is a map " + name + " already");
          } else {
            mapper.rename(map, name);
            succeed();
          }
        });
  }

  @Override
  public Boolean suspend(MapOperation.Suspend operation) {
    return with(
        "suspend",
        operation.name(),
        map -> {
          if (map.isSuspended()) {
            succeed();
          } else {
            map.quiesce(operation.flush(), () -> succeed());
          }
        });
  }

  @Override
  public Boolean resume(MapOperation.Resume operation) {
    return with("resume", operation.name(), this::resume);
  }

  @Override
  public Boolean remove(MapOperation.Remove operation) {
    return with(
        "remove",
        operation.name(),
        map -> {
          if (!map.isOpen()) {
            mapper.remove(map);
            succeed();
          } else if (operation.deferred()) {
            map.removeWhenClosed(true);
            succeed();
          } else {
            refuse(Refusal.BUSY, "remove " + map.name() + ": it is open");
          }
        });
  }

  @Override
  public Boolean message(MapOperation.Message operation) {
    return with(
        "message " + operation.text() + " to",
        operation.name(),
        map -> {
          if (operation.text().equals(MapOperation.Message.KEEP)) {
            map.removeWhenClosed(false);
            succeed();
          } else if (map.isSuspended()) {
            refuse(
                Refusal.BUSY, "message " + operation.text() + ": " + map.name() + " is suspended");
          } else {
            message(map, operation.text());
          }
        });
  }

  private void message(SimulatedMap map, String text) {
    try {
      messages.send(map.target(), text);
      succeed();
    } catch (TableRefusedException e) {
      refuse("message " + text + " to " + map.name(), e);
    }
  }

  private Boolean with(String what, String name, Consumer<SimulatedMap> action) {
    Optional<SimulatedMap> map = mapper.map(wwid);
    if (map.isEmpty()) {
      return refuse(Refusal.NOT_FOUND, what + " " + name + ": there is no map of WWID " + wwid);
    }
    if (map.get().isQuiescing()) {
      return refuse(Refusal.BUSY, what + " " + name + ": it is being suspended");
    }
    action.accept(map.get());
    return Boolean.TRUE;
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= LONGEST_NAME && name.indexOf('/') < 0;
  }

  private Boolean succeed() {
    done.accept(new MapOutcome.Done());
    return Boolean.TRUE;
  }

  private Boolean refuse(String what, TableRefusedException refused) {
    return refuse(refused.refusal(), what + ": " + refused.getMessage());
  }

  private Boolean refuse(Refusal refusal, String text) {
    done.accept(new MapOutcome.Refused(refusal, text));
    return Boolean.FALSE;
  }
}
