import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './data-folder.ts';

test('the systemd unit in docs/operations.md never stops restarting Refrain', async () => {
  const text = await readFile(join(projectFolder, 'docs/operations.md'), 'utf8');
  const unit = /```ini\n(\[Unit\].*?)```/su.exec(text)?.[1] ?? '';
  const [about, service] = unit.split('[Service]');
  expect(about).toContain('\nStartLimitIntervalSec=0\n');
  expect(service).toContain('\nRestart=on-failure\n');
  expect(service).toContain('\nRestartSec=5\n');
});
