import type { Schemas } from '../api/refrain.ts';
import { readReason, toSentence } from './decision-sentence.ts';
import { describeChanges } from './describe-changes.ts';

const header = ['Time (UTC)', 'Who', 'Token', 'Decision', 'Reason', 'Changes', 'Undone'];

/** Writes decisions as CSV (RFC 4180), one row each. */
export function formatDecisionCsv(decisions: readonly Schemas['Decision'][]): string {
  const rows = decisions.map((decision) => [
    decision.at,
    decision.by.name,
    decision.by.tokenName ?? '',
    toSentence(decision)
      .map((part) => (typeof part === 'string' ? part : `“${part.name}”`))
      .join(''),
    readReason(decision) ?? '',
    describeChanges(decision.detail),
    decision.undone?.at ?? '',
  ]);
  return [header, ...rows].map((cells) => `${cells.map(escapeCell).join(',')}\r\n`).join('');
}

/** Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, so an apostrophe is put before it. */
function escapeCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
