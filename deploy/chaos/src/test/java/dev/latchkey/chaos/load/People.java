package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Account;
import dev.latchkey.chaos.book.Books;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Those who approve and deny. They try again until they are told that it is done, or over. */
public final class People {

  private static final List<String> NAMES = List.of("alice", "lorina", "edith", "rhoda");
  private static final String PASSWORD = "wonderland";
  private static final Duration AGAIN = Duration.ofMillis(700);

  private final BlockingQueue<Visit> queue = new LinkedBlockingQueue<>();
  private final Books books;
  private final Pause pause;

  public People(Books books, Pause pause) {
    this.books = books;
    this.pause = pause;
  }

  /** Each in a thread of their own. */
  public List<Runnable> all() {
    return NAMES.stream()
        .<Runnable>map(name -> () -> live(new Phone(books, name, PASSWORD)))
        .toList();
  }

  void send(URI address, Account account) {
    queue.add(new Visit(address, account));
  }

  private void live(Phone phone) {
    try {
      while (!pause.isStopped()) {
        var visit = queue.poll(100, TimeUnit.MILLISECONDS);
        if (visit != null) {
          visit(phone, visit);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      books.offend("a person broke: " + e);
    }
  }

  private void visit(Phone phone, Visit visit) throws InterruptedException {
    while (!pause.isStopped()) {
      switch (phone.decide(visit.address(), visit.account().wish())) {
        case TOLD -> {
          visit.account().told();
          return;
        }
        case OVER -> {
          visit.account().left();
          return;
        }
        case NOTHING -> pause.pass(AGAIN);
      }
    }
  }

  private record Visit(URI address, Account account) {}
}
