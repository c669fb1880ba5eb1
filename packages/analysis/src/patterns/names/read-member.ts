import { decideMechanism } from '../../extraction/decide-mechanism.ts';
import { readReport } from '../../extraction/read-report.ts';
import { statePassage } from '../../extraction/state-passage.ts';
import type { StatementDecisions } from '../../extraction/statement-decisions.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import type { ReadMember } from './find-shared-mechanism.ts';

/** Reads what the text of a failure states. People's decisions take precedence. */
export function readMember(member: FailureDocument, decisions: StatementDecisions): ReadMember {
  const chosen = decisions.get('component');
  const component = chosen && (statePassage(member, chosen, null)?.quote ?? null);
  return { member, reading: decideMechanism(readReport(member), decisions.get('mechanism')), component };
}
