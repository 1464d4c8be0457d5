package org.polypath.deployer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The Gogo command {@code plugin}: plug-ins are put in, swapped, taken back, and looked into. */
@Component(
    service = PluginCommand.class,
    property = {
      "osgi.command.scope=polypath",
      "osgi.command.function=plugin",
      "polypath.command.help=plugin VERB [NAME|FILE]: puts plug-ins in, swaps them, takes them back;"
          + " see plugin help"
    })
public final class PluginCommand {
  private static final String USAGE =
      """
      usage: plugin list
             plugin install FILE             copies a jar into the deploy folder
             plugin update [--accept] FILE   the same for one that is there; --accept: without trial
             plugin accept NAME              ends a trial, or takes what was rolled back
             plugin rollback NAME            the version before serves again
             plugin remove NAME
             plugin history [NAME]           what was decided and why
             plugin verify FILE              says whether a jar would be taken
      NAME is a file of the deploy folder or a bundle's symbolic name; FILE is an absolute path.
      """;

  private final Deployer deployer;
  private final Outcomes outcomes;

  /** For the container. */
  @Activate
  public PluginCommand(@Reference Deployer deployer) {
    this.deployer = deployer;
    this.outcomes = new Outcomes(deployer::list);
  }

  /** Carries out a command line. */
  public String plugin(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean accept = words.remove("--accept");
    Optional<String> object = words.size() == 2 ? Optional.of(words.get(1)) : Optional.empty();
    String verb = words.isEmpty() ? "list" : words.get(0);
    try {
      return switch (verb) {
        case "list" -> deployer.deployments();
        case "help" -> USAGE;
        case "history" -> history(object);
        case "install" -> put(needed(object), accept, false);
        case "update" -> put(needed(object), accept, true);
        case "accept" -> accept(needed(object));
        case "rollback" -> rollBack(needed(object));
        case "remove" -> remove(needed(object));
        case "verify" -> verified(needed(object)).describe() + "\nit would be taken";
        default -> throw new IllegalArgumentException(USAGE);
      };
    } catch (RefusedException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("the deploy folder cannot be written: " + e, e);
    }
  }

  private static String needed(Optional<String> object) {
    return object.orElseThrow(() -> new IllegalArgumentException(USAGE));
  }

  private String history(Optional<String> name) {
    String lines =
        deployer.ledger().history().stream()
            .filter(line -> name.isEmpty() || line.contains(name.get()))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "nothing was decided yet" : lines;
  }

  private PluginJar verified(String file) throws RefusedException {
    Path path = Path.of(file);
    if (!path.isAbsolute()) {
      throw new RefusedException(file + " is no absolute path: give it from / on");
    }
    return deployer.verify(path.getFileName().toString(), DeployFolder.readAnywhere(path));
  }

  private String put(String file, boolean accept, boolean update)
      throws IOException, RefusedException {
    PluginJar jar = verified(file);
    Optional<Deployment> there = find(deployment -> deployment.isCalled(jar.symbolicName()));
    if (update && there.isEmpty()) {
      throw new RefusedException(jar.symbolicName() + " is not deployed: plugin install");
    }
    String name = there.map(Deployment::file).orElse(jar.file());
    if (!name.endsWith(".jar") || name.startsWith(".")) {
      throw new RefusedException(name + ": the name must end in .jar and not begin with a dot");
    }
    if (there.isEmpty()) {
      refuseAnothersFile(jar);
    }
    if (accept) {
      deployer.accept(jar);
    }
    deployer.folder().write(name, jar.bytes());
    return outcomes.of(name, jar.digest());
  }

  /** Another bundle's plug-ins would go with its file. */
  private void refuseAnothersFile(PluginJar jar) throws RefusedException {
    Optional<Deployment> taken =
        find(there -> there.file().equals(jar.file()) && there.serving().isPresent());
    if (taken.isPresent()) {
      throw new RefusedException(
          taken.get().describe()
              + "; "
              + jar.symbolicName()
              + " needs another file name: rename it, or plugin remove "
              + taken.get().serving().orElseThrow().symbolicName());
    }
  }

  private String accept(String name) throws IOException, RefusedException {
    Deployment deployment = named(name);
    byte[] bytes = deployer.folder().read(deployment.file());
    PluginJar jar = deployer.verify(deployment.file(), bytes);
    deployer.accept(jar);
    if (deployment.candidate().isEmpty()) {
      deployer.folder().write(deployment.file(), bytes);
    }
    return outcomes.of(deployment.file(), jar.digest());
  }

  /**
   * What is refused, or does not serve yet, is replaced by what serves; what serves, by what served
   * before.
   */
  private String rollBack(String name) throws IOException, RefusedException {
    Deployment deployment = named(name);
    String file = deployment.file();
    boolean refused = !deployment.isAsTheFileIs();
    String bundle =
        deployment
            .serving()
            .map(Hosted::symbolicName)
            .orElseThrow(() -> new RefusedException("nothing serves from " + file));
    PluginJar before =
        (refused ? deployer.ledger().serving(file) : deployer.ledger().previous(bundle, file))
            .orElseThrow(
                () ->
                    new RefusedException("no version before " + file + " is kept: plugin remove"));
    deployer.accept(before);
    deployer.folder().write(file, before.bytes());
    return outcomes.of(file, before.digest());
  }

  private String remove(String name) throws IOException, RefusedException {
    String file = named(name).file();
    deployer.folder().delete(file);
    return outcomes.ofRemoval(file);
  }

  private Deployment named(String name) throws RefusedException {
    return find(deployment -> deployment.isCalled(name))
        .orElseThrow(() -> new RefusedException("nothing deployed is called " + name));
  }

  private Optional<Deployment> find(Function<Deployment, Boolean> condition) {
    return deployer.list().stream().filter(condition::apply).findFirst();
  }
}
