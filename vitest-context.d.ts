import 'vitest';

declare module 'vitest' {
  /** What the global set-up of the tests provides: see infra/local/src/test-servers.ts. */
  export interface ProvidedContext {
    /** A superuser's address of an empty PostgreSQL; a test makes its own database in it. */
    databaseUrl: string;
    /** A test uses its own key prefix or number. */
    redisUrl: string;
    /** Where the demo of the page's tests lives: see test/e2e/src/page/demo-setup.ts. */
    demoFolder: string;
  }
}
