import { useCallback, useEffect, useState } from 'react';
import type { HandOverKind, TakenHandOver } from '@/lib/features/hand-overs/schema';
import { type FragmentRead, readFragment } from './fragment';
import { unseal } from './sealing';

type Dead = Exclude<TakenHandOver, { state: 'taken' }>;
type Ready = Extract<FragmentRead, { ok: true }>;

/** Where the page of a link stands. `lost`: no answer came, or an error; the link may work still. */
export type Opening =
  | { step: 'checking' }
  | { step: 'unsupported' }
  | { step: 'broken'; problem: 'missing' | 'damaged' }
  | { step: 'ready'; key: Ready['key']; lost?: { requestId?: string } }
  | { step: 'opening' }
  | { step: 'open'; value: string; kind: HandOverKind; label: string }
  | { step: 'undecipherable' }
  | { step: 'put_away' }
  | ({ step: 'dead' } & { dead: Dead });

/** Reads the key from the address before anything is asked of the server, and opens the link once, on `open`. */
export function useOpening(token: string) {
  const [opening, setOpening] = useState<Opening>({ step: 'checking' });
  useEffect(() => {
    const check = async () => {
      const next = await readAddress(token);
      // What has been pressed or shown already must not give way to another address.
      setOpening((now) => (['checking', 'broken', 'ready'].includes(now.step) ? next : now));
    };
    void check();
    // Whoever pastes the rest of the address stays on this page.
    window.addEventListener('hashchange', check);
    return () => window.removeEventListener('hashchange', check);
  }, [token]);
  const open = async () => {
    if (opening.step !== 'ready') return;
    const { key } = opening;
    setOpening({ step: 'opening' });
    setOpening(await take(token, key));
  };
  const putAway = useCallback(() => setOpening({ step: 'put_away' }), []);
  return { opening, open, putAway };
}

async function readAddress(token: string): Promise<Opening> {
  if (!globalThis.crypto?.subtle) return { step: 'unsupported' };
  const read = await readFragment(window.location.hash, token);
  return read.ok ? { step: 'ready', key: read.key } : { step: 'broken', problem: read.problem };
}

async function take(token: string, key: Ready['key']): Promise<Opening> {
  const answer = await post(token);
  if (answer.state === 'failed') return { step: 'ready', key, lost: { requestId: answer.requestId } };
  // Whatever it was, the link is used up now, and its key has no business in the address bar.
  window.history.replaceState(null, '', window.location.pathname);
  if (answer.state !== 'taken') return { step: 'dead', dead: answer };
  try {
    const value = await unseal(answer.sealed, key);
    return { step: 'open', value, kind: answer.kind, label: answer.label };
  } catch {
    return { step: 'undecipherable' };
  }
}

type Failed = { state: 'failed'; requestId?: string };

async function post(token: string): Promise<TakenHandOver | Failed> {
  try {
    const response = await fetch(`/s/${token}/open`, { method: 'POST', cache: 'no-store' });
    const body: TakenHandOver | Failed = await response.json();
    // Something between us and the server may answer too.
    const isOurs = [200, 404, 410].includes(response.status) && typeof body.state === 'string';
    return isOurs ? body : { ...body, state: 'failed' };
  } catch {
    return { state: 'failed' };
  }
}
