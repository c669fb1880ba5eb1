/** The company's post-mortem template, which adds the same sentences to every post-mortem. The author replaces the `{…}`. */
export const postMortemForm = `# {title}

_Keep it short and write it within five working days. Describe systems and decisions, never people._

| Field | Value |
| --- | --- |
| Date | {date} |
{times}| Service | {service} |
| Severity | {severity}, set by the engineer on call |

## Summary

{summary}

## Impact

{impact}

If customers were told, attach the text of the message. If money was lost, name the account that the controller opened.

## Timeline

{timeline}

## Root cause

{rootCause}

_Ask why until the answer is a system that can be changed. A wrong command, a missing test or an expired certificate is where the
questions begin, not where they end._

## Resolution

{resolution}

## What we learnt

- Where were we lucky?
- Which alert, dashboard or runbook was missing?

## Actions

- [ ] {action}
- [ ] Present this at the reliability breakfast
- [ ] Link the ticket of the follow-up: restart, rollback, failover or capacity
`;

export const impactSentences: readonly string[] = [
  'About {big} {topic} were late.',
  '{pct}% of requests to {svc} failed.',
  'Merchants could not <see|change> their {topic}.',
  'Depots worked on paper. {topic} had to be typed in afterwards.',
  'Nobody outside noticed.',
];

/** Titles of post-mortems that name the time and the service, but not the failure. */
export const unspecificPostMortemTitles: readonly string[] = [
  'Incident of {day}',
  '{svc} incident, {day}',
  'Post-mortem {day} ({svc})',
];
