package org.polypath.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polypath.testkit.Report.Result;
import org.polypath.testkit.Report.Verdict;

/**
 * The standard examination of a vendor's bundle. It needs no hardware, no network and no root: the
 * whole platform runs within the test, on a simulated array that answers as the vendor says.
 *
 * <pre>{@code
 * @Test
 * void passesTheExamination() {
 *   Examination.of(
 *           ArrayDescription.symmetric("ACME", "Vault 3000")
 *               .controller("A", 2)
 *               .controller("B", 2)
 *               .paths(PathState.UP, 1))
 *       .run()
 *       .assertPassed();
 * }
 * }</pre>
 *
 * <p>It examines the bundle that is being built in {@code target/classes} and writes its report to
 * {@code target/examination}.
 *
 * @param array what the simulator builds
 * @param bundle a jar, or the folder that a jar is going to be made of
 * @param reports the folder of the report
 * @param units LUNs of the array in most exercises, at least 1
 * @param manyUnits LUNs of the array in the exercise of many
 */
public record Examination(
    ArrayDescription array, Path bundle, Path reports, int units, int manyUnits) {
  private static final String BASE = "basedir";

  /** Checks that the array can be built. */
  public Examination {
    array
        .complaint()
        .ifPresent(
            complaint -> {
              throw new ExaminationException(complaint);
            });
  }

  /** Of the Maven project that the test is in, with 4 and with 1,000 LUNs. */
  public static Examination of(ArrayDescription array) {
    Path target = Path.of(System.getProperty(BASE, ""), "target").toAbsolutePath();
    return new Examination(
        array, target.resolve("classes"), target.resolve("examination"), 4, 1_000);
  }

  /** Of another bundle. */
  public Examination bundle(Path other) {
    return new Examination(array, other, reports, units, manyUnits);
  }

  /** With the report in another folder. */
  public Examination reports(Path other) {
    return new Examination(array, bundle, other, units, manyUnits);
  }

  /** With another number of LUNs in the exercise of many. */
  public Examination manyUnits(int other) {
    return new Examination(array, bundle, reports, units, other);
  }

  /**
   * Carries out all exercises and writes the report. Takes a minute.
   *
   * @throws ExaminationException it cannot be carried out; nothing is said about the bundle
   */
  public Report run() {
    Candidate candidate = Candidate.at(bundle);
    List<Result> results = new ArrayList<>();
    examine(
        candidate,
        units,
        results,
        new InServiceExercise(),
        new EveryStateExercise(),
        new TroubleExercise(),
        new UnitAttentionExercise(),
        new GarbageExercise(),
        new SilenceExercise(),
        new FailoverExercise(),
        new HotSwapExercise());
    Exercise many = new ManyUnitsExercise(manyUnits);
    if (results.get(0).verdict() == Verdict.PASSED) {
      examine(candidate, manyUnits, results, many);
    } else {
      results.add(skipped(many));
    }
    return new Report(
            candidate.symbolicName() + " " + candidate.version(),
            array.vendor() + " " + array.product(),
            results)
        .write(reports);
  }

  private void examine(
      Candidate candidate, int howMany, List<Result> results, Exercise... exercises) {
    try (Setting setting = new Setting(array, howMany, candidate)) {
      boolean usable = true;
      for (Exercise exercise : exercises) {
        Result result = usable ? carriedOut(exercise, setting) : skipped(exercise);
        results.add(result);
        usable =
            usable
                && (result.verdict() == Verdict.PASSED
                    || (!exercise.isNeededByOthers() && isUnharmed(setting)));
      }
    }
  }

  /** After a failure the next exercise begins only where the array is as it should be. */
  private static boolean isUnharmed(Setting setting) {
    setting.san("mend all");
    setting.san().stopIo();
    return setting.paths().difference(setting.topology()).isEmpty();
  }

  private static Result carriedOut(Exercise exercise, Setting setting) {
    long start = System.nanoTime();
    Verdict verdict = Verdict.PASSED;
    String text;
    try {
      text = exercise.carryOut(setting);
    } catch (FailedException e) {
      verdict = Verdict.FAILED;
      text = e.getMessage();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Result(exercise.name(), exercise.demand(), verdict, text, time);
  }

  private static Result skipped(Exercise exercise) {
    return new Result(
        exercise.name(),
        exercise.demand(),
        Verdict.SKIPPED,
        "an exercise before was not passed",
        Duration.ZERO);
  }
}
