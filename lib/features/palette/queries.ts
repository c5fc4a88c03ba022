import 'server-only';
import { can } from '@/lib/auth/principal';
import type { Hit } from '@/lib/find-kinds';
import { readPaste } from '@/lib/paste';
import { defineQuery } from '@/lib/server/define-query';
import { readFreshness } from './freshness';
import { readPinned, readRecent } from './marks';
import { pagesOf } from './pages';
import { askForText, findText } from './resolve';
import { type Asked, type Freshness, noInput, type PaletteHome, paletteInput, pinInput } from './schema';

/** What the palette shows before anything is typed. From Keydesk's own database alone. */
export const readPaletteHome = defineQuery({
  permission: 'search.read',
  input: noInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<PaletteHome> => {
    const [recent, pinned, freshness] = await Promise.all([
      readRecent(environment, principal),
      readPinned(environment, principal),
      readFreshness(environment),
    ]);
    const mayRevokeKeys = can(principal, 'api_key.revoke');
    return { pages: pagesOf(environment, principal), recent, pinned, freshness, mayRevokeKeys };
  },
});

/** What the index holds for a text: of an environment's things those that this person may see. No call leaves. */
export const findAnything = defineQuery({
  permission: 'search.read',
  input: paletteInput,
  scope: () => ({ kind: 'assigned' }),
  load: (input, context): Promise<Hit[]> => findText(input, context),
});

/**
 * What Scalekit says of a text that the index does not know: by id, e-mail, external id, domain, or a key's value.
 * Source: GET of one thing, GET /users:search, GET /connections, POST /tokens:validate.
 */
export const askAnything = defineQuery({
  permission: 'search.read',
  input: paletteInput,
  scope: () => ({ kind: 'assigned' }),
  load: (input, context): Promise<Asked> => askForText(input, context),
});

/**
 * The one best thing for a text in one environment: what the address `/lookup` leads to. Null for what looks like a secret,
 * which has no business in an address, unless the link says that it is an external id.
 */
export const lookUpAnything = defineQuery({
  permission: 'search.read',
  input: paletteInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (input, context): Promise<Hit | null> => {
    if (readPaste(input.text, input.as).form === 'secret') return null;
    const known = await findText(input, context);
    const exact = known.find(({ isExact }) => isExact);
    if (exact) return exact;
    const { hits } = await askForText(input, context);
    return hits[0] ?? known[0] ?? null;
  },
});

/** Whether this person has pinned a customer. */
export const readPin = defineQuery({
  permission: 'search.read',
  input: pinInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { environment, principal }): Promise<boolean> => {
    const pinned = await readPinned(environment, principal);
    return pinned.some((one) => one.organizationId === organizationId);
  },
});

/** How the index stands. */
export const readIndexState = defineQuery({
  permission: 'search.read',
  input: noInput,
  scope: () => ({ kind: 'assigned' }),
  load: (_input, { environment }): Promise<Freshness> => readFreshness(environment),
});
