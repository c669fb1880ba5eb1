import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './data-folder-paths.ts';

async function readUnit() {
  const text = await readFile(join(projectFolder, 'docs/operations.md'), 'utf8');
  const unit = /```ini\n(\[Unit\].*?)```/su.exec(text)?.[1] ?? '';
  return unit.split('[Service]');
}

test('the documented systemd unit starts Refrain only after the clock of the machine is synchronised', async () => {
  const [about] = await readUnit();
  expect(about).toContain('\nWants=network-online.target time-sync.target\n');
  expect(about).toContain('\nAfter=network-online.target time-sync.target\n');
});

test('the systemd unit in docs/operations.md never stops restarting Refrain', async () => {
  const [about, service] = await readUnit();
  expect(about).toContain('\nStartLimitIntervalSec=0\n');
  expect(service).toContain('\nRestart=on-failure\n');
  expect(service).toContain('\nRestartSec=5\n');
});
