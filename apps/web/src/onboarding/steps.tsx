import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ButtonLink } from '../components/links.tsx';

type Id = Schemas['OnboardingStepId'];

export interface StepText {
  readonly title: string;
  readonly why: string;
  readonly needs: Schemas['Role'];
  button(variant: 'filled' | 'default'): ReactNode;
}

export const stepTexts: Readonly<Record<Id, StepText>> = {
  github: {
    title: 'Connect GitHub',
    why: 'Refrain reads commits, pull requests, deployments and issues, and finds reverts and failed deployments.',
    needs: 'admin',
    button: (variant) => (
      <ButtonLink size="xs" variant={variant} to="/connections/new" search={{ provider: 'github' }}>
        Connect GitHub
      </ButtonLink>
    ),
  },
  pagerduty: {
    title: 'Connect PagerDuty',
    why: 'Refrain reads incidents with their notes, and links them to the changes that caused them.',
    needs: 'admin',
    button: (variant) => (
      <ButtonLink size="xs" variant={variant} to="/connections/new" search={{ provider: 'pagerduty' }}>
        Connect PagerDuty
      </ButtonLink>
    ),
  },
  history: {
    title: 'Import history',
    why: 'Refrain imports the history of connected accounts. For incidents from other tools, import CSV, JSON Lines or Markdown files.',
    needs: 'admin',
    button: (variant) => (
      <ButtonLink size="xs" variant={variant} to="/connections/new" search={{ provider: 'archive' }}>
        Import files
      </ButtonLink>
    ),
  },
  review: {
    title: 'Review the first pattern',
    why: 'Approve or decline its proposal, or correct the pattern. Every later clustering respects your corrections.',
    needs: 'triager',
    button: (variant) => (
      <ButtonLink size="xs" variant={variant} to="/patterns">
        Open patterns
      </ButtonLink>
    ),
  },
  routine: {
    title: 'Review what counts as a failure',
    why: 'Some reverts are routine, such as toggles or trials. Decide once for all reverts of a kind.',
    needs: 'triager',
    button: (variant) => (
      <ButtonLink size="xs" variant={variant} to="/reverts">
        Review routine changes
      </ButtonLink>
    ),
  },
  invite: {
    title: 'Invite a member',
    why: 'Colleagues review patterns and approve fixes under their own names.',
    needs: 'admin',
    button: (variant) => (
      <ButtonLink size="xs" variant={variant} to="/settings/$section" params={{ section: 'members' }}>
        Invite
      </ButtonLink>
    ),
  },
  policy: {
    title: 'Choose the policy',
    why: 'The policy says which fixes Refrain proposes, and whether a person must approve each issue.',
    needs: 'admin',
    button: (variant) => (
      <ButtonLink size="xs" variant={variant} to="/settings/$section" params={{ section: 'policy' }}>
        Choose the policy
      </ButtonLink>
    ),
  },
};
