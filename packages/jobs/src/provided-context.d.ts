import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a Redis; each test file uses its own prefix or database. */
    redisUrl: string;
  }
}
