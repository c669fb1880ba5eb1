import { Button } from '@mantine/core';
import { DownloadIcon } from '@primer/octicons-react';
import { useMutation } from '@tanstack/react-query';
import { requireData } from '../api/api-problem.ts';
import { api, type Schemas } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import { saveFile } from '../components/save-document-as.ts';
import { count } from '../labels/format.ts';
import { formatDecisionCsv } from './decision-csv.ts';
import type { DecisionQuery } from './to-decision-query.ts';

const pageSize = 200;
const maxPages = 50;

/** Saves the decisions that match the filters as a CSV file, newest first. */
export function ExportDecisions({ query }: { readonly query: DecisionQuery }) {
  const saving = useMutation({
    async mutationFn() {
      const { decisions, isComplete } = await listAll(query);
      saveFile(new Blob([formatDecisionCsv(decisions)], { type: 'text/csv' }), 'refrain-audit.csv');
      return `${isComplete ? '' : 'the newest '}${count(decisions.length, 'entry', 'entries')}`;
    },
    onSuccess: (exported) => notify({ message: `Exported ${exported}.` }),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={saving.isPending}
      leftSection={<DownloadIcon size={16} aria-hidden />}
      onClick={() => saving.mutate()}
    >
      Export CSV
    </Button>
  );
}

async function listAll(query: DecisionQuery) {
  const decisions: Schemas['Decision'][] = [];
  let after: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const { items, next } = await getPage(query, after);
    decisions.push(...items);
    if (next === null) return { decisions, isComplete: true };
    after = next;
  }
  return { decisions, isComplete: false };
}

async function getPage(query: DecisionQuery, after: string | null): Promise<Schemas['DecisionsResponse']> {
  const params = { query: { ...query, limit: pageSize, ...(after !== null && { after }) } };
  return requireData((await api.GET('/v1/audit', { params })).data);
}
