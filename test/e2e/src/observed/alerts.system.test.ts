import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../start-refrain.ts';
import {
  alertsFile,
  alertTestsFile,
  findMonitoringTool,
  type Panel,
  readGrafanaDashboards,
} from './monitoring-files.ts';

const alerts = await readFile(alertsFile, 'utf8');
const names = [...alerts.matchAll(/- alert: (\w+)/gu)].map(([, name = '']) => name);
const dashboards = await readGrafanaDashboards();

async function promtool(...args: string[]): Promise<string> {
  const tool = await findMonitoringTool('promtool');
  const { stdout } = await promisify(execFile)(tool.path, args, { env: { PATH: process.env.PATH, ...tool.env } });
  return stdout;
}

test('the alert rules are valid, and each fires when it should and not earlier', async () => {
  expect(await promtool('check', 'rules', '--lint-fatal', alertsFile)).toContain(`${names.length} rules found`);
  expect(await promtool('test', 'rules', alertTestsFile)).toContain('SUCCESS');
  const tested = await readFile(alertTestsFile, 'utf8');
  const firing = [...tested.matchAll(/alertname: (\w+)\n +exp_alerts:\n +- exp_labels/gu)].map(([, name]) => name);
  expect(firing).toEqual(names);
  const quiet = [...tested.matchAll(/alertname: (\w+), exp_alerts: \[\]/gu)].map(([, name]) => name);
  expect(quiet).toEqual(names);
});

test('each alert links to a section of the documents that says what it means and what to do', async () => {
  const headings = [...(await readFile(join(root, 'docs/operations.md'), 'utf8')).matchAll(/^### (\w+)$/gmu)];
  expect(headings.map(([, heading]) => heading).filter((heading) => heading?.startsWith('Refrain'))).toEqual(names);
  const runbooks = [...alerts.matchAll(/runbook: (.*)/gu)].map(([, address]) => address);
  expect(runbooks).toEqual(names.map((name) => `docs/operations.md#${name.toLowerCase()}`));
});

/** The data source variable of the Grafana dashboards. */
const chosen = ['$', '{datasource}'].join('');

test.each(dashboards)(
  'the Grafana dashboard $title can be imported and is readable',
  ({ uid, schemaVersion, tags, templating, panels }) => {
    expect(uid).toMatch(/^refrain-[a-z]+$/u);
    expect(schemaVersion).toBeGreaterThanOrEqual(36);
    expect(tags).toContain('refrain');
    expect(templating.list).toMatchObject([{ name: 'datasource', type: 'datasource', query: 'prometheus' }]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    for (const { type, datasource, gridPos, fieldConfig, targets } of panels) {
      expect(['timeseries', 'stat', 'table']).toContain(type);
      expect(datasource).toEqual({ type: 'prometheus', uid: chosen });
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      expect(fieldConfig.defaults.unit).not.toBe('');
      expect(targets.length).toBeGreaterThan(0);
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
    }
    for (const [index, panel] of panels.entries()) {
      expect(panels.slice(index + 1).filter((other) => overlap(panel, other))).toEqual([]);
    }
  },
);

function overlap({ gridPos: a }: Panel, { gridPos: b }: Panel): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
