/**
 * Lays sent values over current ones. Empty values cannot be told from absent ones: they are no change, unless the
 * mask names them. Where there is a mask, only what it names is changed.
 * @param paths the mask, in proto names
 */
export function mergeSent<T extends object>(current: T, sent: Partial<T>, paths: string[] = []): T {
  const merged = { ...current };
  for (const [name, value] of Object.entries(sent) as [keyof T & string, T[keyof T & string]][]) {
    if (value === undefined) continue;
    const named = paths.includes(snakeCase(name));
    if (named || (paths.length === 0 && !isEmpty(value))) merged[name] = value;
  }
  return merged;
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
