import type { Span } from './find-secrets.ts';
import { secretNamePattern } from './secret-names.ts';

export interface SecretName extends Span {
  readonly name: string;
}

const pattern = new RegExp(`pwd(?<![A-Za-z]pwd)|${secretNamePattern}|pass(?<![A-Za-z]pass)`, 'giu');

/** Lists names of secrets, such as “password”, in a text. Done once for all finders, because it takes long. */
export function listSecretNames(text: string): SecretName[] {
  return Array.from(text.matchAll(pattern), ({ 0: name, index }) => ({
    name,
    start: index,
    end: index + name.length,
  }));
}

export function matchPatternAtPosition(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
