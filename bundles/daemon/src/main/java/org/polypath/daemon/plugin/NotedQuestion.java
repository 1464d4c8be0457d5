package org.polypath.daemon.plugin;

import java.util.concurrent.CompletionStage;
import org.polypath.api.device.PathDevice;

/** A question that knows whether the plug-in was asked: one that was not is at no fault. */
final class NotedQuestion<T, R> implements Question<T, R> {
  private final Question<T, R> question;
  private volatile boolean put;

  NotedQuestion(Question<T, R> question) {
    this.question = question;
  }

  boolean wasPut() {
    return put;
  }

  @Override
  public CompletionStage<R> put(T plugin, PathDevice device) {
    put = true;
    return question.put(plugin, device);
  }

  @Override
  public String gist(R answer) {
    return question.gist(answer);
  }

  @Override
  public int characters(R answer) {
    return question.characters(answer);
  }

  @Override
  public boolean mayVary() {
    return question.mayVary();
  }
}
