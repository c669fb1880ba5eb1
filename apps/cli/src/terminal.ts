import { type AppError, type ErrorCode, maxCounted } from '@refrain/domain';

/** Where a command writes, so that a test can read it. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Progress and notes for a person. */
  note(text: string): void;
  readonly interactive: boolean;
}

export type Row = Readonly<Record<string, string | number | null>>;

/** Rows as aligned columns; the keys of the first row are the headings. */
export function formatTable(rows: readonly Row[]): string {
  const headings = Object.keys(rows[0] ?? {});
  const lines = [headings, ...rows.map((row) => headings.map((heading) => toOneLine(String(row[heading] ?? '–'))))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** How much of a list is shown: `20 of 315 failures`. */
export function formatShare(items: readonly unknown[], total: number, what: string): string {
  return `${items.length} of ${total}${total < maxCounted ? '' : ' or more'} ${what}`;
}

/**
 * Without the control characters by which an ingested text could move the cursor or rewrite the screen, and the format
 * characters by which it could turn the direction of what stands beside it.
 */
export function toPrintable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|\p{Cf}/gu, '');
}

/** One line, cut with an ellipsis. @param longest in characters */
export function shorten(text: string, longest = 160): string {
  const line = toOneLine(text);
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

function toOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What is said when a command fails: one line, whatever the message holds. */
export function formatError(message: string): string {
  return `refrain: ${toPrintable(toOneLine(message))}\n`;
}

const cannotReach: ReadonlySet<ErrorCode> = new Set([
  'unauthenticated',
  'forbidden',
  'credential_rejected',
  'permission_missing',
  'provider_unreachable',
  'unavailable',
]);

/** What a script can rely on; printed by the `--help` of every command. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  invalid: 2,
  unreachable: 3,
} as const;

/** 2 for what the caller has to change, 3 for who cannot be reached or refuses us, 1 for the rest. */
export function exitCodeOf(error: AppError): number {
  if (error.code === 'invalid_input' || error.code === 'too_large') return exitCodes.invalid;
  return cannotReach.has(error.code) ? exitCodes.unreachable : exitCodes.failed;
}
