import 'vitest';

declare module 'vitest' {
  /** Values that the global set-up and the configuration provide to tests. */
  export interface ProvidedContext {
    /** A superuser's address of an empty PostgreSQL. A test creates its own database there. See infra/local/src/test-servers.ts. */
    databaseUrl: string;
    /** The name of a migrated database there: `createScratchDatabase` copies it. */
    templateDatabase: string;
    /** A test uses its own key prefix or database number. */
    redisUrl: string;
    /** The data folder of the running demo. See test/e2e/src/page/demo-setup.ts. */
    demoFolder: string;
    /** The folder of the vendors' OpenAPI documents; null except in `npm run test:data`. */
    vendorSpecs: string | null;
  }
}
