import type { Story, Theme } from '../theme.ts';
import { cachingThemes } from './caching.ts';
import { dataAccessThemes } from './data-access.ts';
import { databaseThemes } from './database.ts';
import { expiryThemes } from './expiry.ts';
import { limitThemes } from './limits.ts';
import { memoryAndDiskThemes } from './memory-and-disk.ts';
import { networkThemes } from './network.ts';
import { oneOffDefects } from './one-off-defects.ts';
import { oneOffFailuresWithoutChange } from './one-off-failures-without-change.ts';
import { oneOffOperationFailures } from './one-off-operation-failures.ts';
import { oneOffSettingFailures } from './one-off-setting-failures.ts';
import { queueThemes } from './queues.ts';
import { releaseThemes } from './releases.ts';
import { rolloutThemes } from './rollouts.ts';

export const recurringThemes: readonly Theme[] = [
  ...expiryThemes,
  ...databaseThemes,
  ...dataAccessThemes,
  ...cachingThemes,
  ...memoryAndDiskThemes,
  ...networkThemes,
  ...queueThemes,
  ...releaseThemes,
  ...rolloutThemes,
  ...limitThemes,
];

const oneOffsByChange = [...oneOffDefects, ...oneOffSettingFailures, ...oneOffOperationFailures];

const byChange: Theme['shapes'] = {
  'change-page-revert': 3,
  'change-page-fix': 2,
  revert: 3,
  'deploy-page-revert': 1,
  'deploy-revert': 1,
  deploy: 2,
};
const byNature: Theme['shapes'] = { page: 4, 'page-then-fix': 3, 'two-pages': 2 };

/** Failures that never recur, in the form of themes, so that their texts are written in the same way as those of recurring failures. */
export const oneOffThemes: readonly Theme[] = [...oneOffsByChange, ...oneOffFailuresWithoutChange].map(toTheme);

function toTheme([cause, trigger, change, seen, why]: Story, index: number): Theme {
  const ofChange = index < oneOffsByChange.length;
  return {
    id: `one-off-${index + 1}`,
    name: seen,
    cause,
    trigger,
    services: [],
    weight: 1,
    shapes: ofChange ? byChange : byNature,
    lag: [2, 400],
    symptoms: ['errors', 'latency', 'crash', 'queue', 'business', 'probe', 'memory', 'disk'],
    alerts: [seen, `{svc}: ${seen}`, `${seen} ({region})`],
    logs: [
      'ERROR {svc} request {hex} failed after {ms}ms',
      'WARN {topicslug}: unexpected state, giving up',
      '{stamp} {pod} error code={nn} topic={topicslug}',
      'panic: {topicslug} invariant broken',
    ],
    notes: [why, `turns out: ${why}`, `{who} found it: ${why}`, `${seen}. ${why}`],
    endings: ['<corrected|repaired> by hand', 'back to what it was, ok', 'done, {ticket} for the rest'],
    changes: [change],
    deploys: [`post-deploy check: ${seen}`, `smoke test red: ${seen}`],
    reverts: [why, `${seen}`, `${seen}: ${why}`],
    fixes: ofChange ? [`Fix: ${seen}`, `{ticket} ${seen}`] : [change],
    files: ['src/{topicslug}/main.kt', 'config/{topicslug}.yaml', 'src/{topicslug}/rules.ts'],
    slots: {},
  };
}
