import type { RunContext } from '../run/run-context.ts';
export async function runDemo(_dataRoot: string, _options: { reset: boolean }, _context: RunContext): Promise<void> {}
