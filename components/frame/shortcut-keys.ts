export type KeyPress = { key: string; ctrl: boolean; meta: boolean; alt: boolean };

export type Shortcut =
  | { act: 'find' }
  | { act: 'sheet' }
  | { act: 'wait' }
  | { act: 'go'; letter: string }
  | { act: 'row'; step: 1 | -1 }
  | { act: 'press'; what: 'create' | 'edit' };

const single: Record<string, Shortcut> = {
  '/': { act: 'find' },
  '?': { act: 'sheet' },
  g: { act: 'wait' },
  j: { act: 'row', step: 1 },
  k: { act: 'row', step: -1 },
  c: { act: 'press', what: 'create' },
  e: { act: 'press', what: 'edit' },
};

/**
 * What a key press means. `afterG` is true when `g` was pressed just before.
 * `singleKeys` is false when a person has turned the keys without Ctrl off (WCAG 2.1.4).
 */
export function readShortcut(press: KeyPress, afterG: boolean, singleKeys: boolean): Shortcut | null {
  if ((press.ctrl || press.meta) && !press.alt && press.key.toLowerCase() === 'k') return { act: 'find' };
  if (press.ctrl || press.meta || press.alt || !singleKeys) return null;
  if (afterG) return { act: 'go', letter: press.key };
  return Object.hasOwn(single, press.key) ? (single[press.key] ?? null) : null;
}
