/** Reasons that the dialogs offer. */
export const dismissReasons = ['Not systemic', 'Unrelated failures', 'Too minor', 'Duplicate'] as const;
export const declineReasons = ['Not systemic', 'Won’t fix', 'Already fixed', 'Duplicate'] as const;

/** Durations of a snooze in days. The first one is the default. */
export const snoozeDays = [30, 7, 90] as const;
