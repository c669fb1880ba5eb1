import type { Span } from './find-secrets.ts';
import { secretName } from './secret-names.ts';

/** The name of a secret with its position in a text. */
export interface SecretName extends Span {
  readonly name: string;
}

const pattern = new RegExp(`pwd(?<![A-Za-z]pwd)|${secretName}|pass(?<![A-Za-z]pass)`, 'giu');

/** Lists the names of secrets in a text. This takes longer than examining the text around each name. */
export function listNames(text: string): SecretName[] {
  return Array.from(text.matchAll(pattern), ({ 0: name, index }) => ({
    name,
    start: index,
    end: index + name.length,
  }));
}

export function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
