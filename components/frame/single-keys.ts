const key = 'keydesk:single-keys';

/** Whether keys without Ctrl act. On unless the person turned them off in this browser. */
export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

/** Turns them on or off. A browser that forbids storage keeps them on. */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Nothing to keep it in.
  }
}
