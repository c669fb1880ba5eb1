import { describe, expect, test } from 'vitest';
import { findPlannedAction } from './find-planned-action.ts';

const write = (heading: string, ...items: string[]) =>
  `# Cart down\n\n## Summary\n\nThe cart was down.\n\n## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;

describe('findPlannedAction', () => {
  test('findPlannedAction quotes a preventive action from a list of actions', () => {
    const text = write(
      'Action items',
      'Write the incident report',
      'Add an alert on the length of the queue',
      'Pin the image',
    );
    expect(findPlannedAction(text)).toBe('Add an alert on the length of the queue');
  });

  test.each(['Lessons learned', 'What went well', 'Immediate actions (completed)'])(
    'findPlannedAction ignores the section “%s”',
    (heading) => {
      expect(findPlannedAction(write(heading, 'Add an alert on the length of the queue'))).toBeNull();
    },
  );

  test.each([
    'Hold a retrospective about the monitoring',
    'Investigate why no alert was sent',
    'Should we add an alert on the queue?',
    'Disable the pipeline until the test is fixed',
  ])('findPlannedAction ignores what prevents nothing: %s', (item) => {
    expect(findPlannedAction(write('Follow-ups', item))).toBeNull();
  });

  test('findPlannedAction prefers an automatic measure about what failed', () => {
    const items = ['Document the process of a release', 'Add an alert on the mail queue', 'Add an alert on the cart'];
    expect(findPlannedAction(write('Action items', ...items))).toBe('Add an alert on the cart');
    expect(findPlannedAction(write('Action items', 'Document the process of a release'))).toBeNull();
    expect(findPlannedAction(write('Action items', 'Document how we order tea'))).toBeNull();
    expect(findPlannedAction(write('Action items', 'Document the order of steps if the cart is down'))).not.toBeNull();
  });

  test('findPlannedAction removes check boxes, tickets and addresses', () => {
    const items = ['[ ] Add an alert on the length of the queue - Ticket #123 done', 'Pin it'];
    expect(findPlannedAction(write('Next steps', ...items))).toBe('Add an alert on the length of the queue');
    const address = write('Next steps', 'Set a memory limit on each pod https://git.example/1');
    expect(findPlannedAction(address)).toBe('Set a memory limit on each pod');
  });

  test('findPlannedAction quotes of an action in bold type only the bold words', () => {
    const text = write(
      'Action items',
      '**Reserve memory for each pod**: This takes a few weeks, because there are many.',
    );
    expect(findPlannedAction(text)).toBe('Reserve memory for each pod');
  });

  test('findPlannedAction returns null for a report without a list of actions', () => {
    expect(findPlannedAction('The cart was down. We will add an alert on the queue.')).toBeNull();
  });
});
