export interface RateLimitWindowOptions {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateLimitUsage {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly resetsAt: number;
}

export interface RateLimitWindow {
  read(): RateLimitUsage;
  spend(): boolean;
}

/** Creates a fixed rate-limit window. The next window starts with the first request after the previous one ended. */
export function createRateLimitWindow(options: RateLimitWindowOptions, now: () => number): RateLimitWindow {
  let used = 0;
  let resetsAt = now() + options.windowMs;

  function roll(): void {
    if (now() < resetsAt) return;
    used = 0;
    resetsAt = now() + options.windowMs;
  }
  return {
    read() {
      roll();
      return { limit: options.limit, used, remaining: options.limit - used, resetsAt };
    },
    spend() {
      roll();
      if (used >= options.limit) return false;
      used += 1;
      return true;
    },
  };
}
