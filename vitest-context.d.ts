import 'vitest';

declare module 'vitest' {
  /** Values that the global set-up and the configuration provide to tests. */
  export interface ProvidedContext {
    /**
     * URL with which a superuser connects to PostgreSQL. Tests use it to create their own databases. See infra/local/src/test-servers.ts.
     */
    databaseUrl: string;
    /** Name of a migrated database that `createScratchDatabase` copies. */
    templateDatabase: string;
    /** URL of a Redis that all tests share. A test uses its own key prefix or database number. */
    redisUrl: string;
    /** Data folder of the running demo. See test/e2e/src/page/demo-setup.ts. */
    demoFolder: string;
    /** Folder of the vendors' OpenAPI documents; null except in `npm run test:data`. */
    vendorSpecs: string | null;
  }
}
