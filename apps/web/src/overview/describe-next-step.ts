import type { Schemas } from '../api/refrain.ts';
import { count, formatHours } from '../labels/format.ts';

type Worst = Schemas['Overview']['worst'];
type Pattern = Schemas['WorstPattern'];
type State = Schemas['ImprovementState'];

/** A sentence with a link, for example `Next: `, `approve or decline its fix`, `.` */
interface LinkedSentence {
  readonly before: string;
  readonly link: string;
  readonly leadsTo: 'improvement' | 'issue' | 'pattern';
  readonly after: string;
}

export interface NextStep {
  readonly pattern: Pattern;
  /** For example `Costliest pattern` */
  readonly rank: string;
  /** The impact in the period, for example `14 h`, or else the number of episodes. */
  readonly cost: string;
  readonly step: LinkedSentence;
}

/** Names the pattern with the most impact in the period, whatever its state, and what its state asks for. */
export function describeNextStep(worst: Worst): NextStep | null {
  const pattern = worst?.byImpact[0] ?? worst?.byEpisodes[0];
  if (pattern === undefined) return null;
  const { impactHours, episodes } = pattern;
  const step = describeStep(pattern);
  return impactHours === null
    ? { pattern, step, rank: 'Most frequent pattern', cost: count(episodes, 'episode') }
    : { pattern, step, rank: 'Costliest pattern', cost: formatHours(impactHours) };
}

const endings: Readonly<Record<Exclude<State, 'proposed' | 'recurred'>, string>> = {
  approved: ' is approved.',
  opened: ' is open.',
  accepted: ' is accepted.',
  declined: ' was declined.',
  fixed: ' is done, and its effect is being watched.',
  verified: ' is verified.',
};

function describeStep({ improvement, judgement }: Pattern): LinkedSentence {
  const next = { before: 'Next: ', after: '.' };
  if (improvement === null)
    return judgement === null
      ? { ...next, link: 'confirm or dismiss it', leadsTo: 'pattern' }
      : { ...next, link: 'choose a fix', leadsTo: 'pattern' };
  const { state, issueUrl } = improvement;
  if (state === 'proposed') return { ...next, link: 'approve or decline its fix', leadsTo: 'improvement' };
  if (state === 'recurred') return { ...next, link: 'decide on another fix', leadsTo: 'improvement' };
  const after = endings[state];
  if (issueUrl === null || (state !== 'opened' && state !== 'accepted'))
    return { before: '', link: 'Its fix', leadsTo: 'improvement', after };
  return { before: 'Its issue ', link: nameIssue(issueUrl), leadsTo: 'issue', after };
}

/** Returns `acme/api#12` for the address of an issue. */
function nameIssue(url: string): string {
  const [, repository, number] = /([^/]{1,100}\/[^/]{1,100})\/issues\/(\d{1,9})$/u.exec(url) ?? [];
  return repository === undefined ? 'on GitHub' : `${repository}#${number}`;
}
