package dev.latchkey.ui.limit;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many requests at once. */
final class Crowd {

  private static final int AT_ONCE = 10;

  private Crowd() {}

  static List<Response> of(int size, IntFunction<Response> request) {
    var calls = new ArrayList<Callable<Response>>();
    for (var i = 0; i < size; i++) {
      var number = i;
      calls.add(() -> request.apply(number));
    }
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var answers = new ArrayList<Response>();
      for (Future<Response> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  static long count(List<Response> answers, int status) {
    return answers.stream().filter(answer -> answer.statusCode() == status).count();
  }
}
