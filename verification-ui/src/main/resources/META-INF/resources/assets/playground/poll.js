/** Polling as RFC 8628 section 3.5 wants it. */

const USUAL_INTERVAL = 5;
const SLOW_DOWN_STEP = 5;
const LONGEST_INTERVAL = 60;

/**
 * Asks until there is an answer that ends it, and returns that; null if the server could not be
 * reached for as long as the code was good, undefined if it was stopped.
 *
 * `waiting` is told what each answer before that one means.
 */
export async function poll(codes, ask, waiting, stopped) {
  const end = Date.now() + codes.expires_in * 1000;
  let interval = codes.interval ?? USUAL_INTERVAL;
  let pause = interval;
  for (;;) {
    await seconds(pause, stopped);
    if (stopped.aborted) {
      return undefined;
    }
    const answer = await ask();
    if (stopped.aborted) {
      return undefined;
    }
    if (answer === null) {
      if (Date.now() > end) {
        return null;
      }
      interval = Math.min(interval * 2, LONGEST_INTERVAL);
    } else if (answer.body.error === "slow_down") {
      interval = answer.body.interval ?? interval + SLOW_DOWN_STEP;
    } else if (answer.body.error !== "authorization_pending") {
      return answer;
    }
    pause = Math.max(interval, answer?.retryAfter ?? 0);
    waiting(answer, pause);
  }
}

function seconds(count, stopped) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, count * 1000);
    stopped.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
