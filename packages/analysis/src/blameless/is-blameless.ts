import { checkWording } from './check-wording.ts';

export function isBlameless(words: string): boolean {
  return checkWording(words).length === 0;
}
