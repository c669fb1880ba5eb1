const begin = '<!-- refrain:begin -->';
const end = '<!-- refrain:end -->';

/** GitHub takes 65,536 characters; the rest is left to people. */
const maxSectionLength = 50_000;

export function hasMarker(body: string, marker: string): boolean {
  return body.includes(markerLine(marker));
}

/** The markers that stand in a body, in its order. */
export function readMarkers(body: string): string[] {
  return [...body.matchAll(/<!-- refrain:([\w.-]{1,100}) -->/gu)].map(([, marker]) => marker as string);
}

/** The body of a new issue: the hidden marker, then Refrain's section. */
export function newBody(marker: string, text: string): string {
  return `${markerLine(marker)}\n${section(text)}\n`;
}

/**
 * A body with Refrain's section renewed and every character around it kept. The same body comes back when it says what is
 * wanted already; where people removed the section, it is put at the end, and a marker that they removed at the beginning.
 */
export function updatedBody(present: string, marker: string, text: string): string {
  const renewed = withSection(present, section(text));
  return hasMarker(renewed, marker) ? renewed : `${markerLine(marker)}\n${renewed}`;
}

function withSection(present: string, wanted: string): string {
  const from = present.indexOf(begin);
  const to = from === -1 ? -1 : present.indexOf(end, from);
  if (to === -1) {
    // Without its end, or its beginning, nobody can tell whose text it is: all of it is kept.
    const kept = present.replaceAll(begin, '').replaceAll(end, '').trimEnd();
    return kept === '' ? `${wanted}\n` : `${kept}\n\n${wanted}\n`;
  }
  // GitHub's editor turns line ends into CRLF: that is no change of what is said.
  const own = present.slice(from, to + end.length).replaceAll('\r\n', '\n');
  const renewed = keepTicks(own, wanted);
  return own === renewed ? present : present.slice(0, from) + renewed + present.slice(to + end.length);
}

/** Boxes that people ticked stay ticked, each with the text that it has; one whose text is gone is gone. */
function keepTicks(own: string, wanted: string): string {
  const ticked = new Set([...own.matchAll(/^- \[[xX]\] (.*)$/gmu)].map(([, text]) => text));
  return ticked.size === 0
    ? wanted
    : wanted.replace(/^- \[ \] (.*)$/gmu, (line, text: string) => (ticked.has(text) ? `- [x] ${text}` : line));
}

function inert(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('<!--', '&lt;!--').trim();
}

/** No text inside can end the section or pass for a marker: comments in it become visible. */
function section(text: string): string {
  const safe = inert(text);
  const cut =
    safe.length <= maxSectionLength ? safe : `${Buffer.from(safe.slice(0, maxSectionLength)).toString()}\n\n…`;
  return `${begin}\n${cut}\n${end}`;
}

/** A text of Refrain's own with its hidden marker: no text inside can pass for another one. */
export function markedText(marker: string, text: string): string {
  return `${markerLine(marker)}\n${inert(text)}`;
}

function markerLine(marker: string): string {
  return `<!-- refrain:${marker} -->`;
}

/** Whether Refrain itself has written into a body: its text cannot hold a marker of its own making. */
export function isOwnBody(body: string): boolean {
  return body.includes('<!-- refrain:');
}
