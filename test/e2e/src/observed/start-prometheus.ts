import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFreePort } from '@refrain/local';
import { pollUntil } from '../poll-until.ts';

import { alertsFile, findMonitoringTool } from './monitoring-files.ts';

export interface Prometheus {
  /** Returns the `data` of a response of Prometheus's API, or throws the response's error. */
  ask<T>(path: string, query?: Readonly<Record<string, string>>): Promise<T>;
  close(): Promise<void>;
}

/** Starts a Prometheus that scrapes the given URLs every second and evaluates the project's alerts. */
export async function startPrometheus(folder: string, urls: readonly string[]): Promise<Prometheus> {
  const targets = urls.map((url) => new URL(url).host);
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: [alertsFile],
    scrape_configs: [{ job_name: 'refrain', static_configs: [{ targets }] }],
  };
  const file = join(folder, 'prometheus.yml');
  // JSON is valid YAML.
  await writeFile(file, JSON.stringify(config));
  const address = `127.0.0.1:${await findFreePort()}`;
  const tool = await findMonitoringTool('prometheus');
  const args = [
    ...[`--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'series')}`],
    ...[`--web.listen-address=${address}`, '--log.level=error'],
  ];
  const child = spawn(tool.path, args, {
    env: { PATH: process.env.PATH, ...tool.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // End Prometheus with the test run, because no hook ends it if the set-up of a test file fails.
  child.unref();
  process.once('exit', () => child.kill('SIGKILL'));
  const ready = () =>
    fetch(`http://${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await pollUntil(ready, (isReady) => isReady);
  return {
    async ask<T>(path: string, query: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`http://${address}/api/v1/${path}?${new URLSearchParams(query)}`);
      const answer = (await response.json()) as { status: string; data: T; error?: string };
      if (answer.status !== 'success')
        throw new Error(`Prometheus refused ${path} ${JSON.stringify(query)}: ${answer.error}`);
      return answer.data;
    },
    async close() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
