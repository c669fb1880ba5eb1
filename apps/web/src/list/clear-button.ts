/** The button that empties the field `label` of a filter: by keys as well, which Mantine leaves out. For `clearButtonProps`. */
export function clearButton(label: string) {
  return { 'aria-label': `Any ${label.toLowerCase()}`, 'aria-hidden': false, tabIndex: 0 };
}
