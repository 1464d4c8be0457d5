package org.polypath.client;

import java.util.List;

/** How {@code polypath} is used; its manual page and completion are held against it by tests. */
public final class Usage {
  /** Each command begins a line. */
  static final String TEXT =
      """
      Usage:
        polypath                            the daemon's shell
        polypath status [--json]            what is well, what is not, and what to do
        polypath watch [--json]             the same and the topology, live
        polypath explain [--json] PATH|MAP  why it is as it is
        polypath topology [MAP]             all maps with their groups and paths, or one
        polypath topology --json            all there is to know
        polypath paths                      the paths, a line each
        polypath maps [status|stats]        the maps, a line each
        polypath fail PATH                  use a path no more
        polypath reinstate PATH             use it again
        polypath reconfigure [all]          read the configuration again; all: load every table again
        polypath plugins                    which plug-ins serve, and how they fare
        polypath plugin list                what was deployed; deployments says the same
        polypath plugin install FILE        put a plug-in in
        polypath plugin update FILE         the next version of one; --accept: without a trial
        polypath plugin accept NAME         end a trial, or take what was rolled back
        polypath plugin rollback NAME       the version before serves again
        polypath plugin remove NAME         take a plug-in out
        polypath plugin history [NAME]      what was decided and why
        polypath plugin verify FILE         would it be taken?
        polypath plugin new ...             a vendor's first project; see plugin new --help
        polypath config check [FILE]        what is wrong in a configuration file
        polypath config helper              makes one of a few answers, or of the hardware
        polypath config why KEYWORD DEVICE  which value holds, and which line says so
        polypath rtpg [-d] [-e] DEVICE      a path's target port groups, as sg_rtpg reports them
        polypath console [--san|--host]     the platform in this terminal, without a daemon
        polypath san help                   faults of the embedded storage network
        polypath shutdown                   stop the daemon; maps stay
        polypath help [COMMAND]             the commands there are, those of plug-ins included
        polypath --help                     this text
      """;

  private static final List<String> QUESTIONS = List.of("-h", "--help");

  private Usage() {}

  /** Whether words ask how a program is used. */
  public static boolean isWanted(List<String> words) {
    return words.stream().anyMatch(QUESTIONS::contains);
  }
}
