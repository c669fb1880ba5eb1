const begin = '<!-- refrain:begin -->';
const end = '<!-- refrain:end -->';

/** GitHub accepts 65,536 characters; the rest is for people. */
const maxSectionLength = 50_000;

export function hasMarker(body: string, marker: string): boolean {
  return body.includes(markerLine(marker));
}

/** Returns the markers in a body, in their order. */
export function readMarkers(body: string): string[] {
  return [...body.matchAll(/<!-- refrain:([\w.-]{1,100}) -->/gu)].map(([, marker]) => marker as string);
}

/** Returns the body of a new issue: the hidden marker, then Refrain's section. */
export function newBody(marker: string, text: string): string {
  return `${markerLine(marker)}\n${section(text)}\n`;
}

/**
 * Updates Refrain's section of a body and keeps all other characters. Returns the same body if the section is up to
 * date. A removed section is appended at the end, and a removed marker is added at the beginning.
 */
export function updatedBody(present: string, marker: string, text: string): string {
  const renewed = withSection(present, section(text));
  return hasMarker(renewed, marker) ? renewed : `${markerLine(marker)}\n${renewed}`;
}

function withSection(present: string, wanted: string): string {
  const from = present.indexOf(begin);
  const to = from === -1 ? -1 : present.indexOf(end, from);
  if (to === -1) {
    // Without both ends of the section it is unclear whose text it is, so all of it is kept.
    const kept = present.replaceAll(begin, '').replaceAll(end, '').trimEnd();
    return kept === '' ? `${wanted}\n` : `${kept}\n\n${wanted}\n`;
  }
  // GitHub's editor converts line ends to CRLF, which does not count as a change.
  const currentSection = present.slice(from, to + end.length).replaceAll('\r\n', '\n');
  const renewed = keepTicks(currentSection, wanted);
  return currentSection === renewed ? present : present.slice(0, from) + renewed + present.slice(to + end.length);
}

/** Keeps the ticks of boxes whose text still exists. */
function keepTicks(currentText: string, wanted: string): string {
  const ticked = new Set([...currentText.matchAll(/^- \[[xX]\] (.*)$/gmu)].map(([, text]) => text));
  return ticked.size === 0
    ? wanted
    : wanted.replace(/^- \[ \] (.*)$/gmu, (line, text: string) => (ticked.has(text) ? `- [x] ${text}` : line));
}

function inert(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('<!--', '&lt;!--').trim();
}

/** Makes comments in the text visible, so that none can end the section or pass for a marker. */
function section(text: string): string {
  const safe = inert(text);
  const cut =
    safe.length <= maxSectionLength ? safe : `${Buffer.from(safe.slice(0, maxSectionLength)).toString()}\n\n…`;
  return `${begin}\n${cut}\n${end}`;
}

/** Returns a text with its hidden marker. Comments in the text become visible, so that none can pass for a marker. */
export function markedText(marker: string, text: string): string {
  return `${markerLine(marker)}\n${inert(text)}`;
}

function markerLine(marker: string): string {
  return `<!-- refrain:${marker} -->`;
}

/** Tells whether a body contains a marker of Refrain, which Refrain's own texts cannot contain otherwise. */
export function isOwnBody(body: string): boolean {
  return body.includes('<!-- refrain:');
}
