import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { detectReverts, type RevertVerdict } from '@refrain/analysis/evaluation';
import { Cause, type Failure, Trigger } from '@refrain/domain';
import { z } from 'zod';
import { readIncidents } from '../organisations/read-incidents.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { findRevertFailures } from '../reverts/find-revert-failures.ts';
import { type ListedCommit, readReverts } from '../reverts/read-reverts.ts';

/** The true answers about an incident. */
export interface IncidentLabel {
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** Whether another reader might choose another cause. Such an incident is corrected, but not scored. */
  readonly doubtful: boolean;
  /** Recurring failure to which the incident belongs; null if it happened once. */
  readonly group: string | null;
  /** Whether the incidents of the group are `loose`ly alike; such incidents are not scored. */
  readonly strength: 'firm' | 'loose' | null;
}

/** The failures of one organisation, with the true answers by failure id. */
export interface LabelledOrganisation {
  readonly name: string;
  readonly failures: readonly Failure[];
  readonly incidentLabels: ReadonlyMap<string, IncidentLabel>;
  readonly verdicts: ReadonlyMap<string, RevertVerdict>;
}

const IncidentLabelLine = z.object({
  id: z.string(),
  source: z.string(),
  cause: Cause,
  trigger: Trigger,
  doubtful: z.boolean(),
  group: z.string().nullable(),
  strength: z.enum(['firm', 'loose']).nullable(),
});

const RevertLabelLine = z.object({
  repo: z.string(),
  revert_sha: z.string(),
  verdict: z.enum(['failure', 'planned', 'unclear']),
});

/** Reads each source of labelled incidents as an organisation. Incidents without a label are part of it too. */
export async function readLabelledIncidents(folder: string): Promise<LabelledOrganisation[]> {
  const labels = await readAllJsonLines(join(folder, 'labels-incidents.jsonl'), IncidentLabelLine);
  const sources = [...new Set(labels.map(({ source }) => source))];
  return Promise.all(
    sources.map(async (name) => ({
      name,
      failures: (await readIncidents(join(folder, `incidents-${name}.jsonl`))).failures,
      incidentLabels: new Map(labels.filter(({ source }) => source === name).map((label) => [label.id, label])),
      verdicts: new Map(),
    })),
  );
}

/** Reads the reverts of each owner of labelled repositories as an organisation. */
export async function readLabelledReverts(folder: string): Promise<LabelledOrganisation[]> {
  const labels = await readAllJsonLines(join(folder, 'labels-reverts.jsonl'), RevertLabelLine);
  const labelOf = new Map(labels.map((label) => [label.revert_sha, label]));
  const files = readdirSync(folder).filter((name) => /^reverts-.*\.jsonl$/u.test(name));
  const byOwner = new Map<string, ListedCommit[]>();
  for (const file of files.sort()) {
    const commits = await readReverts(join(folder, file));
    const label = commits.map(({ record }) => labelOf.get(record.sha)).find((one) => one !== undefined);
    const owner = (label?.repo ?? '').split('/', 1)[0] ?? '';
    if (owner !== '') byOwner.set(owner, [...(byOwner.get(owner) ?? []), ...commits]);
  }
  return [...byOwner].map(([name, commits]) => ({
    name,
    failures: findRevertFailures(commits),
    incidentLabels: new Map(),
    verdicts: mapVerdicts(commits, new Map(labels.map((label) => [label.revert_sha, label.verdict]))),
  }));
}

/** Maps the id of each labelled revert's failure to the label. The label may belong to a merge that brought the revert. */
function mapVerdicts(
  commits: readonly ListedCommit[],
  verdictOf: ReadonlyMap<string, RevertVerdict>,
): Map<string, RevertVerdict> {
  const repositoryOf = new Map(commits.map(({ record }) => [record.sha, record.repo]));
  return new Map(
    detectReverts(commits.map(({ record }) => record)).flatMap(({ sha, mergeShas }) => {
      const verdict = [sha, ...mergeShas].map((one) => verdictOf.get(one)).find((one) => one !== undefined);
      return verdict === undefined ? [] : [[`${repositoryOf.get(sha)}@${sha}`, verdict] as const];
    }),
  );
}
