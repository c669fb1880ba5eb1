import { hourInMs, type ResolvedBy } from '@refrain/domain';
import { toDigits } from '../stats/to-digits.ts';
import type { Unit } from './change-index.ts';
import { describeHours } from './describe.ts';
import type { EndCandidate } from './find-end.ts';
import type { Incident } from './read-incident.ts';
import type { ChangeVisibility } from './share-odds.ts';

/** Minimum probability of the statement that a change, or no change, ended the incident. */
const minProbability = 0.5;
/** Probability that no change ended an incident for which no resolving change was found. */
const unseenNone: Readonly<Record<ChangeVisibility, number>> = { known: 0.9, unknown: 0.6, invisible: 0.5 };

export function assessResolution(
  { wording, start, end }: Incident,
  found: EndCandidate | null,
  confirmed: Unit | null,
  visibility: ChangeVisibility,
): ResolvedBy {
  if (confirmed !== null) {
    const kind = found?.unit.key === confirmed.key ? found.kind : 'fix';
    const evidence = [{ signal: 'decision', detail: 'a person has decided so', weight: 1 }];
    return { kind, changeId: confirmed.head.id, confidence: 1, evidence };
  }
  if (found !== null && found.score >= minProbability)
    return {
      kind: found.kind,
      changeId: found.unit.head.id,
      confidence: found.score,
      evidence: [...found.evidence],
    };
  const none = (1 - (found?.score ?? 0)) * unseenNone[visibility];
  // Without visible changes, a manual step in the text is a likelier resolution than a phrase such as "went away".
  const isByHand = wording.byHand !== null && (wording.byItself === null || visibility === 'invisible');
  const words = isByHand ? wording.byHand : wording.byItself;
  // If the services' changes are invisible, not finding one proves nothing, and only the text counts.
  const isUnknown =
    visibility !== 'known' && (wording.byChange !== null || (visibility === 'invisible' && words === null));
  if (end === null || none < minProbability || isUnknown)
    return { kind: 'unknown', changeId: null, confidence: 0, evidence: [] };
  const unseen =
    visibility === 'invisible' ? 'no changes are known at all' : 'no change that would have done it is known';
  const lasted = `it ended ${describeHours((end - start) / hourInMs)} after it began, and ${unseen}`;
  return {
    kind: isByHand ? 'manual' : 'self_resolved',
    changeId: null,
    confidence: toDigits(none),
    evidence: [
      ...(words === null
        ? []
        : [{ signal: 'words', detail: `the incident tells of it: ${words}`, weight: toDigits(none / 2) }]),
      { signal: 'time', detail: lasted, weight: toDigits(words === null ? none : none / 2) },
    ],
  };
}
