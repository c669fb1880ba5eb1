const signature = 'Written once by Refrain, from what it has stored; it will not be edited.';

/** A note with the line by which it is known again. */
export function signNote(content: string): string {
  return `${content.trimEnd()}\n${signature}`;
}

/** Whether Refrain itself wrote a note: it tells of other incidents, and is nothing that people found out about this one. */
export function isOwnNote(content: string): boolean {
  return content.trimEnd().endsWith(signature);
}
