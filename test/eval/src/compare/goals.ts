import type { Goal } from './method-comparison.ts';

const goals: Readonly<Record<string, readonly Goal[]>> = {
  'similar dups-gitbugs-hadoop.jsonl': [{ figure: 'recallAt5', value: 0.88 }],
  'similar dups-openoffice-pairs.jsonl': [{ figure: 'recallAt5', value: 0.68 }],
  'cluster dups-gitbugs-hadoop.jsonl': [
    { figure: 'f1', value: 0.8 },
    { figure: 'pairwiseF1', value: 0.15 },
  ],
  'cluster dups-openoffice-pairs.jsonl': [
    { figure: 'f1', value: 0.77 },
    { figure: 'pairwiseF1', value: 0.42 },
  ],
};

export function listComparisonGoals(task: string, file: string): readonly Goal[] {
  return goals[`${task} ${file}`] ?? [];
}
