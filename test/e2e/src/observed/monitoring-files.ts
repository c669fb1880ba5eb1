import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureTool, findDataRoot, findToolsFolder, type Tool } from '@refrain/local';
import { root } from '../start-refrain.ts';

const folder = join(root, 'infra/grafana');
export const alertsFile = join(folder, 'alerts.yaml');
export const alertTestsFile = join(folder, 'alerts.test.yaml');

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly fieldConfig: { readonly defaults: { readonly unit: string } };
  readonly targets: readonly { readonly refId: string; readonly expr: string }[];
}

export interface GrafanaDashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly tags: readonly string[];
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string; readonly query: string }[];
  };
  readonly panels: readonly Panel[];
}

export async function readGrafanaDashboards(): Promise<GrafanaDashboard[]> {
  const names = (await readdir(join(folder, 'dashboards'))).sort();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, 'dashboards', name), 'utf8')) as GrafanaDashboard),
  );
}

export function listMetricNames(expression: string): string[] {
  const bare = expression.replaceAll(/"[^"]*"/gu, '""');
  return [...bare.matchAll(/\b(?:(?:refrain|nodejs|process)_\w+|up(?=\{))/gu)].map(([name]) => name);
}

/** Finds or installs a tool, so that no test is skipped for lack of it. */
export async function findMonitoringTool(name: 'prometheus' | 'promtool'): Promise<Tool> {
  const { env } = process;
  const print = (line: string) => process.stderr.write(`${line}\n`);
  const { signal } = new AbortController();
  const tool = await ensureTool('prometheus', { env, toolsDir: findToolsFolder(findDataRoot(env)), print, signal });
  return { ...tool, path: join(dirname(tool.path), name) };
}
