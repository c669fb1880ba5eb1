import { hourInMs, type ResolvedBy } from '@refrain/domain';
import { toDigits } from '../stats/to-digits.ts';
import type { Unit } from './change-index.ts';
import { describeHours } from './describe.ts';
import type { EndCandidate } from './find-end.ts';
import type { Incident } from './read-incident.ts';
import type { Sight } from './share-odds.ts';

/** From this chance on a change is said to have ended it, and from this on that none did. */
const minChange = 0.5;
const minNone = 0.5;
/** That no change ended an incident where none is seen: by how well changes are seen. */
const unseenNone: Readonly<Record<Sight, number>> = { known: 0.9, unknown: 0.6, blind: 0.5 };

/** What ended an incident: a change and how, a step by hand, nothing, or that it is not known. */
export function assessResolution(
  { wording, start, end }: Incident,
  found: EndCandidate | null,
  confirmed: Unit | null,
  sight: Sight,
): ResolvedBy {
  if (confirmed !== null) {
    const kind = found?.unit.key === confirmed.key ? found.kind : 'fix';
    const evidence = [{ signal: 'decision', detail: 'a person has decided so', weight: 1 }];
    return { kind, changeId: confirmed.head.id, confidence: 1, evidence };
  }
  if (found !== null && found.score >= minChange)
    return {
      kind: found.kind,
      changeId: found.unit.head.id,
      confidence: found.score,
      evidence: [...found.evidence],
    };
  const none = (1 - (found?.score ?? 0)) * unseenNone[sight];
  // Where no changes are seen, a step that is told of is likelier the end than what passed while it was on.
  const isByHand = wording.byHand !== null && (wording.byItself === null || sight === 'blind');
  const words = isByHand ? wording.byHand : wording.byItself;
  // Where the changes of its services are not seen, only its own words tell; that none is known says nothing.
  const isUnknown = sight !== 'known' && (wording.byChange !== null || (sight === 'blind' && words === null));
  if (end === null || none < minNone || isUnknown)
    return { kind: 'unknown', changeId: null, confidence: 0, evidence: [] };
  const unseen = sight === 'blind' ? 'no changes are known at all' : 'no change that would have done it is known';
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
