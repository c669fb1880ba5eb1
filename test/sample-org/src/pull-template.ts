import type { RandomStream } from './random-stream.ts';

/** Templates for the descriptions of pull requests. `{text}` is replaced by the text of the author. */
const templates = [
  `## Summary

{text}

## Kind of change

- [ ] Bug fix
- [ ] New feature
- [ ] Breaking change, or one that needs a migration
- [ ] Capacity: memory, connections, disk
- [ ] Settings, secrets or certificates

## Before the merge

- [ ] A failure of this would page somebody
- [ ] Rollback was tried on staging
- [ ] No timeout or rate limit changes unseen by its owners

<!-- Keep the headings: the release notes are made of them. -->`,
  `{text}

---

**Does this answer an incident?** Link it here.

**Can it be rolled back?** If not, say why and who agreed.

- [ ] tests
- [ ] dashboards
- [ ] runbook
- [ ] told support`,
];

/** Draws the template of a repository; most have none. */
export function pickPullTemplate(random: RandomStream): string | null {
  return random.chance(0.35) ? random.pick(templates) : null;
}

/** Fills in the template. Few people tick a box, and some delete the template. */
export function fillPullTemplate(template: string | null, text: string, random: RandomStream): string {
  if (template === null || text.startsWith('#') || random.chance(0.2)) return text;
  const filled = template.replace('{text}', () => text).trim();
  return random.chance(0.3) ? filled.replace('- [ ] tests', '- [x] tests') : filled;
}
