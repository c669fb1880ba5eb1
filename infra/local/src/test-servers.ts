import type { TestProject } from 'vitest/node';

/**
 * Starts the servers for the tests (Vitest's global set-up). Vitest loads all set-up files before it runs the first one, which compiles
 * the packages; therefore this file imports compiled packages only when it runs.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { startTestServers } = await import('./start-test-servers.ts');
  return startTestServers(project);
}
