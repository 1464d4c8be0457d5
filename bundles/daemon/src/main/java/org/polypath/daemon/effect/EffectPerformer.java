package org.polypath.daemon.effect;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.platform.CommandResult;
import org.polypath.core.effect.Effect;
import org.polypath.core.event.Event;
import org.polypath.daemon.plugin.PluginCalls;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.state.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each effect to the part that carries it out. Called by the core's thread, which it never
 * holds up.
 */
public final class EffectPerformer
    implements Effect.Visitor<Void>, Consumer<Effect>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("org.polypath");

  private final PathPerformer paths;
  private final PlanPerformer plans;
  private final MapPerformer maps;
  private final Identification identification;
  private final Measurement measurement;
  private final ChangePerformer changes;
  private final Loader loader;
  private final IntConsumer exit;
  private final Map<Long, CompletableFuture<CommandResult>> commands = new ConcurrentHashMap<>();

  /**
   * Wires the parts.
   *
   * @param discovery where paths come from
   * @param driver what builds maps
   * @param registry the plug-ins
   * @param calls how they are called
   * @param loader what reads and writes files and scans
   * @param events where answers go
   * @param exit ends the process with a status
   */
  public EffectPerformer(
      PathDiscovery discovery,
      MapDriver driver,
      PluginRegistry registry,
      PluginCalls calls,
      Loader loader,
      Consumer<Event> events,
      IntConsumer exit) {
    this.paths = new PathPerformer(discovery, registry, calls, events);
    this.plans = new PlanPerformer(registry, calls, driver, events);
    this.maps = new MapPerformer(driver, events, exit);
    this.identification = new Identification(discovery, events);
    this.measurement = new Measurement(discovery, Measurement.NEXT_BURST, System::nanoTime, events);
    this.changes = new ChangePerformer(discovery);
    this.loader = loader;
    this.exit = exit;
  }

  /** Notes who waits for a command's answer. Any thread may call. */
  public void expect(long number, CompletableFuture<CommandResult> answer) {
    commands.put(number, answer);
  }

  /** Ends what is not waited for. */
  @Override
  public void close() {
    changes.close();
  }

  @Override
  public void accept(Effect effect) {
    effect.accept(this);
  }

  @Override
  public Void checkPath(Effect.CheckPath effect) {
    paths.check(effect);
    return null;
  }

  @Override
  public Void rankPath(Effect.RankPath effect) {
    paths.rank(effect);
    return null;
  }

  @Override
  public Void identifyPath(Effect.IdentifyPath effect) {
    identification.perform(effect);
    return null;
  }

  @Override
  public Void measurePath(Effect.MeasurePath effect) {
    measurement.perform(effect);
    return null;
  }

  @Override
  public Void changePath(Effect.ChangePath effect) {
    changes.perform(effect);
    return null;
  }

  @Override
  public Void nameMap(Effect.NameMap effect) {
    loader.name(effect);
    return null;
  }

  @Override
  public Void planMap(Effect.PlanMap effect) {
    plans.plan(effect);
    return null;
  }

  @Override
  public Void operateMap(Effect.OperateMap effect) {
    maps.operate(effect, changes.limited(devices(effect.operation())));
    return null;
  }

  /** Whose table an operation loads. */
  private static Set<DeviceNumber> devices(MapOperation operation) {
    if (operation instanceof MapOperation.Create create) {
      return create.table().devices();
    }
    return operation instanceof MapOperation.Reload reload ? reload.table().devices() : Set.of();
  }

  @Override
  public Void readMap(Effect.ReadMap effect) {
    maps.read(effect);
    return null;
  }

  @Override
  public Void readMaps(Effect.ReadMaps effect) {
    maps.readAll();
    return null;
  }

  @Override
  public Void scanPaths(Effect.ScanPaths effect) {
    loader.scan();
    return null;
  }

  @Override
  public Void loadConfiguration(Effect.LoadConfiguration effect) {
    loader.loadConfiguration(effect.asked());
    return null;
  }

  @Override
  public Void rememberWwid(Effect.RememberWwid effect) {
    loader.remember(effect.wwid());
    return null;
  }

  @Override
  public Void forgetWwid(Effect.ForgetWwid effect) {
    loader.forget(effect.wwid());
    return null;
  }

  @Override
  public Void keepReservationKey(Effect.KeepReservationKey effect) {
    loader.keepReservationKey(effect.wwid(), effect.key());
    return null;
  }

  @Override
  public Void noteCreation(Effect.NoteCreation effect) {
    loader.noteCreation(effect.wwid(), effect.succeeded());
    return null;
  }

  @Override
  public Void holdPath(Effect.HoldPath effect) {
    loader.hold(effect.held());
    return null;
  }

  @Override
  public Void releasePath(Effect.ReleasePath effect) {
    loader.release(effect.path());
    return null;
  }

  @Override
  public Void answer(Effect.Answer effect) {
    CompletableFuture<CommandResult> answer = commands.remove(effect.number());
    if (answer != null) {
      answer.completeAsync(effect::result);
    }
    return null;
  }

  @Override
  public Void report(Effect.Report effect) {
    String text = "{}: {}; because: {}";
    Object[] facts = {effect.subject(), effect.decision(), effect.because()};
    switch (effect.level()) {
      case ERROR -> LOG.error(text, facts);
      case WARNING -> LOG.warn(text, facts);
      case NOTICE -> LOG.info(text, facts);
      case DETAIL -> LOG.debug(text, facts);
    }
    return null;
  }

  @Override
  public Void stop(Effect.Stop effect) {
    exit.accept(0);
    return null;
  }
}
