import type { Schemas } from '../api/refrain.ts';
import { count, formatHours } from '../labels/format.ts';

type Pattern = Schemas['WorstPattern'];
type State = Schemas['ImprovementState'];

/** A sentence with a link, for example `Next: `, `approve or decline its proposal`, `.` */
interface LinkedSentence {
  readonly before: string;
  readonly link: string;
  readonly leadsTo: 'improvement' | 'issue' | 'pattern';
  readonly after: string;
}

export interface NextStep {
  readonly pattern: Pick<Pattern, 'id' | 'name' | 'improvement'>;
  /** For example `Costliest pattern` or `Also returned` */
  readonly rank: string;
  /** The impact in the period, for example `14 h`, or else the number of episodes. */
  readonly cost: string;
  /** How the pattern changed, as a sentence; '' if it did not, or if the rank says it. */
  readonly news: string;
  readonly step: LinkedSentence;
}

type NewsKind = 'recurred' | 'returned' | 'rising';

const news: Readonly<Record<NewsKind, { readonly sentence: string; readonly rank: string }>> = {
  recurred: { sentence: 'It recurred after its fix.', rank: 'Recurred after its fix' },
  returned: { sentence: 'It has returned.', rank: 'Also returned' },
  rising: { sentence: 'It is becoming more frequent.', rank: 'Becoming more frequent' },
};

/**
 * Names the pattern with the most impact in the period, whatever its state, and the costliest other one that recurred, returned or
 * is rising, each with what its state asks for.
 */
export function listNextSteps({ worst, tasks }: Pick<Schemas['Overview'], 'worst' | 'tasks'>): readonly NextStep[] {
  const pattern = worst?.byImpact[0] ?? worst?.byEpisodes[0];
  if (pattern === undefined) return [];
  const changed = tasks.flatMap((task) => (isNews(task.kind) ? [{ task, told: news[task.kind] }] : []));
  const own = changed.find(({ task }) => task.patternId === pattern.id);
  const costliest: NextStep = {
    pattern,
    rank: pattern.impactHours === null ? 'Most frequent pattern' : 'Costliest pattern',
    cost: formatCost(pattern),
    news: own?.told.sentence ?? '',
    step: describeStep(pattern),
  };
  const other = own === undefined ? changed[0] : undefined;
  if (other === undefined) return [costliest];
  const { patternId, improvement, ...task } = other.task;
  const known = [...(worst?.byImpact ?? []), ...(worst?.byEpisodes ?? [])].find(({ id }) => id === patternId);
  const changedPattern = {
    ...task,
    id: patternId,
    improvement: known?.improvement ?? (improvement && { ...improvement, issueUrl: null }),
  };
  return [
    costliest,
    {
      pattern: changedPattern,
      rank: other.told.rank,
      cost: formatCost(task),
      news: '',
      step: describeStep(changedPattern),
    },
  ];
}

/** Returns the longest failure in no pattern if it did more harm than any pattern in the period; null otherwise. */
export function findWorstSingleFailure(worst: Schemas['Overview']['worst']): Schemas['UnassignedEpisode'] | null {
  const [longest] = worst?.unassigned ?? [];
  if (longest === undefined) return null;
  return longest.hours > (worst?.byImpact[0]?.impactHours ?? 0) ? longest : null;
}

const isNews = (kind: Schemas['OverviewTask']['kind']): kind is NewsKind => kind in news;

function formatCost({ impactHours, episodes }: Pick<Pattern, 'impactHours' | 'episodes'>): string {
  return impactHours === null ? count(episodes, 'episode') : formatHours(impactHours);
}

const endings: Readonly<Record<Exclude<State, 'proposed' | 'recurred'>, string>> = {
  approved: ' is approved.',
  opened: ' is open.',
  accepted: ' is accepted.',
  declined: ' was declined.',
  fixed: ' is done, and its effect is being watched.',
  verified: ' is verified.',
};

function describeStep({ improvement, judgement }: Pick<Pattern, 'improvement' | 'judgement'>): LinkedSentence {
  const next = { before: 'Next: ', after: '.' };
  if (improvement === null)
    return judgement === null
      ? { ...next, link: 'confirm or dismiss it', leadsTo: 'pattern' }
      : { ...next, link: 'choose a fix', leadsTo: 'pattern' };
  const { state, issueUrl } = improvement;
  if (state === 'proposed') return { ...next, link: 'approve or decline its proposal', leadsTo: 'improvement' };
  if (state === 'recurred') return { ...next, link: 'decide on another fix', leadsTo: 'improvement' };
  const after = endings[state];
  if (issueUrl === null || (state !== 'opened' && state !== 'accepted'))
    return { before: '', link: 'Its improvement', leadsTo: 'improvement', after };
  return { before: 'Its issue ', link: nameIssue(issueUrl), leadsTo: 'issue', after };
}

/** Returns `acme/api#12` for the address of an issue. */
function nameIssue(url: string): string {
  const [, repository, number] = /([^/]{1,100}\/[^/]{1,100})\/issues\/(\d{1,9})$/u.exec(url) ?? [];
  return repository === undefined ? 'on GitHub' : `${repository}#${number}`;
}
