import { hourInMs, type ResolutionAssessment } from '@refrain/domain';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import type { ChangeUnit } from './change-index.ts';
import { formatElapsedHours } from './describe.ts';
import type { ResolutionCandidate } from './find-incident-resolution.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { ChangeVisibility } from './rank-causes.ts';

/** Minimum probability for stating that a particular change ended the incident, or that no change did. */
const minProbability = 0.5;
/** Probability that no change ended an incident for which no resolving change was found. */
const unseenNone: Readonly<Record<ChangeVisibility, number>> = { known: 0.9, unknown: 0.6, invisible: 0.5 };

export function assessResolution(
  { wording, start, end }: ParsedIncident,
  found: ResolutionCandidate | null,
  confirmed: ChangeUnit | null,
  visibility: ChangeVisibility,
): ResolutionAssessment {
  if (confirmed !== null) {
    const kind = found?.unit.key === confirmed.key ? found.kind : 'fix';
    const evidence = [{ signal: 'decision', detail: 'a person decided this', weight: 1 }];
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
  // If no changes are recorded, a manual step in the text counts more than a self-recovery ("went away").
  const isByHand =
    wording.statesManualStep !== null && (wording.statesSelfRecovery === null || visibility === 'invisible');
  const words = isByHand ? wording.statesManualStep : wording.statesSelfRecovery;
  // Finding no change proves nothing if no changes are recorded or the text says that a change ended the incident.
  const isUnknown =
    visibility !== 'known' &&
    (wording.statesResolvingChange !== null || (visibility === 'invisible' && words === null));
  if (end === null || none < minProbability || isUnknown)
    return { kind: 'unknown', changeId: null, confidence: 0, evidence: [] };
  const unseen = visibility === 'invisible' ? 'no changes are recorded' : 'no recorded change explains it';
  const lasted = `it ended ${formatElapsedHours((end - start) / hourInMs)} after it began, and ${unseen}`;
  return {
    kind: isByHand ? 'manual' : 'self_resolved',
    changeId: null,
    confidence: roundToThousandths(none),
    evidence: [
      ...(words === null
        ? []
        : [{ signal: 'words', detail: `the text mentions “${words}”`, weight: roundToThousandths(none / 2) }]),
      { signal: 'time', detail: lasted, weight: roundToThousandths(words === null ? none : none / 2) },
    ],
  };
}
