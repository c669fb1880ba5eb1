const begin = '<!-- refrain:begin -->';
const end = '<!-- refrain:end -->';

/** Maximum length of Refrain's section. GitHub allows 65,536 characters; the rest is left to people. */
const maxSectionLength = 50_000;

export function hasIssueMarker(body: string, marker: string): boolean {
  return body.includes(markerLine(marker));
}

export function listIssueMarkers(body: string): string[] {
  return [...body.matchAll(/<!-- refrain:([\w.-]{1,100}) -->/gu)].map(([, marker]) => marker as string);
}

export function createIssueBody(marker: string, text: string): string {
  return `${markerLine(marker)}\n${section(text)}\n`;
}

/** Updates Refrain's section of a body, keeps all other text, and restores a removed section or marker. */
export function updateIssueBody(present: string, marker: string, text: string): string {
  const renewed = withSection(present, section(text));
  return hasIssueMarker(renewed, marker) ? renewed : `${markerLine(marker)}\n${renewed}`;
}

function withSection(present: string, wanted: string): string {
  const from = present.indexOf(begin);
  const to = from === -1 ? -1 : present.indexOf(end, from);
  if (to === -1) {
    // If one of the two delimiters is missing, the end of the section is unknown, so all text is kept.
    const kept = present.replaceAll(begin, '').replaceAll(end, '').trimEnd();
    return kept === '' ? `${wanted}\n` : `${kept}\n\n${wanted}\n`;
  }
  // GitHub's editor converts line endings to CRLF. Such a difference does not count as a change.
  const currentSection = present.slice(from, to + end.length).replaceAll('\r\n', '\n');
  const renewed = keepTicks(currentSection, wanted);
  return currentSection === renewed ? present : present.slice(0, from) + renewed + present.slice(to + end.length);
}

function keepTicks(currentText: string, wanted: string): string {
  const ticked = new Set([...currentText.matchAll(/^- \[[xX]\] (.*)$/gmu)].map(([, text]) => text));
  return ticked.size === 0
    ? wanted
    : wanted.replace(/^- \[ \] (.*)$/gmu, (line, text: string) => (ticked.has(text) ? `- [x] ${text}` : line));
}

function escapeComments(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('<!--', '&lt;!--').trim();
}

/** Escapes HTML comments in Refrain's section, which could end the section or imitate a marker. */
function section(text: string): string {
  const safe = escapeComments(text);
  const cut =
    safe.length <= maxSectionLength ? safe : `${Buffer.from(safe.slice(0, maxSectionLength)).toString()}\n\n…`;
  return `${begin}\n${cut}\n${end}`;
}

export function prependIssueMarker(marker: string, text: string): string {
  return `${markerLine(marker)}\n${escapeComments(text)}`;
}

function markerLine(marker: string): string {
  return `<!-- refrain:${marker} -->`;
}

export function isRefrainIssueBody(body: string): boolean {
  return body.includes('<!-- refrain:');
}
