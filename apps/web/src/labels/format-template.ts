import { capitalise } from './format.ts';

/** Formats the common title of a kind of reverts. Shows an ellipsis for words that differ. */
export function formatTemplate(template: string): string {
  return capitalise(template.replaceAll(/\*(?: \*)*/gu, '…'));
}
