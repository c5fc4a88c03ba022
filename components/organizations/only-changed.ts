/** The fields of a form that differ from what it started with: a PATCH says only what changes. */
export function onlyChanged<Values extends object>(
  values: Values,
  initial: Partial<Values>,
): Partial<Values> {
  const changed = Object.entries(values).filter(([name, value]) => value !== initial[name as keyof Values]);
  return Object.fromEntries(changed) as Partial<Values>;
}
