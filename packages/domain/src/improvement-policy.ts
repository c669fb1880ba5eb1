import { z } from 'zod';
import { WorkingTime } from './cost.ts';
import { FullRepositoryName } from './repository-name.ts';

/** GitHub allows 50 characters. A comma would split the label in queries for issues by label. */
const LabelName = z.string().regex(/^[^,\s][^,]{0,48}$/u, 'must be a label of 1 to 49 characters without a comma');

/** `propose`: a person approves each issue first. `auto`: the policy approves issues within its limits. */
export const PolicyMode = z.enum(['propose', 'auto']);
export type PolicyMode = z.infer<typeof PolicyMode>;

/** The maximum number of services that get incident notes. */
export const maxNotedServices = 1_000;

/** An organisation's settings for which patterns deserve an issue and how issues are opened. */
export const ImprovementPolicy = z
  .strictObject({
    mode: PolicyMode.default('propose'),
    /**
     * Whether Refrain only lists its intended writes and writes nothing to a provider, except the webhook for its
     * events.
     */
    dryRun: z.boolean().default(false),
    /** The minimum number of episodes … */
    minEpisodes: z.number().int().min(2).max(1_000).default(3),
    /** … within this number of days until now. */
    windowDays: z.number().int().min(7).max(3_650).default(365),
    /**
     * The minimum confidence of the pattern, in [0, 1]. In generated organisations, 191 of 200 patterns above the
     * default consist of one failure, and 8 of 28 below it.
     */
    minConfidence: z.number().min(0).max(1).default(0.8),
    /**
     * The minimum people-hours of the episodes in the window, unless the pattern is rising or has returned; 0 disables
     * the condition.
     */
    minPeopleHours: z.number().min(0).max(100_000).default(8),
    /**
     * Limits for issues that the policy opens on its own: open issues in total, open issues per repository, and new
     * issues in seven days.
     */
    maxOpen: z.number().int().min(0).max(10_000).default(10),
    maxOpenPerRepository: z.number().int().min(0).max(10_000).default(3),
    maxPerWeek: z.number().int().min(0).max(10_000).default(3),
    /** The hours in which the policy may open issues on its own; null for any time. */
    quietOutside: WorkingTime.nullable().default(null),
    /** The repository, as `owner/name`, of issues whose repository is unknown. */
    fallbackRepository: FullRepositoryName.nullable().default(null),
    /** The label of every issue, by which issues are found again. */
    label: LabelName.default('refrain'),
    /** Labels by which people accept or decline an issue. */
    acceptedLabel: LabelName.default('refrain: accepted'),
    declinedLabel: LabelName.default('refrain: not systemic'),
    /** Names of the services whose incidents get a note if they resemble earlier ones; `*` means all. */
    notesFor: z.array(z.string().trim().min(1).max(300)).max(maxNotedServices).default([]),
    /** The e-mail address of the PagerDuty user who signs the notes; PagerDuty requires one. */
    notesFrom: z.email().nullable().default(null),
    /** Whether open pull requests get a check if they resemble changes that failed; requires a GitHub App. */
    checkPulls: z.boolean().default(false),
    /** The approximate maximum share of pull requests that get a check, in (0, .1]. */
    checkedShare: z.number().gt(0).max(0.1).default(0.02),
    /** Whether an issue is reopened or gets a follow-up if its failure comes back after the fix. */
    onRecurrence: z.enum(['reopen', 'follow_up']).default('reopen'),
  })
  .superRefine(({ label, acceptedLabel, declinedLabel }, problems) => {
    const names = [label, acceptedLabel, declinedLabel].map((name) => name.toLowerCase());
    if (new Set(names).size === names.length) return;
    const message = 'must differ from the other two labels, because each has its own meaning';
    problems.addIssue({ code: 'custom', path: ['label'], message });
  });
export type ImprovementPolicy = z.infer<typeof ImprovementPolicy>;
