import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL whose user may create databases; the tests' global set-up starts it. */
    databaseUrl: string;
    /** Address of a Redis; each test file uses its own prefix or database. */
    redisUrl: string;
  }
}
