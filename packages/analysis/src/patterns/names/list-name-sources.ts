import { extractOriginalTitle } from '../../text/extract-original-title.ts';
import { removeFailedSteps } from '../../text/failed-steps.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import type { ClauseSource } from './find-shared-clause.ts';
import { readAccount } from './read-summary.ts';

const maxTextRead = 3_000;
const maxTitleRead = 500;
/** Maximum length of an alert, whose title is generated. Longer texts are reports, whose titles people chose. */
const reportLength = 1_000;

export function isReport({ kind, text }: FailureDocument): boolean {
  return kind !== 'failed_deployment' && text.length > reportLength;
}

/**
 * Lists the texts from which a name may come. Omits the title of a failed deployment, which names a location. Prefers
 * other texts to the title of a reverted change, which states an intention.
 */
export function listSources(member: FailureDocument): ClauseSource[] {
  const { title, text, kind } = member;
  const beginning = readAccount({ text, kind });
  if (kind === 'failed_deployment')
    return [
      { text: findReason(title), fit: 1.3 },
      { text: removeFailedSteps(beginning), fit: 1 },
    ];
  const unwrapped = extractOriginalTitle(title.slice(0, maxTitleRead));
  if (kind !== 'reverted_change')
    return [
      { text: unwrapped, fit: isReport(member) ? 2 : 1.3, isTitle: true },
      { text: beginning, fit: 1 },
    ];
  const lines = beginning
    .split('\n')
    .filter((line) => extractOriginalTitle(line.trim()) !== unwrapped && !isWrapped(line));
  return [
    { text: lines.join('\n'), fit: 1 },
    { text: unwrapped, fit: 0.3, isTitle: true },
  ];
}

/** Lists the texts except for the titles of reverted changes, which are no symptom. */
export function listSymptomSources(member: FailureDocument): ClauseSource[] {
  return listSources(member).filter(({ isTitle }) => member.kind !== 'reverted_change' || isTitle !== true);
}

/** Lists the title of an alert, and the text of a failed deployment. */
export function listAlertSources({ title, text, kind }: FailureDocument): ClauseSource[] {
  if (kind === 'reverted_change') return [];
  return [{ text: kind === 'failed_deployment' ? text.slice(0, maxTextRead) : title.slice(0, maxTitleRead), fit: 1 }];
}

/** Returns the error in the title of a failed deployment, such as “Deployment of main failed: state is locked”. */
function findReason(title: string): string {
  const colon = title.indexOf(': ');
  return colon === -1 ? '' : title.slice(colon + 2, maxTitleRead);
}

function isWrapped(line: string): boolean {
  return extractOriginalTitle(line.trim()) !== line.trim();
}
